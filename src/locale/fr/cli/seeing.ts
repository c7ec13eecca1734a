/** What the commands that only look at a run say. */

export const report = {
  toTerminal: 'Une page HTML ne se lit pas dans un terminal.',
  toTerminalRemedy: 'Donnez un fichier (-o compte-rendu.html), ou un autre format (--format md).',
  exists: (file: string) => `${file} existe déjà.`,
  existsRemedy: 'Donnez un autre nom, ou --force pour le remplacer.',
  unwritable: (file: string, why: string) => `${file} ne peut pas être écrit : ${why}`,
  written: (file: string) => `Écrit : ${file}`,
  underway: (id: string) => `${id} n’est pas terminée : le compte rendu dit où elle en est.`,
  damaged: (line: number, why: string) =>
    `Journal endommagé à la ligne ${line} (${why}) : le compte rendu s’arrête avant elle.`,
  none: 'Aucune exécution dans ce dossier.',
  noneRemedy: 'Commencez-en une : bascule run plan.md --env rehearsal.',
  noPatch: (id: string) => `${id} n’apprend rien au plan : pas de correctif.`,
  noOther: (name: string) => `Aucune autre exécution à comparer pour « ${name} ».`,
  noOtherRemedy:
    'Donnez le nom d’une exécution, ou celui d’un environnement où ce plan est allé à son terme.',
  itself: (id: string) => `${id} serait comparée avec elle-même.`,
};

export const serve = {
  run: (id: string) => `Compte rendu de ${id}, en direct et en lecture seule :`,
  address: (url: string) => `  ${url}`,
  tunnel: (command: string) => `De votre poste : ${command}, puis http://localhost:8000/`,
  openHere:
    'Tout compte de cette machine peut le lire, sauf si un jeton est exigé : BASCULE_TOKEN=…',
  tokenAsked: 'Le jeton de BASCULE_TOKEN est exigé : ?token=… la première fois.',
  tokenMade: (url: string) => `Le jeton, dit cette seule fois : ${url}`,
  inClear: 'Sans chiffrement : qui est sur le réseau peut lire. Préférez un tunnel SSH.',
  howToStop: 'Ctrl-C pour finir.',
  stopped: 'Fini : plus rien n’est servi.',
  portTaken: (port: number) => `Le port ${port} est déjà pris.`,
  portRefused: (port: number) => `Le port ${port} demande des droits que vous n’avez pas.`,
  portRemedy: 'Donnez-en un autre, au-dessus de 1023, ou aucun : un port libre est choisi.',
  badAddress: (host: string) => `Impossible d’écouter sur « ${host} ».`,
  addressRemedy: 'Donnez une adresse de cette machine, ou rien : --host 127.0.0.1.',
  badToken: 'BASCULE_TOKEN : 16 caractères au moins, 256 au plus, sans espaces ni accents.',
  badTokenRemedy:
    'Pour en faire un : export BASCULE_TOKEN=$(openssl rand -hex 16) ; pour s’en passer : unset BASCULE_TOKEN.',
  noPage: (why: string) => `Le compte rendu ne peut pas être fait : ${why}`,
  readOnly: 'Lecture seule.',
  nothingHere: 'Rien à cette adresse. Le compte rendu est à /.',
  otherName: 'Cette adresse n’est pas celle de ce serveur : passez par localhost.',
  tokenOwed: 'Un jeton est exigé : ajoutez ?token=… à l’adresse, la première fois.',
  tooManyTokens: 'Trop de jetons essayés. Attendez un peu.',
  tooManyReaders: 'Trop de lecteurs suivent déjà ; la page se lit, sans se mettre à jour.',
};

export const verify = {
  empty: 'il n’y a aucun fait',
  whole: (id: string, entries: number) => `${id} : journal entier et intact, ${entries} faits.`,
  hash: (hash: string) => `Empreinte du journal : ${hash}`,
  torn: (bytes: number) => `La dernière ligne est incomplète (${bytes} octets) : jamais confirmée.`,
  damaged: (id: string, line: number, why: string) =>
    `${id} : endommagé à la ligne ${line} : ${why}`,
  outputs: (intact: number) =>
    intact > 1 ? `${intact} sorties intactes.` : `${intact} sortie intacte.`,
  unrecorded: (older: number, interactive: number) =>
    `Invérifiables : ${older} sans empreinte (journal plus ancien, ou sortie illisible à la fin), ` +
    `${interactive} ${interactive > 1 ? 'interactives' : 'interactive'} (sortie non enregistrée).`,
  output: (job: string, line: number, file: string, why: string) =>
    `Sortie de ${job} (ligne ${line}) : ${why}\n  ${file}`,
  whys: {
    missing: () => 'le fichier n’est plus là',
    unreadable: (_expected: string, found: string) => `illisible d’ici (${found})`,
    'not-a-file': () => 'ce n’est pas un fichier ordinaire',
    short: (expected: string, found: string) =>
      `${expected} octets attendus, il n’en reste que ${found}`,
    changed: (expected: string, found: string) =>
      `contenu modifié : empreinte attendue ${expected}, trouvée ${found}`,
  },
  badWitness: (given: string) => `« ${given} » : attendu au moins 8 chiffres hexadécimaux.`,
  witness: (seq: number, line: number, time: string, by: string, text: string) =>
    `Témoin : fait ${seq} (ligne ${line}), ${time}, ${by} : ${text}`,
  noWitness: (given: string) => `Témoin ${given} : pas dans ce journal.`,
};

export const watch = {
  over: (id: string) => `${id} est terminée : il n’y a plus rien à attendre.`,
  instead: (replay: string, report: string) =>
    `Pour la revoir : ${replay}\nPour le compte rendu : ${report}`,
  following: (id: string) =>
    `Sans terminal : ${id} est observée, une ligne par fait, jusqu’à sa fin. Ctrl-C pour cesser.`,
};
