/** The page of messages, and what Bascule itself writes in them. */

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

const badges = {
  due: 'à envoyer',
  later: 'plus tard',
  laterOn: (date: string) => `plus tard le ${date}`,
  missed: 'son moment est passé',
  queued: (channel: string) => `en train de partir par ${channel}`,
  sent: (time: string, channel: string) => `envoyé ${time} par ${channel}`,
  told: (time: string) => `dit envoyé ${time}`,
  failed: (why: string) => `NON envoyé : ${why}`,
  doubt: (channel: string) => `peut-être envoyé par ${channel}`,
  ready: 'prêt à copier',
};

const deliveries = {
  queued: 'en train de partir',
  sent: 'envoyé',
  failed: (why: string) => `NON envoyé (${why})`,
  doubt: (why: string) => `peut-être envoyé (${why})`,
  told: (how: string) => `dit envoyé (${how})`,
};

const page = {
  due: (count: number) => `${count} à envoyer`,
  nothingDue: 'rien à envoyer',
  none: 'le plan n’a pas de message',
  status: 'Point de situation',
  atEachCheckpoint: 'à chaque point de contrôle',
  toCopy: (ways: string) => `à copier : ${ways}`,
  copyOnly: 'à copier',
  audience: (who: string) => `Destinataires selon le plan : ${who}`,
  blanks: (count: number, names: string) =>
    count > 1 ? `Blancs à remplir : ${names}` : `Blanc à remplir : ${names}`,
  early: 'En avance : la maintenance n’est pas finie.',
  otherDate: (written: string, day: string) =>
    `Le texte dit « ${written} » ; le jour J de cette exécution est le ${day}.`,
  setBack: 'Le texte du plan ne serait plus vrai : en voici un autre.',
  edited: 'Texte modifié par l’opérateur.',
  by: (channels: string) => `Canal selon le plan : ${channels}.`,
  to: (who: string) => `Destinataires selon le plan : ${who}.`,
  perhapsGone: (channel: string) =>
    `Il est peut-être déjà parti par ${channel} : vérifiez avant de le renvoyer.`,
  either: (first: string, last: string) => `${first} ou ${last}`,
  noChannel: 'l’environnement n’a aucun canal : copiez le texte, puis dites qu’il est parti',
};

const heard = {
  ago: (duration: string) => `management informé il y a ${duration}`,
  now: 'management informé à l’instant',
  never: 'management pas encore informé',
  since: (duration: string) => `il y a ${duration}`,
  justNow: 'à l’instant',
};

/** Where the run stands, whoever reads it. */
const stands = {
  run: (word: string, place: string) => `${word}${place && `, ${place}`}`,
  step: (step: string, word: string) => `${step} (${word})`,
  decided: (time: string, why: string) => `décidé à ${time}${why && ` (${why})`}`,
  ended: (time: string) => `à ${time}`,
};

/** The status text, ready for management. */
const status = {
  subject: (what: string, plan: string, environment: string) =>
    `${what} - ${plan}${environment && ` (${environment})`}`,
  moment: (time: string) => `Point de situation ${time}`,
  about: (plan: string, environment: string) =>
    `${plan}${environment && `, environnement ${environment}`}`,
  go: (step: string, time: string) => `${step} : GO à ${time}`,
  goWaived: (step: string, time: string, reason: string) =>
    `${step} : GO à ${time}, par dérogation${reason && ` (${reason})`}`,
  noGo: (step: string, time: string, reason: string) =>
    `${step} : NO-GO à ${time}${reason && ` (${reason})`}`,
  decideAgain: 'Ce point est depuis à décider à nouveau.',
  criteria: (passed: number, total: number) =>
    `Critères vérifiés : ${passed}/${total}${passed < total ? ` (${total - passed} non verts)` : ''}`,
  stands: (text: string) => `Situation : ${text}`,
};

/** What replaces an announcement of success. */
const setback = {
  rolledBackSubject: (plan: string) =>
    `Maintenance terminée, nouvelle version non conservée - ${plan}`,
  notKept: 'La nouvelle version n’a pas été conservée.',
  over: 'La maintenance est terminée.',
  notDone: 'La mise à jour prévue n’a pas été menée à son terme.',
  backInService: (time: string) =>
    `La version précédente est de nouveau en service : le retour a été validé à ${time}.`,
  rollingBackSubject: (plan: string) =>
    `Maintenance en cours, retour à la version précédente - ${plan}`,
  willNotBeKept: (time: string) =>
    `La nouvelle version ne sera pas conservée : le retour à la version précédente, décidé à ${time}, est en cours.`,
  notBackYet: 'Le service n’est pas encore déclaré rétabli.',
  expectedBack: (time: string) => `Fin du retour attendue à ${time}.`,
  validating: 'Le retour est fait ; sa vérification est en cours.',
  abortedSubject: (plan: string) => `Mise à jour abandonnée - ${plan}`,
  aborted: (time: string) => `La mise à jour a été abandonnée à ${time}.`,
  unfinishedReturn: (time: string) =>
    `Le retour à la version précédente, décidé à ${time}, n’a pas été déclaré achevé.`,
  followUpSubject: (plan: string) => `Maintenance terminée, suivi arrêté - ${plan}`,
  followUpStopped: (time: string) => `Le suivi de la mise à jour a été arrêté à ${time}.`,
  windowOpen: (time: string) =>
    `La fenêtre de maintenance ouverte à ${time} n’a pas été refermée : l’état du service reste à confirmer.`,
  windowClosed: (time: string) => `La fenêtre de maintenance est refermée depuis ${time}.`,
  windowNever: 'La fenêtre de maintenance n’a pas été ouverte.',
};

export const messages = {
  title: 'Messages',
  badges,
  deliveries,
  page,
  heard,
  stands,
  status,
  setback,
  /** Of the run's J: `mardi 1er décembre 2026`. @param weekday 0 is Sunday @param month 0 is January */
  date: (weekday: number, day: number, month: number, year: number) =>
    `${weekdays[weekday]} ${day === 1 ? '1er' : day} ${months[month]} ${year}`,
  /** @param month 0 is January */
  shortDate: (day: number, month: number) =>
    `${String(day).padStart(2, '0')}/${String(month + 1).padStart(2, '0')}`,
  /** Another day than today. */
  at: (date: string, time: string) => `${date} ${time}`,
};
