/** The deadlines of the window, as rows of the page of times. */
import { isRollback, type Scene } from '../scene/scene.ts';
import type { TimeRow, Tone } from '../types.ts';
import { closingOf } from './forecast.ts';
import { decisionsAhead, type Margin, marginOf } from './margin.ts';
import { apart, clock, delay, rounded } from './time.ts';
import { lastTenableRollback, windowOf } from './window.ts';
import { orSlow } from './wording.ts';

const blank = {
  kind: 'deadline',
  number: '',
  planned: '',
  actual: '',
  forecast: '',
  drift: '',
  tone: 'normal',
  current: false,
} as const;

/** The closing of the window, the last tenable rollback, the last decision before it, and the margin. */
export function deadlineRows(scene: Scene): TimeRow[] {
  if (scene.context.endedAt) return [closingRow(scene)].filter(row => row !== null);
  const rows = [closingRow(scene)];
  if (!isRollback(scene)) rows.push(returnRow(scene), decisionRow(scene), marginRow(scene));
  return rows.filter(row => row !== null);
}

function closingRow(scene: Scene): TimeRow | null {
  const window = windowOf(scene);
  if (!window || window.closesAt === null) return null;
  const { closesAt, closedAt } = window;
  const closing = closingOf(scene);
  const expected = closing && orSlow(scene, timeOf(scene, closing.at), closing.at, closing.slow);
  const ends = closedAt ?? closing?.at ?? null;
  return {
    ...blank,
    key: 'deadline:closing',
    title: scene.words.times.deadlines.closing,
    planned: timeOf(scene, closesAt),
    actual: closedAt === null ? '' : timeOf(scene, closedAt),
    forecast: expected ?? '',
    ...late(scene, ends === null ? null : apart(ends, closesAt)),
  };
}

function returnRow(scene: Scene): TimeRow | null {
  const last = lastTenableRollback(scene);
  if (last === null) return null;
  const { rows, deadlines } = scene.words.times;
  const left = last - scene.now;
  const far = rounded(Math.abs(left), scene.words);
  return {
    ...blank,
    key: 'deadline:return',
    title: deadlines.lastReturn,
    planned: timeOf(scene, last),
    actual: left < 0 ? rows.past(far) : rows.left(far),
    tone: left < 0 ? 'bad' : 'normal',
  };
}

function decisionRow(scene: Scene): TimeRow | null {
  const decision = decisionsAhead(scene).at(-1);
  if (!decision) return null;
  const { spot, planned, at, slow, tooLate } = decision;
  const { drift, tone } = late(scene, planned === null ? null : apart(at, planned));
  return {
    ...blank,
    key: 'deadline:decision',
    title: scene.words.times.deadlines.lastDecision(scene.text(spot.step.id)),
    planned: planned === null ? '' : timeOf(scene, planned),
    forecast: orSlow(scene, timeOf(scene, at), at, slow),
    drift,
    tone: tooLate ? 'warning' : tone,
  };
}

/** As durations: what the plan leaves, and what is left at the present pace. */
function marginRow(scene: Scene): TimeRow | null {
  const margin = marginOf(scene);
  if (!margin) return null;
  const { decision, planned, left, slowLeft } = margin;
  const { rows, deadlines } = scene.words.times;
  const [now, slow] = [signed(scene, left), signed(scene, slowLeft)];
  return {
    ...blank,
    key: 'deadline:margin',
    title: deadlines.margin(scene.text(decision.spot.step.id)),
    planned: planned === null ? '' : signed(scene, planned),
    forecast: now === slow ? now : rows.orSlow(now, slow),
    tone: toneOf(margin),
  };
}

function toneOf({ left, decision }: Margin): Tone {
  if (left < 0) return decision.tooLate ? 'warning' : 'bad';
  return left < 15 * 60_000 ? 'warning' : 'normal';
}

/** `12 min`, `-18 min`. */
function signed({ words }: Scene, ms: number): string {
  const length = rounded(Math.abs(ms), words);
  return ms <= -60_000 ? `-${length}` : length;
}

function late(scene: Scene, ms: number | null): { drift: string; tone: Tone } {
  const drift = ms === null ? '' : delay(ms, scene.words);
  return { drift, tone: (ms ?? 0) >= 60_000 ? 'bad' : 'normal' };
}

const timeOf = ({ zone }: Scene, ms: number): string => clock(ms, zone);
