/** The sample's Gantt: an early day, a night, the day itself until its rollback. */
import type { Gantt, GanttRow } from '../../../src/report/types.ts';
import type { Tone } from '../../../src/view/types.ts';
import { minutes, ms } from './clock.ts';

/** [number, title, planned, actual ('' for none), tone, minutes of the best rehearsal]. */
type Line = [string, string, string, string, Tone, number?];

const stages: [string, string, [string, string, Line[]][]][] = [
  [
    'J-1',
    'Validation',
    [
      [
        'J-1',
        '',
        [
          [
            'J-1.1',
            'Sauvegarde complète vérifiée',
            '2026-11-30 15:00-2026-11-30 15:30',
            '2026-11-30 15:02-2026-11-30 15:41',
            'good',
          ],
          [
            'J-1.2',
            'Annonce aux utilisateurs',
            '2026-11-30 16:00-2026-11-30 16:05',
            '2026-11-30 16:00-2026-11-30 16:04',
            'good',
          ],
        ],
      ],
    ],
  ],
  [
    'Jour J',
    'Déploiement production',
    [
      [
        '1',
        'Préparation',
        [
          ['1.1', 'Réunion de lancement', '06:00-06:15', '06:00-06:12', 'good', 12],
          ['1.2', 'Relever la version en production', '06:15-06:20', '06:12-06:13', 'good', 1],
          ['1.3', 'Vérifier les accès', '06:20-06:30', '06:13-06:21', 'good', 6],
        ],
      ],
      [
        '2',
        'Mise en maintenance et sauvegarde',
        [
          ['2.1', 'Début de la maintenance', '06:45-06:45', '06:45-06:45', 'good'],
          ['2.2', 'Page de maintenance', '06:45-06:50', '06:45-06:47', 'good', 2],
          ['2.3', 'Sauvegarde de la base', '06:50-07:05', '06:47-07:06', 'good', 14],
        ],
      ],
      [
        '3',
        'Déploiement du code',
        [
          ['3.1', 'Dépendances', '07:05-07:15', '07:06-07:19', 'good', 9],
          ['3.2', 'Migrations de base', '07:15-07:25', '07:19-07:24,07:31-07:37', 'bad', 8],
          ['3.3', 'Permissions', '07:25-07:27', '', 'muted', 1],
          ['3.4', 'Nouveaux services', '07:27-07:37', '07:38-07:46', 'good', 9],
        ],
      ],
      [
        '4',
        'Migration des données',
        [
          ['4.1', 'Simulation (dry-run)', '07:40-07:55', '07:46-08:04', 'good', 13],
          ['4.2', 'Contrôle du dry-run', '07:55-08:00', '08:04-08:12', 'warning', 3],
          [
            '4.3',
            'Migration réelle des bails et missions, par lots de 5 000, avec reprise',
            '08:00-08:40',
            '08:12-09:01',
            'good',
            38,
          ],
        ],
      ],
      [
        '5',
        'Ouverture',
        [
          ['5.1', 'Tests de fumée', '08:40-08:55', '09:01-09:10', 'good', 11],
          ['5.2', 'Contrôle final', '08:55-09:00', '09:10-09:14', 'bad', 4],
          ['5.3', 'Fin de la maintenance', '09:00-09:00', '', 'muted'],
        ],
      ],
      [
        'R',
        'Retour arrière',
        [
          ['R.1', 'Arrêter les nouveaux services', '', '09:15-09:17', 'good', 2],
          ['R.2', 'Restaurer la base', '', '09:17-09:36', 'good', 21],
          ['R.3', 'Remettre la version précédente', '', '09:36-09:41', 'good', 6],
        ],
      ],
    ],
  ],
];

function stretch(text: string) {
  const [, from, to] = /^(.*\d\d:\d\d)-(.*\d\d:\d\d)$/.exec(text)!;
  return { from: ms(from!), to: ms(to!) };
}

function stepRow([number, title, planned, actual, tone, best]: Line): GanttRow {
  const done = actual === '' ? [] : actual.split(',').map(stretch);
  const last = done.at(-1);
  const asPlanned = planned === '' ? null : stretch(planned);
  return {
    key: `step:${number}`,
    kind: 'step',
    number,
    title,
    planned: asPlanned,
    actual: done.map((part, at) => ({ ...part, tone: toneOf(tone, at, done.length) })),
    best: best && done[0] ? { from: done[0].from, to: done[0].from + minutes(best) } : null,
    late: last && asPlanned ? last.to - asPlanned.to : null,
  };
}

/** What failed first and was taken up again ended well. */
function toneOf(tone: Tone, at: number, count: number): Tone {
  return tone === 'bad' && count > 1 && at === count - 1 ? 'good' : tone;
}

/** A phase or a stage from what is inside it. */
function around(
  kind: 'stage' | 'phase',
  key: string,
  number: string,
  title: string,
  rows: readonly GanttRow[],
): GanttRow {
  const planned = rows.flatMap(row => (row.planned ? [row.planned] : []));
  const actual = rows.flatMap(row => row.actual);
  const whole = (parts: readonly { from: number; to: number }[]) =>
    parts.length === 0
      ? null
      : { from: Math.min(...parts.map(p => p.from)), to: Math.max(...parts.map(p => p.to)) };
  const took = whole(actual);
  const best = rows.reduce((sum, row) => sum + (row.best ? row.best.to - row.best.from : 0), 0);
  const asPlanned = whole(planned);
  return {
    key,
    kind,
    number,
    title,
    planned: asPlanned,
    actual: took
      ? [{ ...took, tone: actual.some(({ tone }) => tone === 'bad') ? 'warning' : 'good' }]
      : [],
    best: best > 0 && took ? { from: took.from, to: took.from + best } : null,
    late: took && asPlanned ? took.to - asPlanned.to : null,
  };
}

function rows(): GanttRow[] {
  return stages.flatMap(([id, title, phases]) => {
    const inside = phases.map(([number, name, lines]) => {
      const steps = lines.map(stepRow);
      return name === ''
        ? steps
        : [around('phase', `phase:${id}:${number}`, number, name, steps), ...steps];
    });
    const steps = inside.flat().filter(row => row.kind === 'step');
    return [around('stage', `stage:${id}`, id, title, steps), ...inside.flat()];
  });
}

export function sampleGantt(): Gantt {
  return {
    from: ms('2026-11-30 15:00'),
    to: ms('09:52'),
    gaps: [{ from: ms('2026-11-30 16:05'), to: ms('06:00') }],
    window: { planned: stretch('06:45-09:00'), actual: stretch('06:45-09:50') },
    rows: rows(),
    signs: [
      { at: ms('06:45'), kind: 'milestone', label: '2.1 Début de la maintenance', step: '2.1' },
      { at: ms('08:12'), kind: 'go', label: '4.2 Contrôle du dry-run', step: '4.2' },
      { at: ms('09:14'), kind: 'no-go', label: '5.2 Contrôle final', step: '5.2' },
      { at: ms('09:15'), kind: 'rollback', label: 'Retour arrière', step: null },
      { at: ms('09:50'), kind: 'milestone', label: 'Retour validé', step: null },
    ],
  };
}
