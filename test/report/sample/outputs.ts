/** The sample's outputs: one that plays, one that failed, one cut in the middle, one that nobody has. */
import type { OutputFact, TimelineLine } from '../../../src/report/types.ts';
import { at, ms, seconds } from './clock.ts';

const lots = Array.from(
  { length: 120 },
  (_, index) =>
    `lot ${String(index + 1).padStart(3, '0')}/120   5000 missions   ${200 + ((index * 37) % 90)} ms\n`,
);

/** A mark per batch, every 24 seconds. */
function marks() {
  let characters = 0;
  return lots.map((line, index) => {
    characters += line.length;
    return { at: ms('08:12') + seconds(24 * (index + 1)), characters };
  });
}

const base = {
  attempt: 1,
  host: 'app1',
  code: 0,
  ok: true,
  sha256: null,
  tail: '',
  omitted: 0,
  remark: '',
  player: null,
} satisfies Partial<OutputFact>;

export const outputs: OutputFact[] = [
  {
    ...base,
    job: 'j-07',
    step: '3.2',
    title: '3.2',
    script: 'php artisan migrate --force',
    startedAt: at('07:19:02'),
    endedAt: at('07:24:12'),
    took: seconds(310),
    code: 1,
    ok: false,
    size: 214,
    sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    head: "  2026_11_01_add_mission_links ................ 37 ms  DONE\n  2026_11_02_create_bail_table ................ FAIL\n\n  SQLSTATE[42S01]: Base table or view already exists: 1050 Table 'bails' already exists\n",
  },
  {
    ...base,
    job: 'j-16',
    step: '4.3',
    title: '4.3 (1/2)',
    script: 'php artisan bails:migrate --batch=5000\nphp artisan bails:verify',
    startedAt: at('08:12:00'),
    endedAt: at('09:00:02'),
    took: seconds(2_882),
    size: lots.join('').length,
    sha256: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
    head: lots.join(''),
    player: marks(),
  },
  {
    ...base,
    job: 'j-18',
    step: '2.3',
    title: '2.3',
    script: 'pg_dump --verbose "$DATABASE" > backup.sql',
    startedAt: at('06:47:10'),
    endedAt: at('07:06:00'),
    took: seconds(1_130),
    size: 1_278_000,
    head: 'pg_dump: last built-in OID is 16383\npg_dump: reading extensions\n',
    tail: 'pg_dump: dumping contents of table "public.missions"\npg_dump: done\n',
    omitted: 1_229_000,
  },
  {
    ...base,
    job: 'j-22',
    step: '5.1',
    title: '5.1',
    script: './smoke.sh --all',
    startedAt: at('09:01:00'),
    endedAt: null,
    took: null,
    code: null,
    ok: null,
    size: 0,
    head: '',
    remark: 'La sortie a disparu du dossier de l’exécution.',
  },
];

const lines: [string, string, string, string, TimelineLine['tone']][] = [
  ['2026-11-30 15:00', 'ops@bastion', 'run.created', 'Exécution créée en production', 'normal'],
  [
    '2026-11-30 15:41',
    'ops@bastion',
    'step.done',
    'J-1.1 Sauvegarde complète vérifiée : faite',
    'good',
  ],
  ['06:00:00', 'ops@bastion', 'helm.taken', 'ops@bastion prend la barre', 'normal'],
  [
    '06:10:00',
    'ops@bastion',
    'prerequisite.waived',
    'Dérogation : Documentation à jour',
    'warning',
  ],
  ['07:19:02', 'ops@bastion', 'job.started', '3.2 lancée sur app1', 'active'],
  ['07:24:12', '', 'job.exited', '3.2 en échec : code 1', 'bad'],
  ['07:30:50', 'ops@bastion', 'command.amended', '3.2 modifiée pour cette exécution', 'warning'],
  ['07:31:04', 'ops@bastion', 'job.started', '3.2 relancée sur app1', 'active'],
  ['07:37:00', '', 'job.exited', '3.2 terminée : code 0, 5 min 56', 'good'],
  ['08:12:00', 'ops@bastion', 'checkpoint.passed', 'GO à 4.2, par dérogation', 'warning'],
  [
    '09:14:00',
    'astreinte@bastion',
    'checkpoint.refused',
    'NO-GO à 5.2 : taux d’erreur à 4 %',
    'bad',
  ],
  ['09:15:00', 'astreinte@bastion', 'rollback.decided', 'Retour arrière décidé', 'bad'],
  ['09:52:00', 'astreinte@bastion', 'run.closed', 'Exécution close', 'normal'],
];

export const timeline: TimelineLine[] = lines.map(([when, by, type, text, tone], index) => ({
  seq: index + 1,
  at: at(when),
  by,
  type,
  text,
  tone,
}));
