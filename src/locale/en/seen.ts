/** The run seen by others, and seen again: observers, replay, report. */
import { improvement } from './seen/improvement.ts';
import { playback } from './seen/playback.ts';
import { report } from './seen/report.ts';
import { sentences } from './seen/report-sentences.ts';
import { watching } from './seen/watching.ts';
import { witness } from './seen/witness.ts';

export const seen = { improvement, playback, report, sentences, watching, witness };
