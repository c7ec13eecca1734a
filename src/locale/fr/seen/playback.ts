/** A run that plays again. */
import { keys } from './playback-keys.ts';

export const playback = {
  /** Its keys, in the help and in the bar, and what the scrubber says. */
  keys,
  speed: (times: number) => `×${times}`,
  idle: (duration: string) => `rien pendant ${duration}`,
  /** An instant of a run that spans several days. */
  onDay: (day: string, time: string) => `${day} ${time}`,
  badges: {
    validated: 'validé',
    unstarted: 'pas lancée',
    orphaned: 'sans témoin',
    abandoned: 'plus attendue',
    decision: 'décision',
    delay: 'retard',
  },
  late: (duration: string, step: string) => `${duration} de retard à ${step}`,
  /** What else a decision brought. */
  alsoLate: (text: string, duration: string) => `${text}, ${duration} de retard`,
  seek: {
    unknown: (text: string) =>
      `« ${text} » : ni une heure ni un écart. Par exemple 07:45, 07:45:10, +10m, -30s, 50 %, J+1 08:00.`,
    outside: (text: string, from: string, to: string) =>
      `« ${text} » est hors de l'exécution, qui va de ${from} à ${to}.`,
  },
  unfinished: (id: string) => `${id} n'est pas terminée : on rejoue ce qu'il y en a.`,
  damaged: (line: number, why: string) =>
    `Journal endommagé, ligne ${line} (${why}) : on rejoue ce qui la précède.`,
};
