/** What the cockpit says by itself. */

export const notices = {
  pasteIgnored: 'Texte collé : ignoré.',
  notNow: 'Rien de tel à faire maintenant.',
  nothingBeside: 'Aucune vérification ni commande à côté du plan à montrer.',
  nothingToCheck: 'Aucune commande ne vérifie cette case.',
  reviewFirst: 'Après un NO-GO, les critères se cochent en réexaminant (v).',
  judged: "Rien n'est plus ouvert : allez sur une case (j, k) pour la changer.",
  overrules: (box: string) =>
    `La vérification de « ${box} » a échoué : dites pourquoi c'est bon quand même.`,
  noMove: 'Cette action se fait à la main ; v pour réexaminer quand elle est faite.',
  lending: (step: string) => `Bascule : ${step}. Le cockpit revient quand la commande se termine.`,
  lent: 'Le terminal est déjà prêté à une commande.',
  editorFailed: (why: string) => `L'éditeur n'a pas pu être ouvert : ${why}. Rien n'a été fait.`,
  nothingToStop: 'Aucune commande à arrêter.',
  tooSmall: 'Fenêtre trop petite',
  tooSmallDetail: (columns: number, rows: number) =>
    `${columns} × ${rows} ; il faut au moins 80 × 24. Agrandissez-la : rien n'est perdu, la commande continue.`,
  observer: 'OBSERVATEUR',
  observerDetail: (holder: string) => `Vous regardez. ${holder} tient la barre.`,
  observerNobody: 'Vous regardez. Personne ne tient la barre.',
  ended: "L'exécution est terminée. q pour quitter.",
  helmTaken: (holder: string) => `${holder} a pris la barre. Vous ne pouvez plus agir d'ici.`,
  engineLost: "Bascule ne peut plus écrire le journal : plus rien ne sera lancé d'ici.",
  copied: 'copié',
  copiedTo: (file: string) => `copié, et écrit dans ${file}`,
  loading: 'lecture du journal…',
  rehearsal: 'RÉPÉTITION',
  protected: 'ENVIRONNEMENT PROTÉGÉ',
  moreAbove: (count: number) => `${count} au-dessus`,
  moreBelow: (count: number) => `${count} au-dessous`,
  looking: (shown: string, current: string) =>
    `Vous regardez ${shown}. Échap pour revenir à ${current || "l'exécution"}.`,
  nothingToDo: "rien à faire d'ici pour le moment",
  nothingNext: "rien d'autre ensuite",
  emptyJournal: "rien n'a encore été écrit",
  anyKey: 'Entrée pour continuer',
};
