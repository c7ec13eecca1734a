/** What was decided at the checkpoints: each may have its own message. */
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import { recordOf, type Scene } from '../scene/scene.ts';

export interface CheckpointDecision {
  step: string;
  /** Of its entry. */
  seq: number;
  verdict: 'go' | 'noGo';
  /** Milliseconds. */
  at: number;
  /** Why a GO was a waiver, or a NO-GO; '' for a plain GO. */
  reason: string;
  /** A GO that does not stand any more: the step was taken up again. */
  withdrawn: boolean;
}

/** The latest GO or NO-GO of each checkpoint, in the plan's order. */
export function decidedCheckpoints(scene: Scene): CheckpointDecision[] {
  const latest = latestOf(scene);
  return scene.outline.spots.flatMap(({ step }) => {
    const entry = step.kind === 'checkpoint' ? latest.get(step.id) : undefined;
    return entry ? [decisionOf(scene, entry)] : [];
  });
}

type Decided = EntryOf<'checkpoint.passed' | 'checkpoint.refused'>;

/** From the journal: a new look at a checkpoint leaves no trace of its last NO-GO in the context. */
function latestOf({ input, context }: Scene): Map<string, Decided> {
  const decided = input.entries.filter(
    (entry: Entry): entry is Decided =>
      (entry.type === 'checkpoint.passed' || entry.type === 'checkpoint.refused') &&
      entry.seq <= context.seq,
  );
  return new Map(decided.map(entry => [entry.step, entry]));
}

function decisionOf(scene: Scene, entry: Decided): CheckpointDecision {
  const { step, seq, at } = entry;
  const go = entry.type === 'checkpoint.passed';
  return {
    step,
    seq,
    verdict: go ? 'go' : 'noGo',
    at: Date.parse(at),
    reason: (go ? entry.waiver : entry.reason) ?? '',
    withdrawn: go && recordOf(scene, step).outcome !== 'passed',
  };
}
