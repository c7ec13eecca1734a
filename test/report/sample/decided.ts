/** What was decided in the sample, and what it rested on. */
import type {
  AmendmentFact,
  CheckpointFact,
  DecisionFact,
  FailureFact,
  Improvement,
} from '../../../src/report/types.ts';
import { at } from './clock.ts';

export const decisions: DecisionFact[] = [
  {
    seq: 78,
    at: at('07:31:04'),
    by: 'ops@bastion',
    type: 'job.started',
    step: '3.2',
    text: '3.2 modifiée, puis relancée',
    reason: 'la table existait déjà depuis la répétition',
    evidence: ['SQLSTATE[42S01]: Base table or view already exists'],
  },
  {
    seq: 84,
    at: at('07:37:40'),
    by: 'ops@bastion',
    type: 'step.skipped',
    step: '3.3',
    text: '3.3 Permissions passée',
    reason: 'déjà faites par les migrations',
    evidence: [],
  },
  {
    seq: 112,
    at: at('08:12:00'),
    by: 'ops@bastion',
    type: 'checkpoint.passed',
    step: '4.2',
    text: 'GO à 4.2 Contrôle du dry-run, par dérogation',
    reason: '3 écarts connus, corrigés à la main après',
    evidence: [
      'vert : nombre de missions avant et après',
      'rouge : aucun écart de montant',
      'accord de A. Martin (Chef de projet), identité vérifiée',
    ],
  },
  {
    seq: 160,
    at: at('09:14:00'),
    by: 'astreinte@bastion',
    type: 'checkpoint.refused',
    step: '5.2',
    text: 'NO-GO à 5.2 Contrôle final',
    reason: 'taux d’erreur à 4 %',
    evidence: ['rouge : taux d’erreur sous 1 %'],
  },
  {
    seq: 162,
    at: at('09:15:00'),
    by: 'astreinte@bastion',
    type: 'rollback.decided',
    step: null,
    text: 'Retour arrière décidé',
    reason: 'taux d’erreur au-dessus de 1 % après l’ouverture',
    evidence: [],
  },
];

export const checkpoints: CheckpointFact[] = [
  {
    step: '4.2',
    title: 'Contrôle du dry-run',
    kind: 'checkpoint',
    looks: [
      {
        at: at('08:12:00'),
        by: 'ops@bastion',
        verdict: 'go',
        reason: '3 écarts connus, corrigés à la main après',
        hash: '4f0a9b3c',
      },
    ],
    criteria: [
      {
        id: 'C1.1',
        title: 'Nombre de missions avant et après',
        mark: 'pass',
        by: 'commande',
        at: at('08:05:10'),
        note: '12 480 = 12 480',
        job: 'j-14',
      },
      {
        id: 'C1.2',
        title: 'Aucun écart de montant',
        mark: 'fail',
        by: 'commande',
        at: at('08:05:12'),
        note: '3 écarts',
        job: 'j-15',
      },
      {
        id: 'C1.3',
        title: 'Le métier a relu le rapport',
        mark: 'pass',
        by: 'ops@bastion',
        at: at('08:10:40'),
        note: '',
        job: null,
      },
    ],
    approvals: [
      {
        at: at('08:11:30'),
        person: 'A. Martin',
        role: 'Chef de projet',
        verdict: 'go',
        proof: 'verified',
        note: 'on continue',
      },
    ],
  },
  {
    step: '5.2',
    title: 'Contrôle final',
    kind: 'checkpoint',
    looks: [
      {
        at: at('09:14:00'),
        by: 'astreinte@bastion',
        verdict: 'no-go',
        reason: 'taux d’erreur à 4 %',
        hash: 'c81e728d',
      },
    ],
    criteria: [
      {
        id: 'C2.1',
        title: 'Taux d’erreur sous 1 %',
        mark: 'fail',
        by: 'commande',
        at: at('09:12:30'),
        note: '4,1 %',
        job: 'j-21',
      },
      {
        id: 'C2.2',
        title: 'Connexion d’un utilisateur',
        mark: 'pass',
        by: 'astreinte@bastion',
        at: at('09:13:00'),
        note: '',
        job: null,
      },
      {
        id: 'C2.3',
        title: 'Édition d’une quittance',
        mark: 'open',
        by: '',
        at: null,
        note: '',
        job: null,
      },
    ],
    approvals: [],
  },
  {
    step: 'R',
    title: 'Validation du retour',
    kind: 'validation',
    looks: [
      { at: at('09:50:00'), by: 'astreinte@bastion', verdict: 'go', reason: '', hash: 'eccbc87e' },
    ],
    criteria: [
      {
        id: 'V1',
        title: 'Version précédente en service',
        mark: 'pass',
        by: 'commande',
        at: at('09:45:00'),
        note: 'v0.9.4',
        job: 'j-25',
      },
    ],
    approvals: [],
  },
];

export const failures: FailureFact[] = [
  {
    job: 'j-07',
    step: '3.2',
    title: 'Migrations de base',
    host: 'app1',
    at: at('07:24:12'),
    kind: 'failed',
    status: 'code 1 : la commande signale une erreur',
    script: 'php artisan migrate --force',
    excerpt: {
      first: 'SQLSTATE[42S01]: Base table or view already exists',
      last: [
        '  2026_11_01_add_mission_links ................ 37 ms  DONE',
        '  2026_11_02_create_bail_table ................ FAIL',
        '',
        "  SQLSTATE[42S01]: Base table or view already exists: 1050 Table 'bails' already exists",
      ],
    },
    settled: 'modifiée et relancée à 07:31 par ops@bastion',
  },
  {
    job: 'j-22',
    step: '5.1',
    title: 'Tests de fumée',
    host: 'app1',
    at: at('09:08:00'),
    kind: 'in-doubt',
    status: 'issue inconnue : la machine a redémarré',
    script: './smoke.sh --all',
    excerpt: { first: '', last: [] },
    settled: '',
  },
];

export const amendments: AmendmentFact[] = [
  {
    seq: 77,
    at: at('07:30:50'),
    by: 'ops@bastion',
    step: '3.2',
    command: 0,
    reason: 'la table existait déjà depuis la répétition',
    diff: [
      '--- 3.2',
      '+++ 3.2',
      '@@ -1,1 +1,2 @@',
      '-php artisan migrate --force',
      '+php artisan migrate:fix-bails --if-exists',
      '+php artisan migrate --force --skip=create_bail_table',
      '',
    ].join('\n'),
  },
];

export const improvement: Improvement = {
  file: 'plan.md',
  patch: [
    '--- a/plan.md',
    '+++ b/plan.md',
    '@@ -212,3 +212,3 @@',
    ' ### Phase 4 : Migration des données',
    '-- 08:00 Migration réelle (40 min)',
    '+- 08:00 Migration réelle (50 min)',
    ' ',
    '',
  ].join('\n'),
  changes: [
    { kind: 'duration', step: '4.3', text: '4.3 Migration réelle : 50 min au lieu de 40' },
    { kind: 'amendment', step: '3.2', text: '3.2 : la commande modifiée remplace celle du plan' },
    {
      kind: 'skipped',
      step: '3.3',
      text: '3.3 Permissions, passée : déjà faites par les migrations',
    },
    { kind: 'note', step: null, text: 'Prévenir le support avant la sauvegarde, pas après' },
  ],
};
