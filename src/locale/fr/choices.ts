/** What the operator may do: labels, consequences, why not, and the words to type. */
import { choices as around } from './around/choices.ts';

/** `1 case en échec, 2 cases encore ouvertes`. */
function unmet(one: string, still: string, open: number, failed: number): string {
  const s = (count: number) => (count > 1 ? 's' : '');
  return [
    failed > 0 && `${failed} ${one}${s(failed)} en échec`,
    open > 0 && `${open} ${one}${s(open)} ${still}${s(open)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const labels = {
  start: (step: string) => `Lancer ${step}`,
  startNext: (step: string, at: number, total: number) =>
    `Lancer ${step} (commande ${at}/${total})`,
  confirm: (step: string) => `${step} est faite`,
  reach: (step: string) => `${step} : jalon atteint`,
  go: 'GO',
  noGo: 'NO-GO',
  review: 'Réexaminer',
  retry: (step: string) => `Relancer ${step}`,
  accept: (step: string) => `Accepter ${step}`,
  skip: (step: string) => `Passer ${step}`,
  redo: 'Reprendre plus tôt',
  rollback: 'Retour arrière',
  validate: 'Valider le retour arrière',
  abandon: 'Ne plus attendre la commande',
  stop: (step: string) => `Arrêter ${step}`,
  abort: "Abandonner l'exécution",
  hold: 'Suspendre',
  resume: 'Reprendre',
  pace: 'Changer le rythme',
  tickPass: 'Cocher',
  tickFail: 'Marquer en échec',
  note: 'Épingler une note',
  amend: (step: string) => `Modifier la commande de ${step}`,
  amendAndRetry: (step: string) => `Modifier et relancer ${step}`,
  adhoc: 'Commande à côté du plan',
  stopAside: (what: string) => `Arrêter ${what}`,
  abandonAside: (what: string) => `Ne plus attendre ${what}`,
  check: 'Relancer la vérification',
  prove: 'Prouver, ou dire bon',
  notNeeded: (step: string) => `${step} est sans objet`,
  bind: 'Donner une valeur',
};

const consequences = {
  runs: (host: string, command: string) => `Exécute sur ${host} : ${command}`,
  thisMachine: 'cette machine',
  moreLines: (count: number) => `(+${count} ligne${count > 1 ? 's' : ''})`,
  undoneBy: (steps: string) => `Le retour arrière la défait (${steps}).`,
  notUndone: 'Rien dans le plan ne la défait.',
  destructive: 'Destructrice : ne se rattrape pas.',
  mayHaveEffects: "L'essai précédent a pu avoir des effets.",
  safeToRerun: 'Le plan la dit sans risque à relancer.',
  confirm: "Écrit au journal que c'est fait, et passe à la suite.",
  confirmOpen: (open: number, failed: number) =>
    `${unmet('case', 'encore ouverte', open, failed)} : dites pourquoi.`,
  reach: "Écrit l'heure du jalon, et passe à la suite.",
  opensWindow: 'Ouvre la fenêtre de maintenance : la coupure commence.',
  closesWindow: 'Ferme la fenêtre de maintenance.',
  go: 'Le déploiement continue.',
  goWaived: (open: number, failed: number) =>
    `${unmet('critère', 'non vérifié', open, failed)} : le GO est une dérogation, motivée.`,
  noGo: "Le déploiement s'arrête ici ; on corrige, on reprend ou on revient en arrière.",
  review: 'Les corrections sont faites : le point est examiné à nouveau.',
  accept: "L'action compte comme faite par d'autres moyens ; la suite continue.",
  skip: "L'action ne sera pas faite ; la suite continue sans elle.",
  skipTried: 'La suite continue sans elle ; ce que les essais ont déjà fait reste fait.',
  redo: "L'action choisie et celles qui la suivent dans la phase sont à refaire.",
  rollback: (steps: number, duration: string) =>
    `Le plan est abandonné pour ${steps > 1 ? `ses ${steps} actions` : 'son action'} de retour${duration && ` (${duration})`}. Sans demi-tour.`,
  rollbackLacks: (names: string) => `Impossible maintenant sans : ${names}.`,
  rollbackRunning:
    'La commande en cours est arrêtée (TERM, puis KILL) ; le retour vient dès qu’elle est finie, au rythme choisi.',
  validate: 'Le système revenu en arrière est déclaré bon. Fin.',
  validateOpen: (open: number, failed: number) =>
    `${unmet('vérification', 'ouverte', open, failed)} : dites pourquoi.`,
  abandon: "La commande continue peut-être ; le plan ne l'attend plus.",
  stop: 'TERM, puis KILL si elle résiste. Ce qui est déjà fait reste fait.',
  abort: "Fin de l'exécution, sans retour arrière. Le système reste tel quel.",
  abortRollback: "Fin de l'exécution : le retour arrière reste inachevé, et n'est pas validé.",
  hold: "Plus rien n'est lancé avant la reprise. La commande en cours continue.",
  resume: "L'exécution reprend là où elle est.",
  pace: 'Change ce qui se lance tout seul.',
  tick: 'Écrit au journal.',
  note: 'Écrite au journal, avec votre nom.',
  amend:
    "Change la commande pour cette exécution seulement ; le fichier du plan n'est pas touché. L'écart va au journal.",
  amendFirst: "Rien n'est lancé encore.",
  amendRuns: (host: string) => `Elle est relancée aussitôt sur ${host}.`,
  adhoc: (host: string, step: string) =>
    `Exécute sur ${host}${step && `, dans l'environnement de ${step}`}. Écrite au journal ; aucune action du plan n'avance.`,
  stopAside: 'TERM, puis KILL si elle résiste. Le plan ne bouge pas.',
  abandonAside: "La commande continue peut-être ; personne ne l'attend plus.",
  check: 'La commande de la case regarde à nouveau ; son verdict remplace le précédent.',
  prove:
    "Relance la commande d'une pièce qui manque ; ou la pièce est dite bonne à la main, avec la raison.",
  notNeeded: 'Écrit au journal ; la suite continue.',
  bind: 'La valeur va au journal, et remplace le nom dans les commandes à venir.',
  interactive: "Le terminal lui est confié ; sa sortie n'est pas enregistrée.",
};

const why = {
  held: "l'exécution est suspendue",
  noHelm: 'personne ne tient la barre',
  jobRunning: (step: string) => `${step} tourne encore`,
  notNow: "ce n'est pas possible dans cet état",
  nothingToRedo: "aucune action de la phase n'est finie",
  noRollback: "le plan n'a pas de retour arrière",
  notRunnable: 'rien ne sait exécuter cette commande',
  asideRunning: (what: string) => `${what} tourne encore, à côté du plan`,
};

const paces = {
  step: 'action par action',
  phase: 'phase par phase',
  automatic: 'automatique',
};

const confirmWords = {
  go: 'GO',
  noGo: 'NO-GO',
  rollback: 'RETOUR',
  skip: 'PASSER',
  abort: 'ABANDON',
  retry: 'RELANCER',
};

/** Answers to an intent that was refused after all. */
const refusals = {
  'not-now': (_detail: string) => "ce n'est plus possible : la situation a changé",
  held: (detail: string) => `l'exécution est suspendue${detail && ` (${detail})`}`,
  'no-helm': (_detail: string) => "vous n'avez plus la barre",
  'unbound-variable': (detail: string) => `il manque une valeur : ${detail}`,
  'bad-value': (detail: string) => `valeur refusée : ${detail}`,
  'open-items': (detail: string) => `des cases ne sont pas vertes (${detail}), et aucune raison`,
  'open-criteria': (detail: string) =>
    `des critères ne sont pas verts (${detail}), et aucune raison`,
  'aside-running': (detail: string) =>
    `une autre commande à côté du plan tourne encore (${detail})`,
  'not-ready': (detail: string) => `le retour arrière serait impossible sans : ${detail}`,
  'no-terminal': (_detail: string) => 'une commande interactive demande un terminal',
  'job-running': (detail: string) => `une commande tourne encore (${detail})`,
  secret: (_detail: string) =>
    'le texte contient un secret de l’environnement : prenez sa variable, le journal est fait pour être lu',
  'journal-failed': (detail: string) => `le journal ne peut plus être écrit : ${detail}`,
  'not-runnable': (detail: string) => `rien ne sait exécuter cette commande (${detail})`,
  ...around.refusals,
};

/** Last of a rollback's triggers. */
const otherTrigger = 'une autre raison';

export const choices = {
  labels,
  consequences,
  why,
  paces,
  confirmWords,
  otherTrigger,
  refusals,
};
