import { editorRows } from '../asking/edit.ts';
import { editingWords } from '../asking/prompt.ts';
import type { Question } from '../asking/question.ts';
import { Dialog, type DialogLine, dialogWidth } from '../components/dialog.tsx';
import { fieldSpans } from '../components/field-spans.ts';
import { useLook } from '../look.tsx';
import type { Situation } from '../model/situation.ts';
import type { Buffer } from './buffer.ts';

/** The small editor: this run's copy of a command or a message, how to keep it and how to leave. */
export function EditorDialog({
  question,
  buffer,
  s,
}: {
  question: Question;
  buffer: Buffer;
  s: Situation;
}) {
  const { theme, words } = useLook();
  const editing = editingWords(words, question.choice);
  const height = editorRows(s.layout);
  const width = dialogWidth(s.layout) - 4 - 2;
  const top = startOf(buffer.lines.length, height, buffer.row);
  const from = Math.max(0, buffer.column - width + 1);
  const rows = Array.from({ length: height }, (_, at): DialogLine => {
    const row = top + at;
    const line = buffer.lines[row];
    if (line === undefined) return { left: [{ text: theme.ascii ? '~' : '·', tone: 'muted' }] };
    const text = [...line.replaceAll('\t', ' ')].slice(from).join('');
    const spans =
      row === buffer.row ? fieldSpans(theme, { text, cursor: buffer.column - from }) : [{ text }];
    const sign = row === buffer.row ? '> ' : '  ';
    return { left: [{ text: sign, tone: 'active', strong: true }, ...spans] };
  });
  const position = editing.position(buffer.row + 1, buffer.lines.length);
  const lines: DialogLine[] = [
    { left: [{ text: editing.scope, tone: 'muted' }] },
    ...rows,
    { left: [] },
    { left: [{ text: editing.keep, tone: 'active' }], right: [{ text: position, tone: 'muted' }] },
    { left: [{ text: editing.leave, tone: 'muted' }] },
  ];
  return <Dialog title={question.choice.label} lines={lines} layout={s.layout} />;
}

/** First line in sight: the cursor stays in the middle of a long text. */
function startOf(total: number, height: number, row: number): number {
  return Math.max(0, Math.min(total - height, row - Math.floor(height / 2)));
}
