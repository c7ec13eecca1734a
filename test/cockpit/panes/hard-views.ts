/** The hard minutes of the sample run: a failure, a NO-GO, a rollback that lacks something, a late forecast. */
import type {
  BoxView,
  Choice,
  FailureCard,
  ReadinessView,
  ScreenView,
  StepView,
} from '../../../src/view/types.ts';
import { badges, box, checkpointView, choice, step, tree, view } from '../sample.ts';

export const card: FailureCard = {
  status: 'code 137 : tuée (KILL)',
  purpose: 'Exécution des migrations de base · objectif : basculer les missions sans perte',
  lines: [
    {
      text: "SQLSTATE[42S02]: Base table or view not found: 1146 Table 'ops.missions_old' doesn't exist (SQL: insert into mission_links select * from missions_old)",
      kind: 'first',
    },
    { text: '  2026_11_01_000118_add_mission_links ......... 37 ms DONE', kind: 'last' },
    { text: '  2026_11_01_000119_backfill_bm_ids ........... 41 s FAIL', kind: 'last' },
    { text: 'In Connection.php line 829:', kind: 'last' },
    { text: '  lot 37 sur 128 : 18 412 missions sur 64 000 « déplacées »', kind: 'last' },
    { text: 'Killed', kind: 'last' },
  ],
  timing: '4 min 41, prévu ~10 min, répété 9 min 58 en staging (3 fois)',
  people: [
    { role: 'DBA', who: 'C. Exemple', contact: '00 00 00 00 01' },
    { role: 'Responsable technique', who: 'D. Exemple', contact: '00 00 00 00 02' },
    { role: 'Direction', who: '', contact: '00 00 00 00 03' },
  ],
  returnLeft: { text: "retour tenable encore 2 h 51 (jusqu'à 09:58)", tone: 'normal' },
};

const waysOut: Choice[] = [
  choice('retry', {
    label: 'Relancer 3.3',
    consequence: "L'essai précédent a pu avoir des effets : elle n'est pas dite rejouable.",
    primary: true,
    word: 'RELANCER',
    tone: 'warning',
  }),
  choice('amend', {
    label: 'Corriger et relancer 3.3',
    consequence: 'La commande de cette exécution change ; le plan, non.',
    edit: 'php artisan migrate --force',
  }),
  choice('accept', {
    label: 'Accepter 3.3',
    consequence: "L'action compte comme faite par d'autres moyens.",
    reason: 'required',
  }),
  choice('skip', {
    label: 'Passer 3.3',
    consequence: "L'action ne sera pas faite.",
    reason: 'required',
    word: 'PASSER',
  }),
  choice('redo', {
    label: 'Reprendre plus tôt',
    consequence: 'Une action finie de la phase est à refaire.',
    options: [{ value: '3.1', label: '3.1 Récupération du code depuis Git' }],
  }),
  choice('rollback', {
    label: 'Retour arrière',
    consequence: 'Le plan est abandonné pour ses 4 actions de retour (30 min). Sans demi-tour.',
    word: 'RETOUR',
    reason: 'required',
    tone: 'bad',
  }),
  choice('abort', {
    label: 'Abandonner',
    consequence: "Tout s'arrête en l'état, sans retour.",
    word: 'ABANDON',
    reason: 'required',
    tone: 'bad',
  }),
  choice('adhoc', { label: 'Commande à côté', text: '' }),
  choice('note', { label: 'Note', reason: 'required' }),
];

export const failedStep: StepView = step({
  status: badges.failed,
  card,
  commands: [
    {
      index: 0,
      language: 'bash',
      script: 'php artisan migrate --force',
      status: { glyph: '✗', word: 'échec · 137 · 4 min 41', tone: 'bad' },
      job: '0007-p3s3-a1',
    },
  ],
  actions: [
    { text: 'Relire la sortie de la migration', label: 'relire la sortie de 3.3', move: null },
    { text: 'Relancer la migration au lot suivant', label: 'relancer 3.3', move: null },
    { text: 'Si problème majeur : déclencher rollback', label: 'décider le retour', move: null },
  ],
});

/** The migration was killed in the middle. */
export function failedView(more: Partial<ScreenView> = {}): ScreenView {
  return view({
    tree: tree('3.3', badges.failed),
    current: failedStep,
    choices: waysOut,
    readiness: ready,
    ...more,
  });
}

const good = { glyph: '✓', word: 'là', tone: 'good' } as const;

export const ready: ReadinessView = {
  badge: { glyph: '✓', word: 'prêt', tone: 'good' },
  pieces: [
    { badge: good, label: 'sauvegarde', detail: 'il y a 12 min' },
    { badge: good, label: 'version', detail: 'v0.9.0' },
    { badge: good, label: 'scripts', detail: '' },
    { badge: good, label: 'répété', detail: 'mesuré : 24 min' },
  ],
  duration: '~30 min',
};

export const unready: ReadinessView = {
  badge: { glyph: '✗', word: 'il manque : sauvegarde', tone: 'bad' },
  pieces: [
    { badge: good, label: 'version', detail: 'v0.9.0' },
    {
      badge: { glyph: '✗', word: 'en échec', tone: 'bad' },
      label: 'sauvegarde',
      detail: 'ls : /backups/ops.sql.gz introuvable',
    },
    {
      badge: { glyph: '·', word: 'à venir', tone: 'muted' },
      label: 'commit',
      detail: 'capturée en 3.1',
    },
    { badge: { glyph: '!', word: '', tone: 'warning' }, label: 'jamais répété', detail: '' },
  ],
  duration: '~30 min',
};

const failedBox: BoxView = {
  id: 'C1.2',
  title: 'Statistiques cohérentes (nombre de missions, BM créés)',
  mark: 'fail',
  badge: { glyph: '✗', word: 'en échec', tone: 'bad' },
  note: 'refusé par la commande · attendu 64 000 missions, trouvé 18 412 : les lots 38 à 128 manquent · 07:44',
  check: { running: false, job: '0012-c1-2' },
};

const runningBox: BoxView = {
  ...box('C1.3', 'Aucune corruption de données détectée'),
  badge: { glyph: '●', word: 'la commande vérifie…', tone: 'active', busy: true },
  check: { running: true, job: '0013-c1-3' },
};

const notYet: BoxView = {
  ...box('C1.4', "Temps d'exécution acceptable (< 30 min estimé)"),
  check: { running: false, job: null },
};

const passedBox: BoxView = {
  ...box('C1.1', 'Migration dry-run exécutée sans erreur', 'pass'),
  note: 'ops 07:44',
};

/** Criteria that commands look at, one of them now. */
export function checkingView(): ScreenView {
  const base = checkpointView();
  return {
    ...base,
    current: { ...base.current!, boxes: [passedBox, failedBox, runningBox, notYet] },
    readiness: ready,
    aside: {
      job: '0013-c1-3',
      title: 'C1.3 Aucune corruption',
      badge: runningBox.badge,
      live: true,
    },
  };
}

/** After the NO-GO. */
export function refusedView(): ScreenView {
  const base = checkingView();
  return {
    ...base,
    aside: null,
    watch: null,
    current: {
      ...base.current!,
      status: { glyph: '↻', word: 'à corriger', tone: 'warning' },
      failing: true,
      boxes: [passedBox, failedBox],
      remarks: [{ text: 'NO-GO : les statistiques ne tombent pas juste.', tone: 'bad' }],
      actions: [
        {
          text: 'Analyser les logs d’erreur',
          label: 'relire la sortie de 4.1',
          move: { look: '4.1' },
        },
        { text: 'Corriger les problèmes identifiés', label: 'corriger', move: { choice: 'adhoc' } },
        {
          text: 'Relancer le dry-run',
          label: 'refaire depuis 4.1',
          move: { choice: 'redo', option: '4.1' },
        },
        {
          text: 'Si problème majeur, après avis du responsable technique et de la direction : déclencher rollback',
          label: 'décider le retour arrière',
          move: { choice: 'rollback' },
        },
      ],
    },
    choices: [
      choice('review', { label: 'Réexaminer 4.2', consequence: 'Les critères sont à revoir.' }),
      ...waysOut.filter(({ id }) => ['redo', 'rollback'].includes(id)),
    ],
  };
}

export const alerts: ScreenView['alerts'] = [
  { text: 'Fin estimée 10:41, au-delà de la fenêtre (10:30).', tone: 'warning' },
  { text: 'Le retour arrière ne tiendrait plus : limite 09:58, estimé 10:04.', tone: 'bad' },
];

export const ended: ScreenView['ending'] = {
  badge: badges.done,
  lines: ['Le plan est allé à son terme.', '75 actions faites sur 75.'],
  amendments: [
    {
      step: '3.3',
      diff: '--- plan.md\n+++ plan.md\n@@ -212,1 +212,1 @@\n-php artisan migrate --force\n+php artisan migrate --force --step --batch=38\n',
    },
  ],
};
