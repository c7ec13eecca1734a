/** What the keys of a run that plays again do, and what stands around its scrubber. */

/** By kind of moment. */
const none = {
  checkpoint: 'Aucun point de contrôle',
  failure: 'Aucun échec',
  decision: 'Aucune décision',
  delay: 'Aucun retard',
  any: 'Aucun moment marquant',
};

export const keys = {
  /** Beside each key, in the help. */
  group: 'Rejouer',
  /** One line per key, for the help and the palette. */
  help: {
    playPause: 'lire, ou mettre en pause',
    faster: 'accélérer',
    slower: 'ralentir',
    forward: 'avancer de 10 s',
    backward: 'reculer de 10 s',
    goToTime: 'aller à une heure',
    nextCheckpoint: 'point de contrôle suivant',
    previousCheckpoint: 'point de contrôle précédent',
    nextFailure: 'échec suivant',
    previousFailure: 'échec précédent',
    nextDecision: 'décision suivante',
    previousDecision: 'décision précédente',
    nextDelay: 'retard suivant',
    previousDelay: 'retard précédent',
    nextMoment: "moment suivant, quel qu'il soit",
    previousMoment: "moment précédent, quel qu'il soit",
    moments: "voir tous les moments, et aller à l'un d'eux",
    /** Enter, for whoever only looks. */
    open: 'ouvrir la ligne, plier ou déplier',
    leave: 'quitter ; rien ne change',
  },
  /** One or two words after a key, in the bottom bar. */
  hints: {
    play: 'lire',
    pause: 'pause',
    pace: 'vitesse',
    skip: '10 s',
    time: 'heure',
    checkpoint: 'contrôle',
    failure: 'échec',
    any: 'moment',
    moments: 'moments',
    jump: 'y aller',
  },
  playing: 'lecture',
  paused: 'pause',
  over: 'fin',
  /** Instead of the observer's word in the header; before the terminal's title. */
  badge: 'RELECTURE',
  moments: 'Moments',
  noMoments: 'Rien de marquant : ni échec, ni décision, ni retard.',
  goTo: 'Aller à :',
  goToHow: '07:45 · +10m · -30s · 50 % · J+1 08:00',
  none,
  noneAfter: (none: string) => `${none} après.`,
  noneBefore: (none: string) => `${none} avant.`,
  /** For ears: how it plays, and after what. */
  heard: {
    playing: (speed: string) => `Lecture ${speed}`,
    paused: (clock: string, end: string) => `En pause à ${clock} sur ${end}`,
    over: (end: string) => `Fin de la relecture, ${end}`,
    after: (moment: string) => `après : ${moment}`,
  },
};
