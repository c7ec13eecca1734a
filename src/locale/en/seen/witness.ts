/** The journal's hash, where outsiders may keep it. */
import type { witness as french } from '../../fr/seen/witness.ts';

export const witness: typeof french = {
  line: (hash, seq) => `Journal: ${hash} (entry ${seq})`,
  opened: (hash, seq) => `Journal before this decision: ${hash} (entry ${seq})`,
  decided: (hash, seq) => `Journal at this decision: ${hash} (entry ${seq})`,
  sealed: (sentence, hash) => `${sentence} · journal ${hash}`,
};
