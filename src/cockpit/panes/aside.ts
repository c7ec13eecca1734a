/** The command beside the plan: the heading of its output, and the mention of it while it runs out of sight. */
import type { AsideView } from '../../view/types.ts';
import type { Look } from '../look.tsx';
import type { Situation } from '../model/situation.ts';
import { spinnerAt } from '../text/spinner.ts';
import { row, type Span } from '../theme.ts';

/** The command beside the plan whose output is in view; null when it is another's. */
export function asideInView({ view, output }: Situation): AsideView | null {
  return view.aside && view.aside.job === output.job ? view.aside : null;
}

/** `✓ code 0 · 0,2 s`. */
export function asideState({ theme }: Look, { badge, live }: AsideView, now: number): Span {
  const glyph = live ? spinnerAt(theme, now) : badge.glyph;
  return { text: `${glyph} ${badge.word}`, tone: badge.tone, strong: !live };
}

/** One row while it runs and nothing else on the screen shows it; none otherwise. */
export function asideRow(look: Look, s: Situation, width: number): string[] {
  const { aside } = s.view;
  if (!aside?.live || asideInView(s)) return [];
  if (s.shown?.boxes.some(({ check }) => check?.running && check.job === aside.job)) return [];
  return [
    row(look.theme, width, [{ text: aside.title, strong: true }], [asideState(look, aside, s.now)]),
  ];
}
