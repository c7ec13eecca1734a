/** Boxes to tick: what each says, how it stands, and what shows it. */
import type { BoxView, StepView } from '../../../view/types.ts';
import type { Look } from '../../look.tsx';
import { widthOf, wrap, wrapTo } from '../../text/fit.ts';
import { spinnerAt } from '../../text/spinner.ts';
import { row, type Span } from '../../theme.ts';
import type { Block } from './block.ts';

export interface BoxRoom {
  width: number;
  /** Id of the box under the cursor, when the pane has the focus. */
  selected: string | undefined;
  /** Milliseconds, for what turns while a check runs. */
  now: number;
}

export function boxRows(look: Look, step: StepView, room: BoxRoom): Block {
  if (step.boxes.length === 0) return { rows: [], cursor: 0 };
  const rows = [headingOf(look, step, room.width)];
  let cursor = 0;
  for (const box of step.boxes) {
    rows.push(...oneBox(look, box, room));
    if (box.id === room.selected) cursor = rows.length - 1;
  }
  return { rows, cursor };
}

function headingOf({ theme, words }: Look, { boxes, kind }: StepView, width: number): string {
  const { panes } = words.cockpit;
  const titles: Partial<Record<StepView['kind'], string>> = {
    checkpoint: panes.criteria,
    validation: panes.validation,
    closing: panes.closing,
  };
  const amount = (mark: BoxView['mark']) => boxes.filter(box => box.mark === mark).length;
  const failed = amount('fail');
  const count: Span[] = [{ text: `${amount('pass')}/${boxes.length}`, tone: 'muted' }];
  // A red one is judged, yet nothing to count on.
  if (failed > 0)
    count.push({ text: ` · ${failed} ${theme.ascii ? 'X' : '✗'}`, tone: 'bad', strong: true });
  return row(theme, width, [{ text: titles[kind] ?? panes.boxes, strong: true }], count);
}

/** Rows that evidence too long for its box's row may take below it. */
const evidenceRows = 2;

function oneBox(look: Look, box: BoxView, { width, selected, now }: BoxRoom): string[] {
  const { theme } = look;
  const here = box.id === selected;
  const glyph = box.check?.running ? spinnerAt(theme, now) : box.badge.glyph;
  const titles = wrap(box.title, width - 4);
  const said = saidOf(look, box);
  const beside = widthOf(titles.at(-1)!) + widthOf(said.text) + 6 <= width;
  const rows = titles.map((text, at) => {
    const left: Span[] = [
      { text: here && at === 0 ? '> ' : '  ', tone: 'active', strong: true },
      { text: at === 0 ? `${glyph} ` : '  ', tone: box.badge.tone, strong: true },
      { text, inverse: here },
    ];
    return row(theme, width, left, beside && at === titles.length - 1 ? [said] : []);
  });
  if (beside) return rows;
  const below = wrapTo(said.text, width - 6, evidenceRows, theme.ascii ? '~' : '…');
  return [
    ...rows,
    ...below.map(text => row(theme, width, [{ text: '      ' }, { ...said, text }])),
  ];
}

/** Its verdict, with who gave it and what shows it; of an open one, only what there is to say. */
function saidOf({ words }: Look, { badge, mark, note, check }: BoxView): Span {
  if (check?.running) return { text: note === '' ? badge.word : note, tone: 'active' };
  if (mark !== 'open') {
    // What a command found says by itself whether it is good.
    const { passedBy, failedBy } = words.decisions.boxes;
    const whole = note.startsWith(passedBy) || note.startsWith(failedBy);
    const text = note === '' ? badge.word : whole ? note : `${badge.word} (${note})`;
    return { text, tone: badge.tone };
  }
  return note === '' && check
    ? { text: words.cockpit.panes.marks.checked, tone: 'muted' }
    : { text: note };
}
