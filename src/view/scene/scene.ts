/** What every view of one moment shares: the input, the words, the plan's outline. */

import type { RunContext, StepRecord } from '../../../machines/context.ts';
import { runnableCommands } from '../../../machines/plan-steps.ts';
import type { StepStatus } from '../../../machines/state.ts';
import { type Words, wordsOf } from '../../locale/locale.ts';
import type { Command, Plan, Step } from '../../plan/types.ts';
import type { ViewInput } from '../types.ts';
import { clean } from './clean.ts';
import { type Outline, outlineOf } from './outline.ts';

export interface Scene {
  input: ViewInput;
  plan: Plan;
  context: RunContext;
  words: Words;
  outline: Outline;
  /** The run's zone. */
  zone: string;
  now: number;
  /** Text from outside, made safe to draw. */
  text(raw: string): string;
}

const untouched: StepRecord = { command: 0, jobs: [], amended: {}, reopened: 0 };

export function sceneOf(input: ViewInput): Scene {
  const { plan, state, language, ascii, now } = input;
  return {
    input,
    plan,
    context: state.context,
    words: wordsOf(language, ascii),
    outline: outlineOf(plan),
    zone: state.context.run?.timezone ?? plan.timezone,
    now,
    text: raw => clean(raw, ascii),
  };
}

/** Rollback was decided: the timeline is no longer what matters. */
export function isRollback({ context }: Scene): boolean {
  return context.rollback !== null;
}

/** A step of the timeline or of the rollback. */
export function stepOf({ outline }: Scene, id: string): Step | null {
  return outline.byId.get(id)?.step ?? outline.rollback.get(id) ?? null;
}

export function recordOf({ context }: Scene, id: string): StepRecord {
  return context.steps[id] ?? untouched;
}

export function statusOf({ input }: Scene, id: string): StepStatus {
  return input.state.statusOf(id);
}

/** `4.3 Title`, for sentences. */
export function stepLabel(scene: Scene, id: string): string {
  const step = stepOf(scene, id);
  return step ? scene.text(`${id} ${step.title}`) : scene.text(id);
}

/** The command of the step that runs next; null when all have run or none can. */
export function nextCommand(scene: Scene, step: Step): Command | null {
  return runnableCommands(step)[recordOf(scene, step.id).command] ?? null;
}

/** Milliseconds of an ISO time; null when absent or not a time. */
export function instant(iso: string | null | undefined): number | null {
  const ms = iso ? Date.parse(iso) : Number.NaN;
  return Number.isFinite(ms) ? ms : null;
}
