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
  stale: "La situation a changé. Rien n'a été fait : relisez, puis recommencez.",
  staleKept: "La situation a changé. Rien n'a été fait ; votre texte est gardé.",
  textMissing: 'Tapez quelque chose, ou Échap pour renoncer.',
  textOf: { adhoc: 'La commande à lancer, puis Entrée.', bind: 'La valeur, puis Entrée.' },
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

/** Ctrl-C: what to do of the command and of this screen. */
/** This run's copy of a command, edited. */
export const editing = {
  scope: 'Pour cette exécution seulement : le plan ne change pas.',
  where: 'Où modifier la commande ?',
  here: 'ici, dans un petit éditeur',
  keep: 'Ctrl-D (ou Ctrl-S) garde le texte',
  leave: 'Échap en sort sans rien faire',
  outside: (editor: string) => `${editor} est ouvert…`,
  changes: 'Ce qui change :',
  unchanged: "La commande n'a pas été modifiée. Rien n'a été fait.",
  unsaved: "L'éditeur a été quitté sans enregistrer. Rien n'a été fait.",
  left: "Rien n'a été fait. Votre texte est gardé : la même touche le reprend.",
  empty: "Une commande vide ne peut pas être lancée. Rien n'a été fait.",
  position: (row: number, rows: number) => `ligne ${row}/${rows}`,
};

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
