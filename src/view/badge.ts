/** The look of every status: glyph + word + tone. Glyphs are one column wide everywhere. */
import type { JobStatus } from '../../machines/context.ts';
import type { Piece } from '../../machines/readiness.ts';
import type { StepStatus } from '../../machines/state.ts';
import type { StepKind } from '../plan/types.ts';
import { isRollback, type Scene, statusOf } from './scene/scene.ts';
import type { Badge, BoxView, Tone } from './types.ts';

interface Look {
  glyph: string;
  ascii: string;
  tone: Tone;
  busy?: boolean;
}

const good = { glyph: '✓', ascii: 'v', tone: 'good' } as const;
const bad = { glyph: '✗', ascii: 'X', tone: 'bad' } as const;
const decide = { glyph: '◆', ascii: '%', tone: 'warning' } as const;
const doubt = { glyph: '?', ascii: '?', tone: 'bad' } as const;
const busy = { glyph: '●', ascii: '*', tone: 'active', busy: true } as const;
const still = { glyph: '·', ascii: '.', tone: 'muted' } as const;
const passedOver = { glyph: '↷', ascii: '-', tone: 'warning' } as const;

const stepLooks: Record<StepStatus, Look> = {
  waiting: still,
  ready: { glyph: '›', ascii: ')', tone: 'active' },
  running: busy,
  failed: bad,
  inDoubt: doubt,
  reviewing: decide,
  refused: bad,
  remediating: { glyph: '↻', ascii: '~', tone: 'warning' },
  done: good,
  accepted: { glyph: '±', ascii: '+', tone: 'warning' },
  skipped: passedOver,
  passed: good,
  reached: good,
};

/** Kinds that stand out before their turn. */
const waitingLooks: Partial<Record<StepKind, Look>> = {
  checkpoint: { glyph: '◆', ascii: '%', tone: 'muted' },
  gate: { glyph: '◆', ascii: '%', tone: 'muted' },
  milestone: { glyph: '◇', ascii: 'o', tone: 'muted' },
};

function badge(scene: Scene, look: Look, word: string): Badge {
  const { tone, ascii, glyph } = look;
  return {
    glyph: scene.input.ascii ? ascii : glyph,
    word,
    tone,
    ...(look.busy && { busy: true }),
  };
}

export function stepBadge(scene: Scene, status: StepStatus, kind: StepKind): Badge {
  const look = (status === 'waiting' && waitingLooks[kind]) || stepLooks[status];
  return badge(scene, look, scene.words.status.step[status]);
}

const boxLooks: Record<BoxView['mark'], Look> = {
  open: { glyph: '□', ascii: '_', tone: 'normal' },
  pass: good,
  fail: bad,
};

export function boxBadge(scene: Scene, mark: BoxView['mark']): Badge {
  return badge(scene, boxLooks[mark], scene.words.status.box[mark]);
}

const groupLooks = {
  waiting: still,
  left: still,
  active: stepLooks.ready,
  done: good,
  decide,
} as const;

/** Stages and phases. */
export function groupBadge(scene: Scene, status: keyof typeof groupLooks): Badge {
  return badge(scene, groupLooks[status], scene.words.status.stage[status]);
}

const commandLooks: Record<JobStatus | 'failed' | 'shown' | 'willRun' | 'notRun', Look> = {
  running: busy,
  orphan: { ...busy, tone: 'warning' },
  exited: good,
  failed: bad,
  revoked: passedOver,
  doubt,
  abandoned: passedOver,
  shown: { glyph: '¶', ascii: '#', tone: 'muted' },
  willRun: still,
  notRun: still,
};

export function commandBadge(scene: Scene, look: keyof typeof commandLooks, word: string): Badge {
  return badge(scene, commandLooks[look], word);
}

const pieceLooks: Record<Piece['state'], Look> = {
  there: good,
  missing: bad,
  later: still,
  failed: bad,
  unproved: { glyph: '?', ascii: '?', tone: 'warning' },
};

/** A piece of the rollback's readiness, and all of them together. */
export function pieceBadge(scene: Scene, state: Piece['state'], word?: string): Badge {
  return badge(scene, pieceLooks[state], word ?? scene.words.decisions.readiness.states[state]);
}

type RunWord = keyof Scene['words']['status']['run'];

const runLooks: Record<RunWord, Look> = {
  draft: still,
  underway: busy,
  rollingBack: { ...busy, tone: 'bad' },
  validating: decide,
  closing: decide,
  completed: good,
  rolledBack: { ...good, tone: 'warning' },
  aborted: bad,
  held: { glyph: '‖', ascii: '=', tone: 'warning' },
  failed: bad,
  inDoubt: doubt,
  deciding: decide,
  noGo: bad,
  halting: { ...busy, tone: 'bad' },
  noHelm: { glyph: '○', ascii: 'o', tone: 'warning' },
};

/** The run as a whole: its status, or what keeps it from going on. */
export function runBadge(scene: Scene): Badge {
  const word = runWord(scene);
  const moving = scene.context.liveJob !== null;
  const { busy: _, ...look } = runLooks[word];
  return badge(
    scene,
    moving && runLooks[word].busy ? runLooks[word] : look,
    scene.words.status.run[word],
  );
}

function runWord(scene: Scene): RunWord {
  const { state } = scene.input;
  if (state.status !== 'underway' && state.status !== 'rollingBack') return state.status;
  if (state.halting) return 'halting';
  if (scene.context.held) return 'held';
  if (isRollback(scene)) return 'rollingBack';
  const status = state.current === null ? 'waiting' : statusOf(scene, state.current);
  if (status === 'failed' || status === 'inDoubt') return status;
  if (!scene.context.helm) return 'noHelm';
  if (status === 'refused' || status === 'remediating') return 'noGo';
  return status === 'reviewing' ? 'deciding' : 'underway';
}
