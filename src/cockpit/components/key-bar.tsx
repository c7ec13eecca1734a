import { useLook } from '../look.tsx';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { widthOf } from '../text/fit.ts';
import { row, type Span } from '../theme.ts';
import { type Hint, hintsOf } from './hints.ts';
import { Rows } from './rows.tsx';

/** The bottom line: the keys that do something now. */
export function KeyBar({ ui, s }: { ui: Ui; s: Situation }) {
  const { theme } = useLook();
  const { columns } = s.layout;
  const spans: Span[] = fitting(s.listening ? hintsOf(ui, s) : [], columns - 1).flatMap(
    ({ key, label }) => [
      { text: ` ${key}`, tone: 'active', strong: true },
      { text: label === '' ? '' : ` ${label} ` },
    ],
  );
  return <Rows rows={[row(theme, columns, spans)]} />;
}

/** Hints that fit, in order; the ones to keep always push out the others. */
function fitting(hints: readonly Hint[], width: number): Hint[] {
  const size = (hint: Hint) =>
    widthOf(hint.key) + widthOf(hint.label) + (hint.label === '' ? 1 : 3);
  let room =
    width - hints.filter(({ always }) => always).reduce((sum, hint) => sum + size(hint), 0);
  return hints.filter(hint => {
    if (hint.always) return true;
    room -= size(hint);
    return room >= 0;
  });
}
