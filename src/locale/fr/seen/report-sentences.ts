/** What the report says of a run, sentence by sentence. */

const and = (text: string) => text && ` : ${text}`;

export const sentences = {
  headline: {
    draft: 'Déploiement pas encore commencé',
    underway: 'Déploiement en cours',
    rollingBack: 'Retour arrière en cours',
    validating: 'Retour arrière à valider',
    closing: 'Déploiement à clore',
    completed: 'Déploiement terminé',
    rolledBack: 'Retour arrière terminé et validé',
    aborted: 'Déploiement abandonné',
  },
  damaged: (line: number, why: string) =>
    `Le journal est endommagé à sa ligne ${line} (${why}) : ce compte rendu s'arrête avant elle.`,
  stands: (text: string) => `Situation : ${text}.`,
  held: (reason: string) => `Exécution suspendue${and(reason)}.`,
  outageSince: (duration: string) => `Coupure en cours depuis ${duration}.`,
  /** Where a stretch of time went. */
  spent: {
    command: (step: string) => `commande : ${step}`,
    work: (step: string) => `à la main : ${step}`,
    fixing: (step: string) => `correction après le NO-GO : ${step}`,
    closing: () => 'liste finale',
    review: (step: string) => `décision : ${step}`,
    failure: (step: string) => `échec à trancher : ${step}`,
    doubt: (step: string) => `issue inconnue à trancher : ${step}`,
    validation: () => 'validation du retour arrière',
    time: (step: string) => `attente de l'heure : ${step}`,
    approval: (step: string) => `attente d'un accord : ${step}`,
    held: (step: string) => `exécution suspendue${and(step)}`,
    away: (step: string) => `sans personne à la barre${step && `, avant ${step}`}`,
  },
  /** Waiting and absences before a phase begins. */
  between: 'Entre les phases',
  apart: 'Hors des phases',
  waived: (text: string) => `${text}, par dérogation`,
  rollbackDecided: 'Retour arrière décidé',
  triggered: (text: string, trigger: string) => `${text}, déclencheur : ${trigger}`,
  begunWithout: 'commencée sans les preuves exigées',
  green: (box: string, note: string) => `vert : ${box}${note && ` (${note})`}`,
  red: (box: string, note: string) => `rouge : ${box}${note && ` (${note})`}`,
  unseen: (box: string) => `pas regardé : ${box}`,
  verified: (verdict: string, who: string, role: string) =>
    `${verdict} de ${who} (${role}), identité vérifiée`,
  attested: (verdict: string, who: string, role: string) =>
    `${verdict} attesté, dit par ${who} (${role}), identité non vérifiée`,
  revoked: (why: string) => `n'a pas démarré${and(why)}`,
  orphan: (why: string) => `a perdu son témoin, code de fin inconnu${and(why)}`,
  dueAfter: (step: string) => `après ${step}`,
  dueAtCheckpoints: 'à chaque point de contrôle',
  dueAtEnd: 'à la fin de la maintenance',
  /** Why there is less of an output than there was. */
  output: {
    unwatched: (size: string) => `${size} venus sans que personne suive : leur heure est inconnue.`,
    untimed: () => "L'heure à laquelle chaque ligne est venue est inconnue.",
    withheld: (size: string) =>
      `${size} retenus : les secrets de l'environnement ne peuvent pas être couverts ici.`,
    missing: (size: string) =>
      `${size} notés au journal ne sont plus dans le dossier de l'exécution.`,
    interactive: () => "Commande interactive : sa sortie n'est pas enregistrée.",
    leftOut: (size: string) => `${size} laissés de côté : ce compte rendu est borné.`,
  },
  bytes: (count: number) => `${count} octet${count > 1 ? 's' : ''}`,
  kibibytes: (count: string) => `${count} Kio`,
  mebibytes: (count: string) => `${count} Mio`,
};
