/** What the command line says, in French. */
export const cli = {
  labels: {
    usage: 'Usage :',
    options: 'Options :',
    commands: 'Commandes :',
    arguments: 'Arguments :',
    globals: 'Options générales :',
    examples: 'Exemples :',
    help: "affiche l'aide",
    version: 'affiche la version',
  },
  about:
    'Bascule conduit un plan de déploiement écrit en Markdown, action par action, et n’oublie rien.',
  commands: {
    check: 'relit un plan : ce qui manque, ce qui se contredit',
    show: 'montre le plan compilé : sommaire, données, diagramme d’états',
    run: 'commence une exécution et prend la barre',
    resume: 'revient à une exécution (par défaut : celle qui est en cours)',
    approve: 'approuve, sous votre propre compte, l’action qui attend un second regard',
    runs: 'liste les exécutions, la plus récente en tête',
    verify: 'vérifie que le journal est entier et intact',
    complete: 'écrit le complètement automatique du shell',
  },
  arguments: {
    plan: 'fichier Markdown, ou dossier avec plan.md et environments/',
    run: 'nom d’une exécution, ou toute partie qui suffit à la désigner',
    shell: 'bash, zsh, fish ou powershell',
  },
  options: {
    env: 'environnement du plan (environments/NOM.yaml)',
    envFile: 'fichier d’environnement hors du plan',
    home: 'dossier des exécutions (ou BASCULE_HOME)',
    lang: 'langue : fr ou en',
    json: 'données JSON sur la sortie standard',
    mermaid: 'diagramme d’états Mermaid',
    open: 'ouvre le plan dans le cockpit, en lecture seule',
    date: 'jour J, AAAA-MM-JJ (par défaut : aujourd’hui)',
    set: 'valeur d’une variable du plan, NOM=VALEUR (répétable)',
    confirm: 'confirme un environnement protégé par son nom',
    waive: 'commence sans les preuves exigées, avec la raison (journalisée)',
    unattended: 'sans terminal : une ligne par fait, rien n’est demandé',
    onFailure: 'sans surveillance, en cas d’échec : stop ou rollback',
    pace: 'rythme : step, phase ou automatic',
    takeOver: 'prend la barre à qui la tient',
    keepPlan: 'continue avec la copie du plan, bien que l’original ait changé',
    noGo: 'dit NO-GO au lieu de GO',
    approvalNote: 'ce que vous voulez en dire (journalisé)',
    confirmStep: 'confirme sans question, par le numéro de l’action',
    noColor: 'sans couleur',
    ascii: 'caractères ASCII seulement',
    all: 'montre aussi les simples informations',
  },
  count: {
    errors: (n: number) => (n === 1 ? '1 erreur' : `${n} erreurs`),
    warnings: (n: number) => (n === 1 ? '1 avertissement' : `${n} avertissements`),
    infos: (n: number) => (n === 1 ? '1 information' : `${n} informations`),
  },
  check: {
    clean: (title: string) => `« ${title} » : rien à redire, le plan peut s’exécuter.`,
    runnable: 'Le plan peut s’exécuter.',
    blocked: 'Le plan ne peut pas s’exécuter tant que ces erreurs restent. Rien n’a été lancé.',
  },
  plan: {
    missing: (path: string) => `Aucun plan à cet endroit : ${path}`,
    missingRemedy: 'Donnez un fichier Markdown, ou un dossier qui contient plan.md.',
    tooLarge: (path: string, mib: number) => `${path} : ${mib} Mio, c’est trop pour un plan.`,
  },
  environment: {
    owed: 'Quel environnement ? Précisez --env NOM.',
    unknown: (name: string) => `Aucun environnement « ${name} ».`,
    known: (names: string) => `Connus pour ce plan : ${names}.`,
    none: 'Ce plan n’a pas de dossier environments/ : seule la répétition (--env rehearsal) est possible.',
  },
  run: {
    created: (id: string) => `Exécution ${id}`,
    badDate: (text: string) => `« ${text} » n’est pas une date AAAA-MM-JJ.`,
    badSetting: (text: string) => `« ${text} » : attendu NOM=VALEUR.`,
    unknownVariable: (name: string) => `Le plan n’a pas de variable « ${name} ».`,
    badValue: (name: string, character: string) =>
      `La valeur de « ${name} » contient ${character}, qu’un shell interpréterait : refusée.`,
    valueQuestion: (name: string, description: string) => `${description || name} (${name}) : `,
    interactiveUnattended: (steps: string) =>
      `Pas sans personne : ${steps} demande${steps.includes(',') ? 'nt' : ''} une réponse (interactive).`,
    owedVariables: (names: string) =>
      `Valeurs à donner avant de commencer : ${names} (--set NOM=VALEUR).`,
    secretMissing: (name: string, why: string) => `Secret « ${name} » introuvable : ${why}`,
    protectedUnattended: (name: string) =>
      `« ${name} » est protégé : il ne se conduit pas sans surveillance.`,
    protectedQuestion: (name: string) =>
      `« ${name} » est PROTÉGÉ. Tapez son nom en entier pour commencer : `,
    protectedRefused: 'Ce n’est pas son nom. Rien n’a été lancé.',
    confirmFlag: (name: string) => `Confirmez avec --confirm=${name}.`,
    prerequisitesUnproved: (titles: readonly string[]) =>
      `Prérequis sans preuve dans ce dépôt d’exécutions : ${titles.join(' ; ')}.`,
    prerequisitesOwed: (count: number) =>
      `${count} prérequis ${count > 1 ? 'sont dus' : 'est dû'} avant le jour J : touche P du cockpit.`,
    proofsMissing: (what: string) => `Il manque la preuve que ce plan a été répété : ${what}.`,
    proofRehearsal: 'une répétition complète',
    proofRollback: 'une répétition complète du retour arrière',
    proofsRemedy:
      'Faites-les (--env rehearsal), ou donnez la raison de vous en passer : --waive "…".',
    noTerminal: 'Il faut un terminal pour le cockpit. Sans terminal : --unattended.',
    detached: (id: string) => `Détaché de ${id}. Ce qui tourne continue.`,
    terminalLost: (id: string) => `Terminal perdu ; ${id} reste ouverte.`,
    comeBack: (command: string) => `Pour revenir : ${command}`,
    unattended: (id: string) => `Sans terminal : ${id} se conduit seule, une ligne par fait.`,
    stopped: (step: string) => `Arrêt à l’action ${step} : une personne doit décider.`,
    stoppedAtValidation: 'Arrêt à la validation du retour arrière : une personne doit décider.',
    stoppedWhy: (why: string) => `Refusé : ${why}`,
    trouble: (why: string) => `Le journal ne peut plus s’écrire, rien d’autre n’est lancé : ${why}`,
    completed: (id: string) => `${id} : déploiement terminé.`,
    rolledBack: (id: string) => `${id} : retour arrière terminé et validé.`,
    aborted: (id: string) => `${id} : abandonné.`,
    amended: (file: string, command: string) =>
      `Des commandes ont été corrigées ; le correctif du plan : ${file}\nPour l’appliquer : ${command}`,
    host: {
      'not-linux': 'Bascule conduit des commandes sous Linux seulement.',
      'missing-tool': 'Outil manquant sur cette machine : ',
      'kill-user-processes':
        'Cette machine tue les commandes quand la session se ferme (logind KillUserProcesses=yes). Remède : loginctl enable-linger.',
    } as Record<string, string>,
  },
  helm: {
    held: (who: string, host: string, terminal: string, since: string) =>
      `La barre est tenue par ${who} sur ${host}${terminal ? ` (${terminal})` : ''} depuis ${since}.`,
    remedy: 'Attendez qu’il ou elle la rende, ou prenez-la : bascule resume --take-over.',
    question: 'Tapez PRENDRE pour prendre la barre (son cockpit se ferme, sa commande continue) : ',
    word: 'PRENDRE',
    refused: 'La barre n’a pas été prise.',
    taken: (who: string, host: string, terminal: string) =>
      `${who} a pris la barre, depuis ${host}${terminal ? ` (${terminal})` : ''}.`,
  },
  resume: {
    none: 'Aucune exécution en cours.',
    noneRemedy: '« bascule runs » les liste toutes : donnez le nom de l’une, ou une partie.',
    unknown: (part: string) => `Aucune exécution ne correspond à « ${part} ».`,
    several: 'Plusieurs exécutions correspondent ; précisez :',
    ended: (id: string) => `${id} est terminée : il n’y a plus rien à conduire.`,
    planEdited: (path: string) => `Le plan a changé depuis le début de l’exécution : ${path}`,
    planEditedRemedy:
      'L’exécution garde sa copie. Pour continuer avec elle : --keep-plan. Sinon, finissez ou abandonnez, puis recommencez.',
    copyDamaged:
      'La copie du plan dans le dossier de l’exécution a été modifiée : refus de continuer.',
    torn: (bytes: number, kept: string) =>
      `Le journal finissait par une ligne incomplète (${bytes} octets) : coupée, gardée dans ${kept}.`,
    damaged: (line: number, why: string) => `Journal endommagé, ligne ${line} : ${why}`,
    lostEntries: (n: number) => `${n} faits confirmés n’y sont plus`,
    damagedRemedy: 'Rien n’a été modifié. Comparez avec une sauvegarde du dossier de l’exécution.',
  },
  approve: {
    nothing: (id: string) => `${id} : aucune action n’attend d’accord en ce moment.`,
    nothingRemedy: 'Revenez quand l’action qui le demande (approve=…) est en cours.',
    ended: (id: string) => `${id} est terminée : il n’y a plus rien à approuver.`,
    own: (who: string) => `${who} tient la barre : l’accord doit venir de quelqu’un d’autre.`,
    ownRemedy: 'Lancez « bascule approve » sous un autre compte.',
    about: (step: string, role: string) => `${step}\nAccord demandé : ${role}`,
    already: (who: string, verdict: string) => `Déjà dit : ${verdict} de ${who}.`,
    criterion: (mark: string, title: string) => `  ${mark} ${title}`,
    marks: { pass: '[x]', fail: '[!]', open: '[ ]' },
    question: (word: string, who: string) => `Vous êtes ${who}. Tapez ${word} pour le dire : `,
    refused: (word: string) => `Ce n’est pas ${word}. Rien n’a été dit.`,
    flag: (step: string) => `Sans terminal, confirmez avec --confirm=${step}.`,
    wrongStep: (given: string, step: string) =>
      `--confirm=${given} : c’est ${step} qui attend un accord. Rien n’a été dit.`,
    given: (verdict: string, who: string) => `${verdict} de ${who} : déposé.`,
    seen: 'Le cockpit l’a pris en compte.',
    unseen: 'Personne ne tient la barre : il sera pris en compte à la reprise.',
    ignored: 'Le cockpit ne le compte pas : ce rôle ne vous est pas confié dans cet environnement.',
  },
  runs: {
    none: 'Aucune exécution dans ce dossier.',
    columns: { id: 'exécution', status: 'état', entries: 'faits', updated: 'dernier fait' },
    status: {
      underway: 'en cours',
      rollingBack: 'en retour arrière',
      completed: 'terminée',
      rolledBack: 'retour arrière fait',
      aborted: 'abandonnée',
      damaged: 'endommagée',
    },
  },
  verify: {
    whole: (id: string, entries: number) => `${id} : journal entier et intact, ${entries} faits.`,
    torn: (bytes: number) =>
      `La dernière ligne est incomplète (${bytes} octets) : jamais confirmée.`,
    damaged: (id: string, line: number, why: string) =>
      `${id} : endommagé à la ligne ${line} : ${why}`,
  },
  usage: {
    unknownCommand: (name: string) => `Commande inconnue : ${name}`,
    didYouMean: (name: string) => `Vouliez-vous dire « ${name} » ?`,
    failed: (why: string) => `Erreur : ${why}`,
  },
};
