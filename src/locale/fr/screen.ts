/** Header, tree, deadlines, what is next, step remarks, absence and ending. */

const s = (count: number) => (count > 1 ? 's' : '');

/** `1 point en échec, 2 ouverts`. */
const unmet = (open: number, failed: number) =>
  [failed > 0 && `${failed} point${s(failed)} en échec`, open > 0 && `${open} ouvert${s(open)}`]
    .filter(Boolean)
    .join(', ');

const header = {
  forecast: (time: string, delay: string) => `fin prévue ${time} (${delay})`,
  forecastOnTime: (time: string) => `fin prévue ${time} (à l'heure)`,
  progress: (done: number, total: number) => `${done}/${total} action${s(total)}`,
  rollbackProgress: (done: number, total: number) => `${done}/${total} du retour arrière`,
  phase: (at: number, total: number) => `phase ${at}/${total}`,
  outageOver: (elapsed: string) => `coupure ${elapsed}, finie`,
  outageAt: (from: string, to: string) => `coupure ${from} → ${to}`,
  returnUntil: (time: string) => `retour possible jusqu'à ${time}`,
  returnSoon: (time: string, left: string) => `retour possible jusqu'à ${time} (encore ${left})`,
  returnLate: (time: string) => `retour hors fenêtre depuis ${time}`,
  rollbackElapsed: (elapsed: string, budget: string) => `retour ${elapsed} / ${budget}`,
  rollbackElapsedOnly: (elapsed: string) => `retour depuis ${elapsed}`,
  observing: (holder: string) => `observe ${holder}`,
  observingNobody: 'observe, sans pilote',
  nextDecision: (time: string, due: string) => `prochaine décision ${time}${due && ` (${due})`}`,
};

const tree = {
  rollback: 'Retour arrière',
  validation: 'Validation du retour arrière',
  closing: 'Liste finale',
  end: "Fin de l'exécution",
};

const next = {
  automatic: 'automatique',
  enter: 'Entrée',
  decision: 'décision',
  decisionOf: (role: string) => `décision : ${role}`,
  manual: 'à la main',
};

const step = {
  cancelled: 'Elle a été arrêtée à la demande.',
  cancelling: "L'arrêt a été demandé ; on attend la fin de la commande.",
  checkFirst: 'Vérifiez le système avant de choisir : la relancer peut doubler ses effets.',
  orphan: 'Son témoin a disparu : elle tourne, mais son code de fin ne sera pas connu.',
  halting:
    'Le retour arrière est décidé : la commande en cours a reçu l’ordre de s’arrêter, on attend sa fin.',
  unbound: (names: string) => `Il manque une valeur : ${names}.`,
  badValue: (detail: string) => `Valeur refusée : ${detail}.`,
  outputOpen: "Un processus qu'elle a lancé écrit encore dans sa sortie.",
  away: "Elle s'est terminée pendant que personne n'était là.",
  held: (reason: string) => `Exécution suspendue${reason && ` : ${reason}`}.`,
  noHelm: "Personne ne tient la barre : rien n'est lancé.",
  destructive: 'Commande destructrice.',
  interactive: 'Commande interactive : le terminal lui sera confié.',
  amended: 'La commande a été modifiée pour cette exécution.',
  reopened: (count: number) => `Reprise ${count} fois.`,
  attempts: (count: number) => `${count} tentatives.`,
  skippedBecause: (reason: string) => `Passée : ${reason}.`,
  acceptedBecause: (reason: string) => `Acceptée : ${reason}.`,
  reason: (reason: string) => `Raison donnée : ${reason}.`,
  refusedBecause: (reason: string) => `NO-GO : ${reason}.`,
  approve: (role: string) => `Accord attendu : ${role}.`,
  proof: (proof: string) => `Preuve à garder : ${proof}.`,
  when: (when: string) => `Quand : ${when}.`,
  openBoxes: (count: number) => `${count} point${s(count)} encore à vérifier.`,
  failedBoxes: (count: number) => `${count} point${s(count)} en échec.`,
  allGreen: 'Tout est vérifié.',
  allGreenBut: (count: number) =>
    `Tout est admis, dont ${count} point${count > 1 ? 's' : ''} malgré ${count > 1 ? 'leur' : 'sa'} commande.`,
  nothingToCheck: 'Le plan ne demande aucune vérification : regardez le système vous-même.',
  overrun: (planned: string) => `Plus longue que prévu (${planned}).`,
  undoneBy: (steps: string) => `Défaite au retour arrière par ${steps}.`,
  notes: (text: string) => `Note : ${text}`,
};

const away = {
  exitedOk: (step: string) => `${step} s'est terminée sans erreur.`,
  exitedBad: (step: string, code: string) => `${step} a échoué (code ${code}).`,
  doubt: (step: string) => `${step} : issue inconnue, à vérifier sur le système.`,
  revoked: (step: string) => `${step} n'avait pas démarré, et ne démarrera pas.`,
  running: (step: string) => `${step} tourne toujours.`,
  orphan: (step: string) => `${step} tourne toujours, sans témoin.`,
  waits: (step: string, word: string) => `Vous attend maintenant : ${step} (${word}).`,
  waitsNothing: "Rien n'attend.",
};

const ending = {
  completed: 'Le plan est allé à son terme.',
  rolledBack: 'Le retour arrière est fait et validé.',
  aborted: "L'exécution a été abandonnée.",
  steps: (done: number, total: number) => `${done} action${s(done)} faite${s(done)} sur ${total}.`,
  skipped: (count: number, ids: string) => `Passée${s(count)} : ${ids}.`,
  accepted: (count: number, ids: string) => `Acceptée${s(count)} sans réussite : ${ids}.`,
  span: (from: string, to: string, duration: string) => `De ${from} à ${to} (${duration}).`,
  outage: (duration: string, planned: string) => `Coupure : ${duration}, prévue ${planned}.`,
  outageOpen: 'La fenêtre de maintenance a été ouverte et jamais fermée : vérifiez le service.',
  reason: (reason: string) => `Raison : ${reason}.`,
  trigger: (text: string) => `Déclencheur : ${text}.`,
  at: (step: string) => `Décidé à l'action ${step}.`,
  waiver: (reason: string, open: number, failed: number) =>
    `Validé quand même (${unmet(open, failed)}) : ${reason}.`,
  closedWaiver: (reason: string, open: number, failed: number) =>
    `Clos quand même (${unmet(open, failed)}) : ${reason}.`,
};

export const screen = { header, tree, next, step, away, ending };
