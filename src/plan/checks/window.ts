/** Can the plan still go back inside its maintenance window? */
import type { Report } from '../diagnostics/reporter.ts';
import { minutesBetween, minutesOf, timeOf } from '../quantities/time.ts';
import type { Plan, Rollback, Step } from '../types.ts';
import { forwardSteps } from './walk.ts';

export function checkWindow(plan: Pick<Plan, 'stages' | 'rollback'>, report: Report): void {
  const steps = forwardSteps(plan);
  const opens = steps.findIndex(step => step.window === 'opens');
  const closes = steps.findIndex(step => step.window === 'closes');
  if (opens >= 0 && closes < 0) report('window-incomplete', steps[opens]!, { side: 'closes' });
  if (closes >= 0 && opens < 0) report('window-incomplete', steps[closes]!, { side: 'opens' });
  if (plan.rollback) checkBudget(plan.rollback, report);
  if (opens >= 0 && closes > opens && plan.rollback?.minutes !== undefined) {
    checkLate(steps.slice(opens, closes), steps[closes]!, plan.rollback.minutes, report);
  }
}

function checkBudget(rollback: Rollback, report: Report): void {
  const { minutes, steps } = rollback;
  const sum = steps.reduce((total, step) => total + (step.minutes ?? 0), 0);
  if (minutes === undefined && steps.length > 0) report('rollback-without-budget', rollback);
  if (minutes !== undefined && sum > minutes)
    report('rollback-over-budget', rollback, { sum, minutes });
}

/** Every decision inside the window must leave time for a whole rollback. */
function checkLate(inside: readonly Step[], last: Step, minutes: number, report: Report): void {
  const closes = last.time;
  if (closes === undefined) return;
  for (const step of inside) {
    const { time, kind } = step;
    if (time === undefined || (kind !== 'checkpoint' && kind !== 'gate')) continue;
    // It is decided once what it asks for is done.
    const own = step.minutes ?? 0;
    if (minutesBetween(time, closes) >= minutes + own) continue;
    const latest = timeOf(minutesOf(closes) - minutes - own);
    const end = timeOf(minutesOf(time) + minutes + own);
    report('late-rollback', step, { step: step.id, time, minutes, end, closes, latest });
  }
}
