import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { checksOf } from '../../machines/checks.ts';
import { runnableOf } from '../../machines/commands.ts';
import type { Item, Plan, Step } from '../plan/types.ts';

/**
 * Tells charts apart, hex. The plan's own fingerprint is not enough: an environment adds steps, and
 * its runners decide which commands run.
 */
export function chartId(plan: Plan): string {
  const stages = plan.stages.map(stage => [
    stage.key,
    stage.phases.map(phase => [phase.key, phase.anyOrder, phase.steps.map(shape)]),
  ]);
  const checkpoints = plan.checkpoints.map(({ id, criteria }) => [id, ids(criteria)]);
  const { rollback } = plan;
  const back = rollback && [rollback.steps.map(shape), ids(rollback.validation)];
  const checks = [...checksOf(plan).keys()];
  const around = [ids(plan.checklist), plan.messages.map(({ id }) => id), idsOfMetrics(plan)];
  const text = JSON.stringify([plan.fingerprint, stages, checkpoints, back, checks, around]);
  return bytesToHex(sha256(utf8ToBytes(text)));
}

const idsOfMetrics = ({ metrics }: Plan): string[] => metrics.flatMap(group => ids(group.items));

const ids = (items: readonly Item[]): string[] => items.map(item => item.id);

function shape(step: Step) {
  const { id, key, kind, checkpoint, items } = step;
  return [id, key, kind, checkpoint, runnableOf(step), ids(items)];
}
