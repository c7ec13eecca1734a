/** The run seen by others, and seen again: observers, replay, report. */
import { playback } from './seen/playback.ts';
import { report } from './seen/report.ts';
import { watching } from './seen/watching.ts';
import { witness } from './seen/witness.ts';

export const seen = { playback, report, watching, witness };
