import type { Fact } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { Plan } from '../plan/types.ts';
import { stepsOf } from './steps.ts';
import type { Refusal } from './types.ts';

const starting: ReadonlySet<Fact['type']> = new Set(['job.started', 'step.begun']);
const free: ReadonlySet<Fact['type']> = new Set([
  'note.added',
  'item.ticked',
  'item.cleared',
  'helm.taken',
]);

/** Why the machine would not take this fact now; null when it would. */
export function refusalOf(plan: Plan, state: RunState, fact: Fact): Refusal | null {
  if (state.can(fact)) return null;
  const { context } = state;
  if (context.helm === null && !free.has(fact.type)) return { code: 'no-helm', detail: '' };
  if (context.held !== null && starting.has(fact.type)) {
    return { code: 'held', detail: context.held.reason };
  }
  if (context.liveJob !== null && fact.type !== 'job.started') {
    return { code: 'job-running', detail: context.jobs[context.liveJob]?.step ?? '' };
  }
  return openBoxes(plan, state, fact) ?? { code: 'not-now', detail: state.current ?? state.status };
}

function openBoxes(plan: Plan, state: RunState, fact: Fact): Refusal | null {
  if (fact.type === 'rollback.validated') return open('open-criteria', plan.rollback?.validation);
  if (!('step' in fact) || fact.step === undefined || fact.step !== state.current) return null;
  const step = stepsOf(plan).get(fact.step)?.step;
  if (fact.type === 'step.confirmed') return open('open-items', step?.items);
  if (fact.type !== 'checkpoint.passed') return null;
  return open('open-criteria', plan.checkpoints.find(one => one.id === step?.checkpoint)?.criteria);

  function open(code: Refusal['code'], items: readonly { id: string }[] = []): Refusal | null {
    const left = items.filter(item => state.context.marks[item.id]?.verdict !== 'pass').length;
    return left === 0 ? null : { code, detail: String(left) };
  }
}
