import type { Report } from '../diagnostics/reporter.ts';
import type { Place, Plan } from '../types.ts';
import { announces } from '../vocabulary/recognise.ts';

/** `reduced`, `degraded > 50%`: nobody can tell without the figure it is compared with. */
export function checkFigures(plan: Pick<Plan, 'metrics' | 'rollback'>, report: Report): void {
  const say = (text: string, place: Place) => {
    if (announces(text, words => words.comparatives)) report('no-baseline', place, { text });
  };
  for (const metric of plan.metrics.flatMap(group => group.items))
    say(metric.text || metric.title, metric);
  for (const { text, line } of plan.rollback?.triggers ?? []) say(text, { line, column: 1 });
}
