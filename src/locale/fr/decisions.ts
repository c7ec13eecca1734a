/** The failure card, the rollback’s readiness, the plan’s actions, commands beside the plan, what stands in the way. */

const s = (count: number) => (count > 1 ? 's' : '');

const card = {
  code: (code: number, meaning: string) => `code ${code} : ${meaning}`,
  codeBut: (code: number, why: string) => `code ${code}, mais ${why}`,
  doubt: (why: string) => `issue inconnue${why && ` : ${why}`}`,
  abandoned: (reason: string) => `issue inconnue : on ne l'attend plus${reason && ` (${reason})`}`,
  stopped: 'arrêt demandé',
  meanings: {
    error: 'la commande signale une erreur',
    misuse: 'mauvais usage, ou erreur grave',
    notExecutable: 'trouvée, mais pas exécutable',
    notFound: 'commande introuvable',
    timeLimit: (limit: string) => `limite de temps dépassée${limit && ` (${limit})`}`,
    own: 'son sens est propre à la commande',
    notSuccess: 'pas un succès selon le plan',
    signal: (number: number) => `arrêtée par le signal ${number}`,
  },
  signals: {
    1: 'son terminal a disparu (HUP)',
    2: 'interrompue (INT)',
    3: 'interrompue (QUIT)',
    4: 'instruction invalide (ILL)',
    6: "a renoncé d'elle-même (ABRT)",
    7: 'accès mémoire invalide (BUS)',
    8: 'calcul impossible (FPE)',
    9: 'tuée (KILL)',
    11: 'accès mémoire invalide (SEGV)',
    13: 'plus personne ne lisait sa sortie (PIPE)',
    14: 'minuterie écoulée (ALRM)',
    15: 'priée de finir (TERM)',
    24: 'trop de temps processeur (XCPU)',
    25: 'fichier trop grand (XFSZ)',
  } as Record<number, string>,
  objective: (text: string) => `objectif : ${text}`,
  undoes: (steps: string) => `défait ${steps}`,
  planned: (duration: string) => `prévu ${duration}`,
  usual: (duration: string, count: number) => `d'habitude ${duration} (${count} fois)`,
  rehearsed: (duration: string, environment: string, count: number) =>
    `répété ${duration} en ${environment} (${count} fois)`,
  returnLeft: (left: string, time: string) => `retour tenable encore ${left} (jusqu'à ${time})`,
  returnLate: (time: string) => `retour hors fenêtre depuis ${time}`,
};

const actions = {
  read: (step: string) => `relire la sortie de ${step}`,
  fix: 'corriger par une commande',
  redo: (step: string) => `refaire depuis ${step}`,
  retry: (step: string) => `relancer ${step}`,
  review: 'réexaminer le point',
  rollback: 'décider le retour arrière',
};

const boxes = {
  passedBy: 'vérifié par la commande',
  failedBy: 'refusé par la commande',
  checking: 'la commande vérifie…',
  overruled: 'admis',
  despite: (status: string) => `malgré la commande (${status})`,
  undecided: (why: string) => `la commande n'a pas pu le dire (${why})`,
};

/** Why a rollback step has nothing to undo: written in the journal. */
const notNeeded = (steps: string, count: number) =>
  count > 1
    ? `sans objet : ${steps} n'ont pas été faites`
    : `sans objet : ${steps} n'a pas été faite`;

const readiness = {
  ready: 'prêt',
  neverRehearsed: 'prêt, jamais répété',
  readyWaived: (count: number) => `prêt, ${count} sans preuve (admis)`,
  missing: (names: string) => `il manque : ${names}`,
  unproved: (names: string) => `non prouvé : ${names}`,
  later: (names: string) => `à venir : ${names}`,
  notYet: (names: string) => `pas encore possible : ${names}`,
  states: {
    there: 'là',
    missing: 'manque',
    later: 'à venir',
    failed: 'en échec',
    unproved: 'non prouvé',
  },
  noValue: 'aucune valeur',
  capturedAt: (step: string) => `capturée en ${step}`,
  replacedAt: (value: string, step: string) => `${value}, remplacée en ${step}`,
  ago: (duration: string) => `il y a ${duration}`,
  justNow: (time: string) => `à l'instant (${time})`,
  waived: (note: string) => `admis : ${note}`,
  checking: 'vérification en cours',
  notLooked: 'pas encore vérifié',
  onceKnown: 'dès que ses valeurs sont connues',
  rehearsed: 'rollback répété',
  rehearsedIn: (date: string, duration: string, environment: string) =>
    `${date}, ${duration}, ${environment}`,
  never: 'rollback jamais répété',
  proved: (run: string) => `par ${run}`,
  measured: (duration: string) => `mesuré : ${duration}`,
  rehearsedTook: (duration: string) => `répété : ${duration}`,
};

const aside = {
  title: (script: string) => `! ${script}`,
  failed: (status: string, duration: string) => `échec · ${status} · ${duration}`,
};

const amendments = (count: number, steps: string) =>
  `Commande${s(count)} modifiée${s(count)} pour cette exécution : ${steps} ; à reporter dans le plan.`;

const step = {
  notReady: (pieces: string) => `Le retour arrière serait impossible sans : ${pieces}.`,
  wayOut: 'Prouvez à nouveau ce qui manque, ou dites-le bon à la main, avec la raison.',
  notRecorded: "Commande interactive : sa sortie n'est pas enregistrée.",
};

/** What stands in the way of a step besides the chart, and the second person. */
const obstacles = {
  notDue: (date: string) => `Son jour est le ${date}.`,
  prerequisites: (names: string) => `Prérequis manquants : ${names} — P.`,
  approval: (role: string) =>
    `Il faut l'accord de ${role} : \`bascule approve\` depuis son terminal, ou attesté (O).`,
  andOthers: (names: string, count: number) => `${names} et ${count} autre${s(count)}`,
  waiveAll: (names: string) =>
    `Le jour J pourra commencer sans : ${names}. La raison va au journal ; un par un : page P.`,
  approved: (verdict: string, person: string, role: string, note: string, time: string) =>
    `${verdict} de ${person} (${role}), identité vérifiée, ${time}${note && ` : ${note}`}`,
  attested: (verdict: string, person: string, role: string, how: string, time: string) =>
    `${verdict} attesté, dit par ${person} (${role})${how && ` : ${how}`} (non vérifié), ${time}`,
};

/** Of a list that has no order. */
const list = {
  redo: (step: string) => `Refaire ${step}`,
  redoOnly: 'Elle seule est à refaire ; les autres restent comme elles sont.',
};

export const decisions = {
  card,
  actions,
  boxes,
  notNeeded,
  readiness,
  aside,
  amendments,
  step,
  obstacles,
  list,
};
