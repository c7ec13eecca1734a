/** A small run as the view would show it, and a source with its output in memory. */

import type { RunState } from '../../machines/state.ts';
import type { RunSource } from '../../src/engine/types.ts';
import type {
  Badge,
  BoxView,
  Choice,
  ChoiceId,
  ScreenView,
  StepView,
  TreeRow,
} from '../../src/view/types.ts';

export const badges = {
  done: { glyph: '✓', word: 'faite', tone: 'good' },
  running: { glyph: '●', word: 'en cours', tone: 'active', busy: true },
  ready: { glyph: '○', word: 'à faire', tone: 'warning' },
  failed: { glyph: '✗', word: 'échec', tone: 'bad' },
  reviewing: { glyph: '◆', word: 'à décider', tone: 'warning' },
  waiting: { glyph: '·', word: 'à venir', tone: 'muted' },
  open: { glyph: '☐', word: 'à vérifier', tone: 'normal' },
  pass: { glyph: '☑', word: 'vérifié', tone: 'good' },
} satisfies Record<string, Badge>;

export function choice(id: ChoiceId, more: Partial<Choice> = {}): Choice {
  return {
    id,
    label: id,
    consequence: '',
    enabled: true,
    why: '',
    word: '',
    reason: 'none',
    text: null,
    edit: null,
    options: [],
    primary: false,
    tone: 'normal',
    ...more,
  };
}

const stages: [string, string, [string, string, [string, string][]][]][] = [
  [
    'J-7',
    'Préparation Finale',
    [
      [
        '',
        '',
        [
          ['09:00', 'Réunion équipe de déploiement'],
          ['10:00', 'Test final sur environnement de staging'],
        ],
      ],
    ],
  ],
  [
    'Jour J',
    'Déploiement Production',
    [
      [
        '2',
        'Mise en Maintenance',
        [
          ['06:30', 'Activation mode maintenance'],
          ['06:32', 'Arrêt des workers de queue'],
        ],
      ],
      [
        '3',
        'Déploiement Code',
        [
          ['06:45', 'Récupération du code depuis Git'],
          ['06:50', 'Installation des dépendances'],
          ['07:00', 'Exécution des migrations de base'],
          ['07:10', 'Mise à jour des permissions'],
          ['07:15', 'Configuration des nouveaux services'],
          ['07:25', 'Vérification intégrité du code'],
          ['07:30', 'Validation déploiement code'],
        ],
      ],
      [
        '4',
        'Migration des Données',
        [
          ['07:30', 'Ajout des colonnes de migration'],
          ['07:45', 'POINT DE CONTRÔLE - Validation dry-run'],
        ],
      ],
    ],
  ],
  ['J+1', 'Bilan 24h', [['', '', [['', 'Rapport de stabilité']]]]],
];

/** Rows of a tree whose current step is the given one (`3.3`). */
export function tree(current: string, status: Badge = badges.running): TreeRow[] {
  let past = true;
  const rows: TreeRow[] = [];
  const add = (
    row: Omit<TreeRow, 'note' | 'noteTone' | 'current' | 'status'> & { step?: string },
  ) => {
    const here = row.step === current;
    if (here) past = false;
    rows.push({
      ...row,
      status: here ? status : past ? badges.done : badges.waiting,
      note: row.kind === 'step' ? (past ? '12:41' : here ? '04:41' : '~5m') : '2/7',
      noteTone: 'muted',
      current: here,
    });
  };
  for (const [stage, title, phases] of stages) {
    add({ key: `stage:${stage}`, kind: 'stage', depth: 0, time: '', number: stage, title });
    for (const [phase, name, steps] of phases) {
      if (phase !== '')
        add({
          key: `phase:${phase}`,
          kind: 'phase',
          depth: 1,
          time: steps[0]![0],
          number: phase,
          title: name,
        });
      steps.forEach(([time, title], at) => {
        const id = `${phase === '' ? stage : phase}.${at + 1}`;
        add({
          key: `step:${id}`,
          kind: 'step',
          depth: phase === '' ? 1 : 2,
          time,
          number: id,
          title,
          step: id,
        });
      });
    }
  }
  return rows;
}

export function box(id: string, title: string, mark: BoxView['mark'] = 'open'): BoxView {
  return { id, title, mark, badge: mark === 'open' ? badges.open : badges.pass, note: '' };
}

export function step(more: Partial<StepView> = {}): StepView {
  return {
    id: '3.3',
    title: 'Exécution des migrations de base',
    place: 'Jour J · 3 Déploiement Code',
    kind: 'command',
    status: badges.running,
    timing: '04:41 / ~10 min',
    role: 'DBA',
    commands: [
      {
        index: 0,
        language: 'bash',
        script: 'php artisan migrate --force',
        status: badges.running,
        job: '0007-p3s3-a1',
      },
    ],
    job: '0007-p3s3-a1',
    boxes: [],
    actions: [],
    remarks: [],
    ...more,
  };
}

export function view(more: Partial<ScreenView> = {}): ScreenView {
  return {
    header: {
      environment: 'rehearsal',
      protected: false,
      title: 'Ops & Bail Mobilité 1.0.0',
      operator: 'ops@bastion',
      status: { glyph: '●', word: 'EN COURS', tone: 'active' },
      clock: '07:07:12',
      forecast: 'fin prévue 10:33 (+3 min)',
      ratio: 0.25,
      figures: [
        { text: '13/75 actions', tone: 'normal' },
        { text: 'phase 3/8', tone: 'normal' },
        { text: 'coupure 0 h 37 / 4 h', tone: 'normal' },
        { text: "retour possible jusqu'à 09:58", tone: 'good' },
      ],
      rollingBack: false,
    },
    tree: tree('3.3'),
    current: step(),
    next: [
      {
        time: '07:10',
        title: 'php artisan permission:sync',
        who: 'automatique',
        due: 'dans 3 min',
        human: false,
      },
      {
        time: '07:15',
        title: 'Configuration des nouveaux services',
        who: 'Entrée',
        due: 'dans 8 min',
        human: true,
      },
      {
        time: '07:45',
        title: 'GO/NO-GO dry-run',
        who: 'décision',
        due: 'dans 38 min',
        human: true,
      },
    ],
    choices: [
      choice('stop', {
        label: 'Arrêter 3.3',
        consequence: 'TERM, puis KILL si elle résiste.',
        reason: 'required',
        tone: 'bad',
      }),
      choice('rollback', {
        label: 'Retour arrière',
        consequence: 'Sans demi-tour.',
        word: 'RETOUR',
        reason: 'required',
        tone: 'bad',
      }),
      choice('note', { label: 'Épingler une note', reason: 'required' }),
      choice('hold', { label: 'Suspendre' }),
    ],
    log: Array.from({ length: 12 }, (_, at) => ({
      seq: at,
      time: `07:0${Math.floor(at / 2)}:30`,
      by: at % 2 === 0 ? 'ops' : 'bascule',
      text: at % 2 === 0 ? `action 3.${at} lancée` : `commande terminée (0) en ${at} s`,
      tone: at % 2 === 0 ? 'normal' : 'good',
    })),
    away: [],
    deadlines: "prochaine décision 07:45 (dans 38 min) · retour possible jusqu'à 09:58",
    readiness: null,
    todo: null,
    alerts: [],
    times: [],
    aside: null,
    watch: null,
    ending: null,
    ...more,
  };
}

/** The checkpoint of phase 4, as it waits for a decision. */
export function checkpointView(): ScreenView {
  return view({
    tree: tree('4.2', badges.reviewing),
    current: step({
      id: '4.2',
      title: 'POINT DE CONTRÔLE - Validation dry-run',
      place: 'Jour J · 4 Migration des Données',
      kind: 'checkpoint',
      status: badges.reviewing,
      timing: '',
      commands: [],
      job: null,
      boxes: [
        box('C1.1', 'Migration dry-run exécutée sans erreur', 'pass'),
        box('C1.2', 'Statistiques cohérentes (nombre de missions, BM créés)'),
        box('C1.3', 'Aucune corruption de données détectée'),
        box('C1.4', "Temps d'exécution acceptable (< 30 min estimé)"),
      ],
      actions: [
        { text: 'Analyser les logs d’erreur', label: '', move: null },
        { text: 'Corriger les problèmes identifiés', label: '', move: null },
        { text: 'Relancer le dry-run', label: '', move: null },
        { text: 'Si problème majeur : déclencher rollback', label: '', move: null },
      ],
    }),
    choices: [
      choice('go', {
        label: 'GO',
        consequence: '3 critères non vérifiés : le GO est une dérogation, motivée.',
        primary: true,
        word: 'GO',
        reason: 'required',
        tone: 'good',
      }),
      choice('noGo', {
        label: 'NO-GO',
        consequence: "Le déploiement s'arrête ici.",
        word: 'NO-GO',
        reason: 'required',
        tone: 'bad',
      }),
      choice('tickPass', { label: 'Cocher' }),
      choice('tickFail', { label: 'Marquer en échec', reason: 'optional' }),
      choice('rollback', {
        label: 'Retour arrière',
        consequence: 'Le plan est abandonné pour ses 4 actions de retour (30 min). Sans demi-tour.',
        word: 'RETOUR',
        reason: 'required',
        tone: 'bad',
        options: [
          { value: 'a', label: "Échec d'un point de contrôle critique" },
          { value: 'b', label: 'Corruption de données détectée' },
        ],
      }),
      choice('skip', {
        label: 'Passer 4.2',
        enabled: false,
        why: 'un point de contrôle ne se passe pas',
      }),
      choice('note', { label: 'Épingler une note', reason: 'required' }),
    ],
  });
}

/** A run whose state is one word: enough for the cockpit, which only compares it. */
export function stateOf(status: RunState['status'], current: string | null): RunState {
  const context = {
    liveJob: null,
    aside: null,
    watch: null,
    held: null,
    jobs: {},
  } as unknown as RunState['context'];
  return { status, current, halting: false, context, statusOf: () => 'running', can: () => true };
}

/** A source with outputs in memory; `say` tells the cockpit that something happened. */
export class SampleSource implements RunSource {
  current = stateOf('underway', '3.3');
  readonly away = [];
  private readonly outputs = new Map<string, Buffer>();
  private readonly listeners = new Set<() => void>();

  state(): RunState {
    return this.current;
  }

  entries() {
    return [];
  }

  hashOf() {
    return null;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  say(): void {
    for (const listener of this.listeners) listener();
  }

  print(job: string, text: string | Buffer): void {
    const before = this.outputs.get(job) ?? Buffer.alloc(0);
    this.outputs.set(job, Buffer.concat([before, Buffer.from(text)]));
  }

  /** Of a run that plays again: only the first bytes of an output are there. */
  keep(job: string, bytes: number): void {
    this.outputs.set(job, (this.outputs.get(job) ?? Buffer.alloc(0)).subarray(0, bytes));
  }

  async outputSize(job: string): Promise<number> {
    return this.outputs.get(job)?.length ?? 0;
  }

  async readOutput(job: string, offset: number, bytes: number): Promise<Buffer> {
    return (this.outputs.get(job) ?? Buffer.alloc(0)).subarray(offset, offset + bytes);
  }
}
