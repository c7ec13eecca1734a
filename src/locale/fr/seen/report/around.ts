/** What was decided, failed, sent, measured, proved, said and printed. */

const s = (count: number) => (count > 1 ? 's' : '');

const checkpoints = {
  kinds: {
    checkpoint: 'point de contrôle',
    gate: 'GO / NO-GO',
    validation: 'validation du retour',
    checklist: 'liste finale',
  },
  verdicts: { go: 'GO', 'no-go': 'NO-GO' },
  marks: { open: 'pas vérifié', pass: 'vert', fail: 'rouge' },
  proofs: { verified: 'identité vérifiée', attested: 'attesté, non vérifié' },
  criteria: 'Critères',
  approvals: 'Accords',
  notLooked: 'Pas encore examiné.',
  neverLooked: 'Jamais examiné.',
  untouched: (count: number) => `${count} critère${s(count)}, aucun vérifié`,
  witness: 'témoin',
  byCommand: 'par commande',
};

const decisions = { reason: 'Raison', evidence: 'Appuyée sur' };

const failures = {
  kinds: {
    failed: 'échec',
    'in-doubt': 'issue inconnue',
    revoked: 'pas lancée',
    abandoned: 'abandonnée',
    orphan: 'sans témoin',
  },
  script: 'Commande',
  excerpt: 'Ce qu’elle a dit',
  first: 'Première ligne d’erreur',
  quiet: 'Elle n’a rien dit.',
  after: 'Ensuite',
  nothing: 'rien n’a été décidé',
  output: 'toute la sortie',
};

const messages = {
  statuses: {
    none: 'pas envoyé',
    sent: 'envoyé',
    told: 'dit envoyé',
    failed: 'NON envoyé',
    doubt: 'peut-être envoyé',
    queued: 'en train de partir',
  },
  to: 'pour',
  due: 'prévu',
  through: 'par',
};

const metrics = {
  caption: 'Mesures de succès, face à leur seuil',
  columns: {
    title: 'Mesure',
    threshold: 'Seuil',
    baseline: 'Référence',
    last: 'Dernière',
    series: 'Suivi',
    verdict: 'Verdict',
  },
  verdicts: { pass: 'bon', fail: 'en défaut', none: 'mesuré', missing: 'sans chiffre' },
  series: (count: number, least: string, most: string) =>
    `${count} mesure${s(count)}, de ${least} à ${most}`,
  failed: (why: string) => `dernier essai en échec : ${why}`,
  judged: (who: string, note: string) => `jugée par ${who}${note && ` : ${note}`}`,
};

const prerequisites = {
  statuses: { met: 'prouvé', failed: 'refusé', waived: 'dérogation', open: 'à prouver' },
};

const topics = { adoption: 'adoption', satisfaction: 'satisfaction', lesson: 'leçon' };

const improvement = {
  kinds: {
    duration: 'durée',
    amendment: 'commande',
    skipped: 'action passée',
    note: 'à retenir',
  },
  patch: (file: string) => `Le correctif de ${file}`,
  apply: 'À appliquer par git apply dans le dossier du plan.',
};

const timeline = {
  caption: 'Tous les faits du journal, dans l’ordre',
  part: (from: number, to: number) => `Faits ${from} à ${to}`,
  seq: 'N°',
  at: 'Heure',
  by: 'Qui',
  text: 'Fait',
};

const outputs = {
  ok: 'réussie',
  failed: 'échec',
  unknown: 'issue inconnue',
  running: 'en cours',
  code: (code: number) => `code ${code}`,
  attempt: (count: number) => `essai ${count}`,
  omitted: (bytes: string) => `${bytes} non montrés ici : ils sont dans le dossier de l’exécution`,
  silent: 'Elle n’a rien imprimé.',
  shortened: 'la suite est dans le rapport HTML, ou dans le dossier de l’exécution',
  absent: 'Ce rapport n’a pas son texte.',
  hash: 'empreinte',
  script: 'Commande',
  text: 'Sortie',
};

const tones = {
  good: 'bien',
  warning: 'attention',
  bad: 'mauvais',
  active: 'en cours',
};

export const around = {
  quoted: (text: string) => `« ${text} »`,
  pair: (name: string, text: string) => `${name} : ${text}`,
  step: 'action',
  checkpoints,
  decisions,
  failures,
  messages,
  metrics,
  prerequisites,
  topics,
  improvement,
  timeline,
  outputs,
  tones,
};
