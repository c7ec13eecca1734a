/** What the readers of sections share while one plan is compiled. */
import type { Report } from './diagnostics/reporter.ts';
import type { Source } from './document/source.ts';
import type { FenceAccount } from './steps/fences.ts';
import type { Reference } from './steps/references.ts';

export interface Context {
  source: Source;
  report: Report;
  fences: FenceAccount;
  /** Languages that something can run: shells, and those with a runner. */
  runs: (language: string) => boolean;
  /** Hosts of the environment, and whether each is this very machine; absent when there is no environment. */
  hosts?: ReadonlyMap<string, 'here' | 'elsewhere'>;
  /** Attribute values that name something else, with their places, to be checked at the end. */
  references: Reference[];
  /** Line of each stage read so far, by id. */
  stages: Map<string, number>;
}
