/** Questions and their answers. */

export const question = {
  typeWord: (word: string) => `Tapez ${word} puis Entrée pour confirmer.`,
  wordMissing: (word: string) => `Entrée seule ne suffit pas : tapez ${word} en entier.`,
  wordWrong: (word: string, typed: string) => `« ${typed} » n'est pas ${word}. Rien n'a été fait.`,
  enterConfirms: 'Entrée pour confirmer.',
  escapeCancels: 'Échap pour renoncer',
  reasonRequired: 'Donnez une raison ; elle sera écrite au journal.',
  reasonOptional: 'Une raison, si vous voulez (Entrée pour passer).',
  reasonMissing: 'Une raison est nécessaire.',
  chooseOne: 'Choisissez, puis Entrée.',
  chosen: (option: string) => `Choisi : ${option}`,
  stale: "La situation a changé. Rien n'a été fait : relisez, puis recommencez.",
  staleKept: "La situation a changé. Rien n'a été fait ; votre texte est gardé.",
  textMissing: 'Tapez quelque chose, ou Échap pour renoncer.',
  figureUnread: 'Pas un chiffre : écrivez par exemple 312, 99,95 % ou 1,2 s.',
  textOf: {
    adhoc: 'La commande à lancer, puis Entrée.',
    bind: 'La valeur, puis Entrée.',
    handOver: 'À qui ? Son nom, puis Entrée.',
    attest: "Qui l'a dit ? Son nom, puis Entrée.",
    enterFigure: "Le chiffre ; son unité aussi si ce n'est pas celle du seuil.",
    other: 'Votre texte, puis Entrée.',
  },
  /** Of what is no reason in the strict sense. */
  reasonOf: {
    handOver: 'Où en est-on ? Quelques mots pour votre collègue.',
    told: 'Par quel moyen, et par qui ?',
    lesson: 'Votre note pour le bilan, puis Entrée.',
    call: "Ce qui s'est dit.",
    looked: 'Ce que vous avez vu.',
    attest: 'Comment, et quand ?',
    enterFigure: 'Lu où ?',
  },
  skippable: '(Entrée pour passer)',
  subject: 'Objet :',
  proveAgain: (proof: string) => `vérifier à nouveau : ${proof}`,
  proveByHand: (proof: string) => `déclarer bon sans preuve : ${proof}`,
  provedByHand: 'Le retour arrière comptera dessus sans que rien ne le prouve.',
  pastedLines: 'Texte collé de plusieurs lignes : ignoré. Une seule ligne ici.',
  pasted: 'Texte collé : ignoré. Tapez la confirmation.',
  done: "C'est écrit au journal.",
  reason: 'Raison',
  note: 'Note',
  word: 'Confirmation',
  disabled: (why: string) => `Pas maintenant : ${why}.`,
  notDone: (why: string) => `Rien n'a été fait : ${why}.`,
};

/** A text being edited: this run's copy of a command, or a message. */
export const editing = {
  here: 'ici, dans un petit éditeur',
  keep: 'Ctrl-D (ou Ctrl-S) garde le texte',
  leave: 'Échap en sort sans rien faire',
  outside: (editor: string) => `${editor} est ouvert…`,
  changes: 'Ce qui change :',
  unsaved: "L'éditeur a été quitté sans enregistrer. Rien n'a été fait.",
  left: "Rien n'a été fait. Votre texte est gardé : la même touche le reprend.",
  position: (row: number, rows: number) => `ligne ${row}/${rows}`,
  command: {
    scope: 'Pour cette exécution seulement : le plan ne change pas.',
    where: 'Où modifier la commande ?',
    unchanged: "La commande n'a pas été modifiée. Rien n'a été fait.",
    empty: "Une commande vide ne peut pas être lancée. Rien n'a été fait.",
  },
  message: {
    scope: "Texte du message : l'objet sur la première ligne. Rien ne part encore.",
    where: 'Où modifier le texte du message ?',
    unchanged: "Le message n'a pas été modifié. Rien n'a été fait.",
    empty: "Un message vide ne peut pas partir. Rien n'a été fait.",
  },
};

/** Ctrl-C: what to do of the command and of this screen. */
export const interrupt = {
  title: "Ctrl-C n'arrête rien tout seul. Que voulez-vous ?",
  titleIdle: 'Aucune commande ne tourne. Que voulez-vous ?',
  stop: 'arrêter la commande',
  stopDetail: 'elle reçoit TERM, puis KILL si elle résiste ; ses effets déjà faits restent',
  detach: 'détacher',
  detachDetail: 'la commande continue ; vous reviendrez avec bascule resume',
  stay: 'rester',
  stayDetail: 'rien ne change',
  help: 'demander quoi arrêter',
  stopReason: 'arrêt demandé au clavier',
};
