/** The journal's hash, where outsiders may keep it. */
import type { witness as french } from '../../fr/seen/witness.ts';

export const witness: typeof french = {};
