import type { Report } from '../diagnostics/reporter.ts';
import type { Place, Plan } from '../types.ts';
import { announces } from '../vocabulary/recognise.ts';

/** A figure by itself: not a share, nor a part of a name such as `J+1`. */
const figure = /(?<![\p{L}\p{N}+.,-])\d+(?:[.,]\d+)?(?![\d.,]*\s*%)(?!\d)/u;

/** `reduced`, `degraded > 50%`: nobody can tell without the figure it is compared with, or its name. */
export function checkFigures(plan: Pick<Plan, 'metrics' | 'rollback'>, report: Report): void {
  const say = (text: string, place: Place) => {
    if (!announces(text, words => words.comparatives)) return;
    if (figure.test(text) || announces(text, words => words.baselines)) return;
    report('no-baseline', place, { text });
  };
  for (const metric of plan.metrics.flatMap(group => group.items))
    say(metric.text || metric.title, metric);
  for (const { text, line } of plan.rollback?.triggers ?? []) say(text, { line, column: 1 });
}
