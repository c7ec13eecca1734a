import type { Choice } from '../../view/types.ts';
import { rowOf, stepOf } from '../asking/about.ts';
import { editingWords, promptOf } from '../asking/prompt.ts';
import { isListening, type Question, stageOf } from '../asking/question.ts';
import { Dialog, type DialogLine, dialogWidth } from '../components/dialog.tsx';
import { fieldSpans } from '../components/field-spans.ts';
import { type Look, useLook } from '../look.tsx';
import type { Situation } from '../model/situation.ts';
import { wrap } from '../text/fit.ts';
import { stepName } from '../text/step-name.ts';
import { changeLines } from './change-lines.ts';
import { draftLines } from './draft-lines.ts';

/** What is about to be done, where, whether it can be undone, and what is owed before it is. */
export function QuestionDialog({ question, s }: { question: Question; s: Situation }) {
  const look = useLook();
  const { choice } = question;
  const width = dialogWidth(s.layout) - 4;
  const consequence: DialogLine[] = wrap(choice.consequence, width).map(text => ({
    left: [{ text }],
  }));
  // Nothing invites to type before what is typed counts.
  const asked = isListening(question, s.now)
    ? promptLines(look, question, s, width)
    : [blank, blank, blank];
  const chosen = chosenLines(look, question, width);
  const change = { before: choice.edit, after: question.answers.text };
  // The border, the lines around, and what the word is typed in.
  const taken = 2 + 1 + consequence.length + 1 + chosen.length + asked.length + 2;
  const room = { width, height: s.layout.body - taken };
  const lines = [
    whereLine(look, s, choice),
    ...consequence,
    ...changeLines(look, change, room),
    ...draftLines(look, choice.draft, room),
    blank,
    ...chosen,
    ...asked,
    blank,
    { left: [{ text: look.words.cockpit.question.escapeCancels, tone: 'muted' as const }] },
  ];
  return <Dialog title={choice.label} lines={lines} layout={s.layout} />;
}

const blank: DialogLine = { left: [] };

function whereLine({ theme }: Look, s: Situation, choice: Choice): DialogLine {
  const { header } = s.view;
  const step = stepOf(s, choice);
  const what = rowOf(s, choice)?.text ?? (step ? stepName(step) : '');
  const place = `${header.environment.toUpperCase()}`;
  const tone = theme.mood === 'plain' ? 'active' : theme.mood === 'protected' ? 'warning' : 'bad';
  return {
    left: [
      { text: ` ${place} `, tone, strong: true, inverse: true },
      { text: what === '' ? '' : ` ${what}`, strong: true },
    ],
  };
}

/** What was picked stays in sight of whoever types the word. */
function chosenLines({ words }: Look, { choice, answers }: Question, width: number): DialogLine[] {
  const picked = choice.options.find(({ value }) => value === answers.option);
  if (!picked) return [];
  return wrap(words.cockpit.question.chosen(picked.label), width).map(text => ({
    left: [{ text, strong: true }],
  }));
}

function promptLines(look: Look, question: Question, s: Situation, width: number): DialogLine[] {
  const words = look.words.cockpit.question;
  const error: DialogLine = { left: [{ text: question.error, tone: 'bad', strong: true }] };
  const stage = stageOf(question);
  if (stage === 'option')
    return [
      say(words.chooseOne),
      ...optionLines(look, question.choice.options, question.cursor, width),
      error,
    ];
  const editing = editingWords(look.words, question.choice);
  if (stage === 'editor') {
    const places = [s.editorName, editing.here].map(label => ({ label }));
    return [say(editing.where), ...optionLines(look, places, question.cursor, width), error];
  }
  if (stage === 'edit') return [say(editing.outside(s.editorName)), blank, error];
  const field: DialogLine = {
    left: [
      { text: '> ', tone: 'active', strong: true },
      ...fieldSpans(look.theme, visiblePart(question.field, width - 4)),
    ],
  };
  return [say(promptOf(look.words, question)), field, error];
}

function say(text: string): DialogLine {
  return { left: [{ text, tone: 'active' }] };
}

/** The end of a text longer than the dialog: the place where one types stays in sight. */
function visiblePart(field: Question['field'], width: number): Question['field'] {
  const chars = [...field.text];
  const from = Math.max(
    0,
    Math.min(field.cursor - Math.floor(width * 0.75), chars.length - width + 1),
  );
  return { text: chars.slice(from).join(''), cursor: field.cursor - from };
}

/** Options around the cursor: nine at most. */
function optionLines(
  { theme }: Look,
  options: readonly { label: string }[],
  cursor: number,
  width: number,
): DialogLine[] {
  const start = Math.max(0, Math.min(options.length - 9, cursor - 4));
  return options.slice(start, start + 9).flatMap((option, at) => {
    const selected = start + at === cursor;
    const sign = selected ? (theme.ascii ? '>' : '▶') : ' ';
    const number = `${sign} ${start + at + 1} `;
    return wrap(option.label, width - number.length).map((part, row) => ({
      left: [
        { text: row === 0 ? number : ' '.repeat(number.length), tone: 'active', strong: selected },
        { text: part, inverse: selected },
      ],
    }));
  });
}
