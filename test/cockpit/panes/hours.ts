/** The hours of the sample run: its deadlines, what is under way, what is to come. */
import type { TimeRow } from '../../../src/view/types.ts';

function hours(more: Partial<TimeRow> & Pick<TimeRow, 'key' | 'kind' | 'title'>): TimeRow {
  return {
    number: '',
    planned: '',
    actual: '',
    forecast: '',
    drift: '',
    tone: 'muted',
    current: false,
    ...more,
  };
}

export const times: TimeRow[] = [
  hours({
    key: 'deadline:closing',
    kind: 'deadline',
    title: 'Fermeture de la fenêtre',
    planned: '10:30',
    forecast: '10:41 (10:55)',
    drift: '+11 min',
    tone: 'bad',
  }),
  hours({
    key: 'deadline:return',
    kind: 'deadline',
    title: 'Dernier retour tenable',
    planned: '09:58',
    actual: 'encore 2 h 51',
    tone: 'normal',
  }),
  hours({
    key: 'deadline:margin',
    kind: 'deadline',
    number: '5.4',
    title: 'Marge avant le dernier retour tenable',
    planned: '28 min',
    forecast: '-6 min (-13 min)',
    tone: 'bad',
  }),
  hours({ key: 'stage:J', kind: 'stage', title: 'Déploiement Production', number: 'Jour J' }),
  hours({
    key: 'phase:3',
    kind: 'phase',
    number: '3',
    title: 'Déploiement Code',
    planned: '06:45–07:30',
    actual: 'en cours depuis 06:48',
    forecast: 'fin 07:33 (07:40)',
    drift: '+3 min',
    current: true,
  }),
  hours({
    key: 'step:3.2',
    kind: 'step',
    number: '3.2',
    title: 'Installation des dépendances PHP et JavaScript de 本番 (production)',
    planned: '06:50–07:00',
    actual: '06:53–07:02',
    drift: '+3 min',
    tone: 'warning',
  }),
  hours({
    key: 'step:3.3',
    kind: 'step',
    number: '3.3',
    title: 'Exécution des migrations de base',
    planned: '07:00–07:10',
    actual: 'en cours depuis 07:02',
    forecast: 'fin 07:12 (07:19)',
    drift: '+12 min',
    tone: 'bad',
    current: true,
  }),
  ...Array.from({ length: 30 }, (_, at) =>
    hours({
      key: `step:4.${at + 1}`,
      kind: 'step',
      number: `4.${at + 1}`,
      title: `Lot ${at + 1} des missions`,
      planned: `08:${String(at).padStart(2, '0')}`,
      forecast: `08:${String(at + 3).padStart(2, '0')}–09:00 (09:10)`,
      drift: '+3 min',
    }),
  ),
];
