/** The page itself: its head, its foot, what moves in it. */

const s = (count: number) => (count > 1 ? 's' : '');

const foot = {
  run: 'Exécution',
  fingerprint: 'Empreinte du plan',
  operators: 'À la barre',
  zone: 'Fuseau des heures',
  entries: (count: number) => `${count} fait${s(count)}`,
  journal: 'Journal',
  hash: 'Empreinte du journal',
  verify: 'C’est elle que bascule verify doit retrouver.',
  made: (program: string) => `Rapport fait par ${program}`,
  madeAt: 'le',
};

const player = {
  title: 'La plus longue, comme elle est apparue',
  play: 'Lire',
  pause: 'Pause',
  position: 'Position dans le temps',
  speed: 'Vitesse',
};

const live = {
  fresh: (time: string) => `Données de ${time}`,
  on: 'en direct',
  lost: 'connexion perdue',
};

export const page = {
  kicker: 'Rapport d’exécution',
  title: (plan: string, environment: string) => `${plan} · ${environment} · rapport d’exécution`,
  skip: 'Aller au contenu',
  contents: 'Sommaire',
  protected: 'environnement protégé',
  from: 'de',
  to: 'à',
  underway: 'en cours depuis',
  filter: 'Filtrer la chronologie',
  filterAll: 'tout',
  filterTrouble: 'ce qui a mal tourné',
  filterKind: 'Montrer',
  shown: 'lignes montrées :',
  expand: 'Tout déplier',
  lines: (count: number) => `${count} ligne${s(count)}`,
  notPrinted: 'Repliée : non imprimée. Dépliez-la avant d’imprimer, ou lisez le fichier.',
  printedInPart: 'Suite non imprimée : elle est dans le fichier.',
  foot,
  player,
  live,
};
