import type { CommandView } from '../../../view/types.ts';
import type { Look } from '../../look.tsx';
import { widthOf, wrap } from '../../text/fit.ts';
import { row, type Span } from '../../theme.ts';

/** The whole command, wrapped; its status ends the first row that has the room. */
export function commandRows(look: Look, command: CommandView, width: number): string[] {
  const tone = command.status.tone === 'muted' ? 'muted' : 'normal';
  const status = statusSpans(look, command);
  const size = status.reduce((sum, { text }) => sum + widthOf(text), 0);
  const lines = command.script
    .trimEnd()
    .split('\n')
    .flatMap(line => wrap(line.trimEnd(), width - 2));
  const fits = (line: string) => widthOf(line) + size + 4 <= width;
  if (!lines.some(fits)) lines.push('');
  const last = lines.findIndex(fits);
  return lines.map((text, at) => {
    const sign: Span = { text: at === 0 ? '$ ' : '  ', tone: 'active' };
    const spans: Span[] = [sign, { text, tone, strong: tone === 'normal' }];
    return row(look.theme, width, spans, at === last ? status : []);
  });
}

/** What became of it, after what makes it unlike the plan's other commands. */
function statusSpans({ words }: Look, { amended, interactive, status }: CommandView): Span[] {
  const marks = [
    amended ? words.cockpit.panes.marks.amended : '',
    interactive ? words.cockpit.panes.marks.interactive : '',
  ];
  return [
    ...marks.filter(Boolean).map((text): Span => ({ text: `${text} · `, tone: 'warning' })),
    { text: `${status.glyph} ${status.word}`, tone: status.tone },
  ];
}
