/** Titles of panes and pages, and what stands around a command’s output. */

export const panes = {
  plan: 'Plan',
  step: 'Action',
  output: 'Sortie',
  command: 'Commande',
  boxes: 'À cocher',
  criteria: 'Critères',
  actionsOnFailure: 'Si ça échoue, le plan dit',
  next: 'Ensuite',
  rollback: 'Retour arrière',
  validation: 'Validation du retour',
  closing: 'Liste finale',
  journal: 'Journal',
  deadlines: 'Échéances',
  choices: 'Que faire ?',
  away: 'Pendant votre absence',
  help: 'Aide',
  palette: 'Actions',
  reading: 'Document',
  contacts: 'Qui appeler',
  messages: 'Messages',
  measures: 'Mesures',
  notes: 'Notes',
  filter: 'Filtre',
  ending: 'Fin',
  times: 'Heures',
  amendments: 'Commandes modifiées',
  detail: 'Détail',
  /** A file that is not where the plan says. */
  missing: 'introuvable',
  /** Rows that need a larger pane. */
  hidden: (rows: string) => `${rows} · z agrandit`,
  card: {
    call: 'Appeler',
    next: 'puis',
  },
  /** Beside a command, or the box that one checks. */
  marks: {
    amended: 'modifiée (M)',
    interactive: 'interactive',
    checked: 'par commande',
  },
  /** Headings of the page of hours. */
  columns: {
    step: 'Action',
    planned: 'Prévu',
    actual: 'Réel',
    forecast: 'Estimé',
    drift: 'Écart',
  },
};

export const follow = {
  following: 'suivi',
  paused: (lines: number) => `pause, +${lines} ligne${lines > 1 ? 's' : ''} (G pour suivre)`,
  lines: (lines: string) => `${lines} ligne${/^[01]$/.test(lines) ? '' : 's'}`,
  errors: (count: number) => `${count} erreur${count > 1 ? 's' : ''}`,
  warnings: (count: number) => `${count} alerte${count > 1 ? 's' : ''}`,
  noOutput: 'aucune sortie pour le moment',
  printedNothing: 'aucune sortie',
  noJob: "rien n'a encore été lancé",
  silent: (duration: string) => `aucune sortie depuis ${duration}`,
  truncated: (bytes: string) =>
    `début non affiché (${bytes}) : la sortie entière est dans le dossier de l'exécution`,
  filtered: (shown: number, total: number) => `${shown} sur ${total}`,
  noMatch: 'aucun résultat',
};
