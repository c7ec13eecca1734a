/** The journal's sentences about days, people, messages and metrics. */

const because = (reason: string | undefined) => (reason ? ` (${reason})` : '');

export const log = {
  stageOpened: (stage: string, reason: string) =>
    `${stage} ouverte avant son jour${because(reason)}`,
  waived: (item: string, reason: string) => `dérogation : ${item}${because(reason)}`,
  proved: (item: string, run: string, date: string) => `prouvé : ${item} (par ${run}, ${date})`,
  looked: (what: string, note: string) => `surveillance, bon : ${what}${because(note)}`,
  lookedBad: (what: string, note: string) => `surveillance, en défaut : ${what}${because(note)}`,
  closed: "liste finale vérifiée : l'exécution est close",
  closedWaived: (waiver: string) => `exécution close par dérogation : ${waiver}`,
  called: {
    reached: (who: string, note: string) => `${who} : joint${because(note)}`,
    'message-left': (who: string, note: string) => `${who} : message laissé${because(note)}`,
    'no-answer': (who: string, note: string) => `${who} : pas de réponse${because(note)}`,
  },
  handed: (to: string) => `la barre est passée à ${to}`,
  approved: (step: string, role: string, person: string, note: string) =>
    `GO de ${person} (${role}) pour ${step}${because(note)}, identité vérifiée`,
  disapproved: (step: string, role: string, person: string, note: string) =>
    `NO-GO de ${person} (${role}) pour ${step}${because(note)}, identité vérifiée`,
  attested: (step: string, role: string, person: string, note: string) =>
    `GO attesté pour ${step}, dit par ${person} (${role})${because(note)} ; identité non vérifiée`,
  attestedNoGo: (step: string, role: string, person: string, note: string) =>
    `NO-GO attesté pour ${step}, dit par ${person} (${role})${because(note)} ; identité non vérifiée`,
  cancelRefused:
    "arrêt impossible : la commande appartient à un autre compte, qui seul peut l'arrêter",
  odd: (why: string, file: string) => `parmi les accords, ${file} n'en est pas un : ${why}`,
  oddities: {
    'not-a-plain-file': "ce n'est pas un simple fichier",
    'several-names': "il a plusieurs noms, et son propriétaire ne l'a peut-être pas mis là",
    'wrong-rights': "ses droits ne sont pas ceux d'un accord",
    'too-large': 'il est trop grand',
    'not-an-approval': "son contenu n'est pas un accord",
    'other-run': "il parle d'une autre exécution",
    unreadable: 'il ne se lit pas',
  } as Record<string, string>,
  ignored: {
    'not-allowed': (who: string) =>
      `accord de ${who} non compté : ce rôle ne lui est pas confié ici`,
    own: (who: string) => `accord de ${who} non compté : c'est lui qui tient la barre`,
  },
  edited: (message: string) => `message modifié : ${message}`,
  queued: (message: string, channel: string) => `message « ${message} » confié à ${channel}`,
  sent: (message: string, channel: string) => `message « ${message} » envoyé par ${channel}`,
  unsent: (message: string, channel: string, why: string) =>
    `message « ${message} » NON envoyé par ${channel}${because(why)}`,
  unknown: (message: string, channel: string, why: string) =>
    `message « ${message} » peut-être envoyé par ${channel}${because(why)}`,
  told: (message: string, how: string) => `message « ${message} » envoyé, dit l'opérateur (${how})`,
  baseline: (metric: string, figure: string) => `référence : ${metric} ${figure}`,
  measured: (metric: string, figure: string) => `mesure : ${metric} ${figure}`,
  entered: (metric: string, figure: string, note: string) =>
    `mesure saisie : ${metric} ${figure}${because(note)}`,
  unmeasured: (metric: string, why: string) => `mesure impossible : ${metric}${because(why)}`,
  topics: {
    adoption: 'adoption',
    satisfaction: 'satisfaction',
    lesson: 'leçon',
  },
  failure: (why: string, detail: string) => `${why} : ${detail}`,
  /** Why something did not leave, or was not measured. */
  failures: {
    unreachable: 'injoignable',
    timeout: 'pas de réponse à temps',
    certificate: 'certificat refusé',
    login: 'accès refusé',
    refused: 'refusé',
    redirect: 'renvoie ailleurs',
    'too-large': 'réponse trop grande',
    'no-figure': 'aucun chiffre',
    failed: 'commande en échec',
    settings: 'mal configuré',
    lost: "le cockpit s'est arrêté avant de le savoir",
  } as Record<string, string>,
};
