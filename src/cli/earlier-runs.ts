import { dirname } from 'node:path';
import type { RunEvidence } from '../../machines/entries.ts';
import type { Environment, Plan } from '../plan/types.ts';
import { noHistory } from '../view/history.ts';
import type { History } from '../view/types.ts';
import { provenRuns } from './around/evidence.ts';
import { historyOf } from './history.ts';

/** A run in its folder, among others of the same home. */
export interface OneOfTheRuns {
  id: string;
  folder: string;
  plan: Plan;
  environment: Environment;
}

/**
 * What earlier runs took: nothing until they are read, which waits for the first frame.
 * @param proven told once those are known that prove something
 */
export function earlierRuns(
  { folder, id, plan, environment }: OneOfTheRuns,
  proven: (proofs: RunEvidence[]) => void = () => {},
): () => History {
  let history = noHistory;
  const home = dirname(dirname(folder));
  const read = async (): Promise<void> => {
    const proofs = await provenRuns(home, plan, id);
    history = { ...history, proofs };
    proven(proofs);
    history = { ...(await historyOf(home, id, plan, environment.name)), proofs };
  };
  // They help to forecast; without them everything else still holds.
  setTimeout(() => void read().catch(() => {}), 300).unref();
  return () => history;
}
