/** What surrounded the sample's commands: messages, metrics, prerequisites, people. */
import type {
  MessageFact,
  MetricFact,
  NoteFact,
  PrerequisiteFact,
  Report,
} from '../../../src/report/types.ts';
import { at, ms } from './clock.ts';

export const messages: MessageFact[] = [
  {
    occasion: 'before',
    title: 'Avant la maintenance',
    audience: 'Tous les utilisateurs',
    due: 'J-1 16:00',
    status: 'sent',
    deliveries: [
      {
        at: at('2026-11-30 16:00'),
        by: 'ops@bastion',
        channel: 'courriel',
        status: 'sent',
        subject: 'Maintenance du mardi 1er décembre',
        detail: '',
      },
    ],
    told: [],
  },
  {
    occasion: 'during',
    title: 'Début de la maintenance',
    audience: 'Support, management',
    due: '06:45',
    status: 'failed',
    deliveries: [
      {
        at: at('06:45:30'),
        by: 'ops@bastion',
        channel: 'slack',
        status: 'failed',
        subject: 'Début de la maintenance',
        detail: 'HTTP 503 après trois essais',
      },
      {
        at: at('06:47:00'),
        by: 'ops@bastion',
        channel: 'courriel',
        status: 'sent',
        subject: 'Début de la maintenance',
        detail: '',
      },
    ],
    told: [],
  },
  {
    occasion: 'after',
    title: 'Fin de la maintenance',
    audience: 'Tous les utilisateurs',
    due: 'à la fin',
    status: 'told',
    deliveries: [],
    told: [{ at: at('09:52:00'), by: 'astreinte@bastion', how: 'par téléphone au support' }],
  },
  {
    occasion: 'week',
    title: 'Bilan de la semaine',
    audience: 'Management',
    due: 'J+7',
    status: 'none',
    deliveries: [],
    told: [],
  },
];

const watch = [0.3, 0.4, 0.3, 0.5, 0.4, 2.2, 4.1, 3.8, 0.6, 0.4];

export const metrics: MetricFact[] = [
  {
    id: 'errors',
    title: 'Taux d’erreur',
    group: 'Technique',
    threshold: '< 1 %',
    baseline: { at: at('06:30'), value: 0.3, unit: '%' },
    last: { at: at('09:50'), value: 0.4, unit: '%', verdict: 'pass', source: 'Prometheus' },
    series: watch.map((value, index) => ({
      at: new Date(ms('09:05') + index * 300_000).toISOString(),
      value,
      verdict: value < 1 ? 'pass' : 'fail',
    })),
    failed: null,
  },
  {
    id: 'p95',
    title: 'Temps de réponse p95',
    group: 'Technique',
    threshold: '< 2 s',
    baseline: { at: at('06:30'), value: 312, unit: 'ms' },
    last: { at: at('09:50'), value: 2563, unit: 'ms', verdict: 'fail', source: 'sonde HTTP' },
    series: [
      { at: at('09:10'), value: 340, verdict: 'pass' },
      { at: at('09:50'), value: 2563, verdict: 'fail' },
    ],
    failed: null,
  },
  {
    id: 'adoption',
    title: 'Connexions de la journée',
    group: 'Adoption',
    threshold: '',
    baseline: null,
    last: null,
    series: [],
    failed: { at: at('09:51'), why: 'le serveur de mesures ne répond pas' },
    judged: { at: at('09:52'), by: 'ops@bastion', verdict: 'pass', note: 'comme la veille' },
  },
];

export const prerequisites: PrerequisiteFact[] = [
  {
    id: 'p1',
    title: 'Environnement de staging validé',
    group: 'Technique',
    status: 'met',
    at: at('2026-11-30 15:10'),
    by: 'exécution 2026-11-24-staging-11c0',
    note: 'terminée le 24/11',
  },
  {
    id: 'p2',
    title: 'Sauvegarde complète testée',
    group: 'Technique',
    status: 'met',
    at: at('2026-11-30 15:41'),
    by: 'ops@bastion',
    note: 'restaurée sur staging',
  },
  {
    id: 'p3',
    title: 'Documentation à jour',
    group: 'Organisationnel',
    status: 'waived',
    at: at('06:10'),
    by: 'ops@bastion',
    note: 'le guide du support suivra dans la journée',
  },
  {
    id: 'p4',
    title: 'Formation de l’équipe',
    group: 'Organisationnel',
    status: 'open',
    at: null,
    by: '',
    note: '',
  },
];

export const notes: NoteFact[] = [
  {
    at: at('07:26'),
    by: 'ops@bastion',
    text: 'Attendre que le DBA soit joignable avant de relancer.',
    step: '3.2',
    topic: null,
  },
  {
    at: at('09:51'),
    by: 'astreinte@bastion',
    text: 'Prévenir le support avant la sauvegarde, pas après.',
    step: null,
    topic: 'lesson',
  },
];

export const calls: Report['calls'] = [
  {
    at: at('07:25:10'),
    by: 'ops@bastion',
    role: 'DBA',
    outcome: 'répondu',
    note: 'rappelle dans cinq minutes',
    step: '3.2',
  },
  {
    at: at('09:13:20'),
    by: 'astreinte@bastion',
    role: 'Chef de projet',
    outcome: 'sans réponse',
    note: '',
    step: '5.2',
  },
];
