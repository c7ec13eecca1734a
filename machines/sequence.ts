/** Chains steps into phases and phases into stages: each link's end starts the next. */
import type { Phase, Plan, Stage, Step } from '../src/plan/types.ts';
import { chart, type StateConfig } from './chart.ts';
import { checkpointStep } from './checkpoint.ts';
import { gateStep } from './gate.ts';
import { listPhase } from './list.ts';
import { milestoneStep } from './milestone.ts';
import { reopening, type WayBack } from './reopening.ts';
import { commandStep, manualStep } from './step.ts';

/** Key of the state that ends a chain; no key of a plan has an underscore. */
const last = '_end';

/** States entered one after the other, under the keys of the plan; then the parent is done. */
export function chain(links: readonly { key: string; state: StateConfig }[]) {
  const states: Record<string, StateConfig> = {};
  links.forEach(({ key, state }, index) => {
    if (!/^[\w-]+$/.test(key) || key === last) throw new TypeError(`not a state key: «${key}»`);
    if (Object.hasOwn(states, key)) throw new TypeError(`two states share the key «${key}»`);
    states[key] = { ...state, onDone: links[index + 1]?.key ?? last };
  });
  states[last] = { type: 'final' };
  return { initial: links[0]?.key ?? last, states };
}

/** Stages that hold no step are left out: they have no moment of their own. */
export function stages(plan: Plan) {
  const full = plan.stages.filter(stage => stage.phases.some(phase => phase.steps.length > 0));
  return chain(full.map(stage => ({ key: stage.key, state: stageState(stage, plan) })));
}

function stageState(stage: Stage, plan: Plan): StateConfig {
  const full = stage.phases.filter(phase => phase.steps.length > 0);
  return chain(full.map(phase => ({ key: phase.key, state: phaseState(phase, plan) })));
}

function phaseState(phase: Phase, plan: Plan) {
  if (phase.anyOrder) return { ...listPhase(phase, plan, last), entry: 'unprove' as const };
  return chart.createStateConfig({
    ...steps(phase.steps, plan),
    entry: 'unprove',
    // What is done again may have been what a proof looked at.
    on: reopenings(phase.steps, plan, '.', 'unprove'),
  });
}

/** A chain of steps. */
export function steps(list: readonly Step[], plan: Plan) {
  return chain(list.map(step => ({ key: step.key, state: stepState(step, plan) })));
}

function stepState(step: Step, plan: Plan): StateConfig {
  return {
    ...stateOf[step.kind](step, plan),
    entry: { type: 'takeTurn', params: { step: step.id } },
  };
}

const stateOf: Record<Step['kind'], (step: Step, plan: Plan) => StateConfig> = {
  manual: manualStep,
  command: commandStep,
  checkpoint: checkpointStep,
  gate: gateStep,
  milestone: milestoneStep,
};

/**
 * Ways back to each of these steps, whose states are at `path`. The steps that follow are to be done
 * again too; `also` is what else going back undoes.
 */
export function reopenings(list: readonly Step[], plan: Plan, path: string, also: WayBack['also']) {
  const backTo = (step: Step, index: number): WayBack => ({
    step,
    to: { target: `${path}${step.key}` },
    again: () => list.slice(index),
    also,
  });
  return { 'step.reopened': list.map((step, index) => reopening(backTo(step, index), plan)) };
}
