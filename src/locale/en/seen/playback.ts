/** A run that plays again. */
import type { playback as french } from '../../fr/seen/playback.ts';
import { keys } from './playback-keys.ts';

export const playback: typeof french = {
  keys,
  speed: times => `×${times}`,
  idle: duration => `nothing for ${duration}`,
  onDay: (day, time) => `${day} ${time}`,
  badges: {
    validated: 'validated',
    unstarted: 'not started',
    orphaned: 'no witness',
    abandoned: 'given up',
    decision: 'decision',
    delay: 'late',
  },
  late: (duration, step) => `${duration} late at ${step}`,
  alsoLate: (text, duration) => `${text}, ${duration} late`,
  seek: {
    unknown: text =>
      `“${text}” is neither a time nor a distance. For example 07:45, 07:45:10, +10m, -30s, 50%, D+1 08:00.`,
    outside: (text, from, to) => `“${text}” is outside the run, which goes from ${from} to ${to}.`,
  },
  unfinished: id => `${id} is not finished: what there is of it is played.`,
  damaged: (line, why) =>
    `The journal is damaged at line ${line} (${why}): what comes before is played.`,
};
