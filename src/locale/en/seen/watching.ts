/** What an observer reads of whoever drives. */
import type { watching as french } from '../../fr/seen/watching.ts';

export const watching: typeof french = {};
