/** Times that contradict each other. */
import type { Report } from '../diagnostics/reporter.ts';
import { minutesBetween } from '../quantities/time.ts';
import type { Phase, Plan, Stage, Step } from '../types.ts';

export function checkTimes(plan: Pick<Plan, 'stages'>, report: Report): void {
  for (const stage of plan.stages) {
    checkOrder(stage, report);
    checkOverlaps(stage.phases, report);
    for (const phase of stage.phases) checkPhase(phase, report);
  }
}

/** A step may start when the one before does, never earlier. */
function checkOrder(stage: Stage, report: Report): void {
  let last: Step | undefined;
  for (const step of stage.phases.flatMap(phase => phase.steps)) {
    const { time } = step;
    if (time === undefined) continue;
    if (last?.time !== undefined && minutesBetween(last.time, time) < 0) {
      report('time-backwards', step, { time, previous: last.time, step: last.id });
    }
    last = step;
  }
}

/** A phase may start at the minute the previous one ends. */
function checkOverlaps(phases: readonly Phase[], report: Report): void {
  phases.forEach((phase, index) => {
    const end = phases[index - 1]?.end;
    if (end === undefined || phase.start === undefined) return;
    if (minutesBetween(end, phase.start) < 0) {
      report('phases-overlap', phase, { start: phase.start, end });
    }
  });
}

function checkPhase(phase: Phase, report: Report): void {
  const { start, end, plannedMinutes: planned, steps } = phase;
  const sum = steps.reduce((total, { minutes = 0 }) => total + minutes, 0);
  if (planned !== undefined && sum > planned) report('steps-exceed-phase', phase, { sum, planned });
  if (start === undefined || end === undefined) return;
  const actual = minutesBetween(start, end);
  if (planned !== undefined && actual !== planned) {
    report('phase-duration', phase, { planned, start, end, actual });
  }
  for (const step of steps) checkInside(step, start, end, report);
  checkRest(phase, start, end, report);
}

function checkInside(step: Step, start: string, end: string, report: Report): void {
  const { time } = step;
  if (time === undefined) return;
  if (minutesBetween(start, time) >= 0 && minutesBetween(time, end) >= 0) return;
  report('outside-phase', step, { time, start, end });
}

/** Half a phase with nothing planned in it is a phase whose end is a guess. */
function checkRest(phase: Phase, start: string, end: string, report: Report): void {
  const last = phase.steps.findLast(({ time }) => time !== undefined);
  if (last?.time === undefined || last.minutes !== undefined || last.items.length > 0) return;
  const rest = minutesBetween(last.time, end);
  if (rest > minutesBetween(start, end) / 2 && phase.steps.length > 1) {
    report('phase-longer-than-steps', phase, { last: last.time, end });
  }
}
