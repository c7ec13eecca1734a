/** A small deployment plan made by hand, as the compiler would give it: every kind of step, times, a rollback. */
import type { Command, Item, Phase, Plan, Rollback, Stage, Step } from '../../src/plan/types.ts';

const place = { line: 1, column: 1 };

const slug = (kind: string, id: string) =>
  `${kind}-${id.replace('+', 'plus').replace(/[^\w]/g, '-')}`;

export function item(id: string, title = `Case ${id}`): Item {
  return { id, title, ...place };
}

export function command(script: string, more: Partial<Command> = {}): Command {
  const base = {
    index: 0,
    language: 'bash',
    script,
    runnable: true,
    variables: [],
    attributes: {},
  };
  return { ...base, ...place, ...more };
}

/** `step('1.2', '06:05', 'Title', …)`; '' for no time. Manual unless it has commands. */
export function step(id: string, time: string, title: string, more: Partial<Step> = {}): Step {
  return {
    id,
    key: slug('s', id),
    ...(time && { time }),
    title,
    kind: more.commands ? 'command' : 'manual',
    commands: [],
    items: [],
    attributes: {},
    ...place,
    ...more,
  };
}

export function phase(id: string, title: string, steps: Step[], more: Partial<Phase> = {}): Phase {
  return { id, key: slug('phase', id), title, steps, ...place, ...more };
}

export function stage(id: string, offsetDays: number, title: string, phases: Phase[]): Stage {
  return { id, key: slug('stage', id), offsetDays, title, phases, ...place };
}

export function planOf(stages: Stage[], more: Partial<Plan> = {}): Plan {
  return {
    title: 'Ops & Bail Mobilité 1.0.0',
    language: 'fr',
    fingerprint: 'f'.repeat(64),
    timezone: 'Europe/Paris',
    general: { environments: [] },
    roles: [],
    availability: [],
    prerequisites: [{ title: 'Technique', items: [item('P1.1', 'Sauvegarde testée')] }],
    stages,
    checkpoints: [],
    messages: [],
    metrics: [],
    surveillance: [],
    contacts: [],
    links: [],
    checklist: [],
    variables: [],
    runners: {},
    fences: [],
    reading: [],
    ...more,
  };
}

const rollback = (): Rollback => ({
  title: 'Procédure',
  minutes: 30,
  triggers: [
    { text: 'Corruption de données détectée', line: 1 },
    { text: 'Décision management', line: 1 },
  ],
  steps: [
    step('R.1', '', 'Arrêt immédiat', { minutes: 5, commands: [command('php artisan down')] }),
    step('R.2', '', 'Restauration', {
      minutes: 20,
      commands: [command('./restore.sh [backup]')],
      attributes: { undoes: ['2.2'] },
    }),
    step('R.3', '', 'Remise en service', { minutes: 5 }),
  ],
  proofs: [],
  validation: [item('V.1', 'Système fonctionnel'), item('V.2', 'Données intègres')],
  ...place,
});

/** J at 06:00: the outage is 06:30 → 08:00, so the last tenable rollback is 07:30. */
export function smallPlan(more: Partial<Plan> = {}): Plan {
  return planOf(
    [
      stage('J-1', -1, 'Validation', [
        phase('J-1', '', [
          step('J-1.1', '09:00', 'Briefing équipe'),
          step('J-1.2', '17:00', 'Confirmation GO/NO-GO', { kind: 'gate' }),
        ]),
      ]),
      stage('Jour J', 0, 'Déploiement Production', [
        phase('1', 'Préparation', preparation(), { start: '06:00', end: '06:30' }),
        phase('2', 'Migration des données', migration(), { start: '06:30', end: '08:00' }),
      ]),
      stage('J+1', 1, 'Bilan 24h', [phase('J+1', '', [step('J+1.1', '', 'Rapport de stabilité')])]),
    ],
    {
      rollback: rollback(),
      checkpoints: [checkpoint()],
      variables: [
        { name: 'backup', capturedBy: '2.1' },
        { name: 'version', value: 'v1.0.0' },
      ],
      ...more,
    },
  );
}

function preparation(): Step[] {
  return [
    step('1.1', '06:00', 'Connexion équipe', {
      items: [item('1.1/1', 'Admin'), item('1.1/2', 'Ops')],
      attributes: { role: 'DevOps' },
    }),
    step('1.2', '06:25', 'GO/NO-GO final', { kind: 'gate' }),
    step('1.3', '06:30', 'DÉBUT MAINTENANCE', { kind: 'milestone', window: 'opens' }),
  ];
}

function migration(): Step[] {
  return [
    step('2.1', '06:30', 'Sauvegarde finale', {
      commands: [
        command('php artisan down\nsupervisorctl stop laravel-worker:*', {
          attributes: { on: 'app1', rerun: 'safe' },
        }),
        command('php artisan migrate --pretend', { index: 1, attributes: { sample: true } }),
        command('./backup.sh', { index: 2, attributes: { capture: 'backup' } }),
      ],
    }),
    step('2.2', '06:40', 'Exécution migration réelle', {
      commands: [
        command('php artisan migrate:missions-to-bm', { attributes: { destructive: true } }),
      ],
    }),
    step('2.3', '07:45', 'POINT DE CONTRÔLE - Migration', { kind: 'checkpoint', checkpoint: 'C1' }),
    step('2.4', '08:00', 'FIN MAINTENANCE', { kind: 'milestone', window: 'closes' }),
  ];
}

const checkpoint = () => ({
  id: 'C1',
  title: 'Migration',
  time: '07:45',
  step: '2.3',
  criteria: [item('C1.1', 'Sans erreur'), item('C1.2', 'Statistiques cohérentes')],
  actions: [
    { text: 'Analyser les logs', line: 1 },
    { text: 'Si majeur : rollback', line: 1 },
  ],
  ...place,
});
