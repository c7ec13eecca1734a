/** The journal's hash at a checkpoint or a gate, to be told to whoever decides with the operator. */
import type { Entry } from '../../../machines/entries.ts';
import type { StepStatus } from '../../../machines/state.ts';
import type { Step } from '../../plan/types.ts';
import type { Scene } from '../scene/scene.ts';
import type { StepView } from '../types.ts';
import { isDecision, witnessAt } from '../witness.ts';

/** While it is looked at, of the entry that opened the look, which stays; then of the decision. */
export function witnessRemarks(
  scene: Scene,
  { id, kind }: Step,
  status: StepStatus,
): StepView['remarks'] {
  if (kind !== 'checkpoint' && kind !== 'gate') return [];
  const { opened, decided } = scene.words.seen.witness;
  if (status === 'reviewing') return said(scene, opened, entry => opensLook(scene, entry));
  const isOver = status === 'passed' || status === 'refused' || status === 'remediating';
  if (!isOver) return [];
  return said(scene, decided, entry => isDecision(entry) && 'step' in entry && entry.step === id);
}

function said(
  scene: Scene,
  words: (hash: string, seq: number) => string,
  which: (entry: Entry) => boolean,
): StepView['remarks'] {
  const { input, context } = scene;
  const entry = input.entries.findLast(one => one.seq <= context.seq && which(one));
  const witness = entry && witnessAt(scene, entry.seq);
  return witness ? [{ text: words(witness.hash, witness.seq), tone: 'muted' }] : [];
}

/** What brings the run on: boxes, notes, checks and messages do not. */
const moving: ReadonlySet<Entry['type']> = new Set([
  'run.created',
  'step.confirmed',
  'step.skipped',
  'step.accepted',
  'step.reopened',
  'job.exited',
  'checkpoint.passed',
  'checkpoint.reviewed',
  'gate.passed',
  'gate.reviewed',
  'milestone.reached',
  'rollback.decided',
]);

function opensLook({ context }: Scene, entry: Entry): boolean {
  if (entry.type !== 'job.exited') return moving.has(entry.type);
  const job = context.jobs[entry.job];
  return job?.adhoc === undefined && job?.check === undefined;
}
