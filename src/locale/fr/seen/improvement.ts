/** What a run teaches its plan: said in the report, and written at the end of the plan. */
export const improvement = {
  /** Heading of the section at the end of the plan. */
  heading: "Retour d'expérience",
  part: (date: string, environment: string, run: string) => `${date}, ${environment} (${run})`,
  ofRun: (environment: string, run: string) => `Exécution ${run}, environnement ${environment}.`,
  phase: (id: string, title: string) => `phase ${id} ${title}`,
  rollback: 'retour arrière',
  corrected: (what: string, from: string, to: string, measured: string) =>
    `${what} : ${to} au lieu de ${from} (mesuré : ${measured})`,
  measured: (what: string, took: string) => `${what} : mesuré ${took}`,
  failed: (step: string, failures: number, cost: string, then: string) =>
    `${step} : ${failures > 1 ? `${failures} échecs` : 'un échec'}, temps perdu : ${cost}${then && ` (${then})`}`,
  /** What was decided about a failure. */
  decided: {
    'step.retried': 'relancée',
    'step.amended': 'commande modifiée',
    'step.accepted': 'acceptée',
    'step.skipped': 'passée',
    'step.reopened': 'reprise plus haut',
    'job.abandoned': "on ne l'a plus attendue",
    'rollback.decided': 'retour arrière',
    'run.aborted': 'exécution abandonnée',
  },
  because: (what: string, reason: string) => `${what}${reason && ` : ${reason}`}`,
  separator: ' ; ',
  topics: {
    lesson: 'leçon',
    none: 'note',
    adoption: 'adoption',
    satisfaction: 'satisfaction',
  },
  note: (topic: string, step: string, text: string) =>
    `${topic}${step && `, ${step}`} : « ${text} »`,
  signed: (text: string, when: string, by: string) => `${text} (${when}, ${by})`,
  more: (count: number) => `${count} de plus dans le rapport de cette exécution`,
};
