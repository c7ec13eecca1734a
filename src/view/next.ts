/** What comes after the current step, and who does it. */

import { runnableCommands } from '../../machines/plan-steps.ts';
import type { Step } from '../plan/types.ts';
import type { Spot } from './scene/outline.ts';
import { isRollback, recordOf, type Scene } from './scene/scene.ts';
import { dueIn } from './schedule/forecast.ts';
import { rounded } from './schedule/time.ts';
import { hasClosing } from './step/finals.ts';
import type { NextView } from './types.ts';

const most = 8;

export function nextViews(scene: Scene): NextView[] {
  if (scene.context.endedAt) return [];
  return isRollback(scene) ? nextInRollback(scene) : nextInTimeline(scene);
}

function nextInTimeline(scene: Scene): NextView[] {
  const { spots, byId } = scene.outline;
  const from = byId.get(scene.input.state.current ?? '')?.at ?? -1;
  const ahead: NextView[] = [];
  for (let at = from + 1; at < spots.length && ahead.length < most; at += 1) {
    const spot = spots[at]!;
    if (recordOf(scene, spot.step.id).outcome === undefined) ahead.push(timelineView(scene, spot));
  }
  const last = ahead.length < most && scene.input.state.status !== 'closing' && hasClosing(scene);
  return last ? [...ahead, decisionView(scene, scene.words.screen.tree.closing)] : ahead;
}

function timelineView(scene: Scene, spot: Spot): NextView {
  const { step } = spot;
  const alone = startsAlone(scene, step, spot.phase.steps[0] === step);
  const left = dueIn(scene, spot) ?? 0;
  return {
    time: step.time ?? '',
    title: scene.text(`${step.id} ${step.title}`),
    who: who(scene, step, alone),
    due: left >= 60_000 ? scene.words.units.in(rounded(left, scene.words)) : '',
    human: !alone,
  };
}

function nextInRollback(scene: Scene): NextView[] {
  const { state } = scene.input;
  const steps = scene.plan.rollback?.steps ?? [];
  const ahead = steps
    .slice(steps.findIndex(step => step.id === state.current) + 1)
    .filter(step => recordOf(scene, step.id).outcome === undefined)
    .slice(0, most)
    .map(step => rollbackView(scene, step, steps[0] === step));
  if (state.status === 'validating') return [];
  return [...ahead, decisionView(scene, scene.words.screen.tree.validation)];
}

function rollbackView(scene: Scene, step: Step, first: boolean): NextView {
  const alone = startsAlone(scene, step, first);
  const title = scene.text(`${step.id} ${step.title}`);
  return { time: '', title, who: who(scene, step, alone), due: '', human: !alone };
}

/** What is looked at as a whole, at the end. */
function decisionView({ words }: Scene, title: string): NextView {
  return { time: '', title, who: words.screen.next.decision, due: '', human: true };
}

/** Commands that the pace, or the plan, starts without anybody. */
function startsAlone({ context }: Scene, step: Step, first: boolean): boolean {
  if (step.kind !== 'command' || context.held) return false;
  if (step.attributes.auto || context.pace === 'automatic') return true;
  return context.pace === 'phase' && !first;
}

function who(scene: Scene, step: Step, alone: boolean): string {
  const { next } = scene.words.screen;
  const { role, approve } = step.attributes;
  if (alone) return next.automatic;
  if (step.kind === 'checkpoint' || step.kind === 'gate') {
    const decider = approve ?? role;
    return decider ? next.decisionOf(scene.text(decider)) : next.decision;
  }
  if (role) return scene.text(role);
  // An observer has no key for it.
  if (scene.input.observer) return next.manual;
  return runnableCommands(step).length > 0 || step.kind === 'milestone' ? next.enter : next.manual;
}
