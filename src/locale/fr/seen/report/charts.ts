/** The Gantt, the time that went, and another run beside. */

const gantt = {
  describe: (from: string, to: string, phases: number) =>
    `De ${from} à ${to}, ${phases} ligne${phases > 1 ? 's' : ''} : prévu, fait et meilleure répétition. Le tableau qui suit dit la même chose.`,
  describeOwn: (from: string, to: string, rows: number) =>
    `De ${from} à ${to}, ${rows} ligne${rows > 1 ? 's' : ''} : ce qui a été fait, sans le prévu. Le tableau qui suit dit la même chose.`,
  /** Why there is a chart without the plan. @param percent of the plan's axis, whole */
  ownScale: (percent: number) =>
    `L’exécution tient dans ${percent < 1 ? 'moins de 1' : percent} % de l’axe du plan : la voici à sa propre échelle, sans le prévu.`,
  own: 'L’exécution à sa propre échelle',
  alone: 'à sa propre échelle, sans le prévu',
  planScale: 'La même, à l’échelle du plan',
  steps: 'Les actions, phase par phase',
  planned: 'prévu',
  actual: 'fait',
  byHand: 'à la main',
  deciding: 'à décider',
  underway: 'en cours',
  failed: 'en échec',
  best: 'meilleure répétition',
  window: 'fenêtre de maintenance',
  break: 'temps mort, non dessiné',
  left: (duration: string) => `${duration} sans rien`,
  table: 'Le déroulé en tableau',
  caption: 'Chaque étape, phase et action : prévue et faite.',
  captionBest: 'Chaque étape, phase et action : prévue, faite, comparée à la meilleure répétition.',
  columns: {
    number: 'N°',
    title: 'Action',
    planned: 'Prévu',
    actual: 'Fait',
    took: 'Durée',
    best: 'Répétition',
    late: 'Retard',
  },
  moments: (count: number) => `Les moments qui comptent (${count})`,
  kinds: {
    checkpoint: 'point de contrôle',
    failure: 'échec',
    decision: 'décision',
    delay: 'retard',
  },
  onTime: 'à l’heure',
  notDone: 'non faite',
};

const time = {
  kinds: {
    commands: 'commandes',
    people: 'travail à la main',
    deciding: 'décisions',
    waiting: 'attente',
    away: 'sans personne à la barre',
  },
  describe: 'Temps passé par nature, tout compris ; le tableau qui suit dit la même chose.',
  whole: 'Toute l’exécution',
  total: 'Total',
  phase: 'Phase',
  planned: 'Prévu',
  caption: 'Temps passé par phase et par nature',
  present:
    'Les barres ne comptent pas le temps sans personne à la barre ; une attente trop longue est coupée.',
  longest: 'Les plus longs moments d’un tenant',
  table: 'Le temps en tableau',
};

const against = {
  rehearsal: (date: string) => `Face à la répétition du ${date}`,
  run: (date: string) => `Face à l’exécution du ${date}`,
  here: 'Cette exécution',
  there: 'L’autre',
  outcome: 'Issue',
  figures: 'Les chiffres des deux exécutions',
  lengths: 'Durées des phases et des actions, ici et là-bas',
  telling: 'Durées des phases, et des actions où l’écart compte',
  all: (steps: number) => `Toutes les actions (${steps})`,
  alike: 'Aucune action n’a fini autrement ni pris un temps bien différent.',
  doneHere: (count: number) => `Ici seulement : ${count} action${count > 1 ? 's' : ''}.`,
  doneThere: (count: number) => `Là-bas seulement : ${count} action${count > 1 ? 's' : ''}.`,
  same: 'pareil',
  almost: 'à moins d’une seconde',
  figure: 'Chiffre',
  difference: 'Écart',
  hereLong: 'Ici',
  thereLong: 'Là-bas',
  onlyHere: 'Ici seulement',
  onlyThere: 'Là-bas seulement',
  nothing: 'rien',
  kinds: {
    failure: 'échec',
    decision: 'décision',
    skipped: 'action passée',
    amendment: 'commande modifiée',
  },
};

export const charts = { gantt, time, against };
