/** What an engine is opened with. */
import type { Effect } from '../../machines/effects.ts';
import type { HelmHolder } from '../../machines/entries.ts';
import type { Jobs } from '../jobs/types.ts';
import type { Environment, Plan } from '../plan/types.ts';
import type { Reach } from './around/surroundings.ts';
import type { Ledger } from './ledger.ts';
import type { Places } from './starting/command-environment.ts';

export interface EngineOptions {
  /** With the environment's own steps in front. */
  plan: Plan;
  environment: Environment;
  places: Places;
  ledger: Ledger;
  jobs: Jobs;
  helm: HelmHolder;
  secrets: Readonly<Record<string, string>>;
  /** The operator's own environment, for the commands. */
  base: Readonly<Record<string, string | undefined>>;
  node: string;
  /** Channels and probes; null where nothing leaves this process. */
  reach?: Reach | null;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** A human is needed. */
  onCall?: (effect: Extract<Effect, { type: 'callHuman' }>) => void;
}
