/** The figures at the top, and what is said of them. */

const s = (count: number) => (count > 1 ? 's' : '');

export const figures = {
  labels: {
    length: 'Durée totale',
    worked: 'Temps de travail',
    plannedOutage: 'Coupure prévue',
    outage: 'Coupure du service',
    rollback: 'Retour arrière',
    steps: 'Actions du plan',
    stepsDone: 'Actions faites',
    stepsSkipped: 'Actions passées',
    stepsAccepted: 'Actions acceptées malgré un échec',
    commands: 'Commandes lancées',
    commandsFailed: 'Commandes en échec',
    commandsInDoubt: 'Issues inconnues',
    retries: 'Relances',
    amendments: 'Commandes modifiées',
    go: 'GO',
    noGo: 'NO-GO',
    waivers: 'Dérogations',
    messagesSent: 'Messages envoyés',
    messagesFailed: 'Messages non partis',
    metricsRed: 'Mesures en défaut',
    output: 'Sorties enregistrées',
  },
  /** Where a figure does not apply, or cannot be known. */
  unknown: 'sans objet',
  /** Less than a second, and more than nothing. */
  instant: '< 1 s',
  planned: (duration: string) => `prévue : ${duration}`,
  over: (duration: string) => `${duration} de plus que prévu`,
  under: (duration: string) => `${duration} de moins que prévu`,
  outOf: (total: number) => `sur ${total}`,
  skipped: (count: number) => `${count} passée${s(count)}`,
  notSent: (count: number) => `${count} non parti${s(count)}`,
  nightsOut: 'nuits et pauses non comptées',
  bytes: (n: string) => `${n} o`,
  kilobytes: (n: string) => `${n} ko`,
  megabytes: (n: string) => `${n} Mo`,
  decimal: ',',
  all: 'Tous les chiffres',
};
