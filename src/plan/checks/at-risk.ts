/** Which steps may have to be undone? */
import type { Command, Plan, Stage, Step } from '../types.ts';
import { linesLeft } from '../undoing/left.ts';
import { nobody } from '../undoing/way-back.ts';
import { forwardSteps } from './walk.ts';

type Timeline = Pick<Plan, 'stages'>;

/** The commands of a step that run, whatever they do. */
export function running({ commands }: Step): Command[] {
  return commands.filter(({ runnable }) => runnable);
}

/**
 * Steps of the maintenance window that change something, as far as their words tell: what comes before is
 * still preparation. Where no milestone opens it, steps of the whole day.
 */
export function stepsAtRisk(plan: Timeline): Step[] {
  const all = forwardSteps(plan);
  const opens = all.findIndex(({ window }) => window === 'opens');
  const steps = opens < 0 ? forwardSteps({ stages: theDay(plan) }) : all.slice(opens);
  const closes = steps.findIndex(({ window }) => window === 'closes');
  return steps.slice(0, closes < 0 ? undefined : closes).filter(isAtRisk);
}

function isAtRisk(step: Step): boolean {
  return running(step).some(
    command => command.attributes.destructive || linesLeft(command, nobody).length > 0,
  );
}

/** Day J; every day, when nothing runs on that one. */
function theDay({ stages }: Timeline): Stage[] {
  const day = stages.filter(({ offsetDays }) => offsetDays === 0);
  const runs = forwardSteps({ stages: day }).some(step => running(step).length > 0);
  return runs ? day : stages;
}
