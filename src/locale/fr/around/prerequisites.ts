/** The page of what must be true before the day. */

const s = (count: number) => (count > 1 ? 's' : '');

export const prerequisites = {
  title: 'Prérequis',
  none: "Le plan n'a pas de prérequis.",
  proved: (count: number, total: number) => `${count} sur ${total} prouvé${s(count)}`,
  waived: (count: number) => `${count} dérogation${s(count)}`,
  owed: (count: number) => `${count} à prouver`,
  badges: {
    open: 'à prouver',
    pass: 'prouvé',
    fail: 'refusé',
    waived: 'dérogation',
    checking: 'vérification en cours',
  },
  byPerson: (who: string, when: string) => `par ${who} ${when}`,
  byCommand: (when: string) => `par commande ${when}`,
  byRun: (run: string, date: string) => `par exécution ${run} du ${date}`,
  waivedBecause: (reason: string, who: string, when: string) =>
    `Dérogation : ${reason} (${who} ${when})`,
  evidence: (run: string, environment: string, date: string) =>
    `Preuve : ${run}, ${environment}, fin le ${date}`,
  command: (script: string) => `Commande : ${script}`,
  wanted: (what: string) => `Serait prouvé par ${what}.`,
  run: (where: string) => `une exécution de ce même plan, terminée ${where}`,
  rollback: (where: string) => `un retour arrière de ce même plan, validé ${where}`,
  in: (environment: string) => `en ${environment}`,
  elsewhere: 'dans un autre environnement',
  byWord: "Se prouve par la parole d'une personne.",
  candidate: (run: string, environment: string, date: string) =>
    `Preuve possible : ${run}, ${environment}, fin le ${date}`,
  noCandidate: "Aucune exécution d'avant ne le prouve.",
  overrules: 'La commande a dit le contraire : dites pourquoi il est bon tout de même.',
};
