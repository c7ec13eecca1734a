/** Planned, actual and forecast: the page of times. */
import type { RunContext } from '../../machines/context.ts';
import type { Phase, Stage, Step } from '../plan/types.ts';
import type { Spot } from './scene/outline.ts';
import { instant, isRollback, recordOf, type Scene, statusOf } from './scene/scene.ts';
import { deadlineRows } from './schedule/deadlines.ts';
import { expectedSpan } from './schedule/forecast.ts';
import { beganAt, isStopped, plannedFor, slotOf, turnAt } from './schedule/schedule.ts';
import { apart, delay, rounded, toMinute } from './schedule/time.ts';
import type { Slot } from './schedule/timetable.ts';
import { type Expected, expectedBack, expectedOf } from './schedule/walk.ts';
import { actualText, forecastText, spanText, stoppedText } from './schedule/wording.ts';
import type { TimeRow, Tone } from './types.ts';

/**
 * The deadlines, the rollback's steps once it is decided, then every stage: the present one with its
 * phases and steps, the others as one row each.
 */
export function timeRows(scene: Scene): TimeRow[] {
  const open = openStage(scene);
  return [
    ...deadlineRows(scene),
    ...(isRollback(scene) ? rollbackRows(scene) : []),
    ...scene.plan.stages.flatMap((stage, at) => [
      groupRow(scene, `stage:${stage.id}`, stage, scene.outline.stages[at]!),
      ...(at === open ? insideStage(scene, stage) : []),
    ]),
  ];
}

/** The stage under way; at the ends, and in a rollback, that of the window. */
function openStage({ outline, input }: Scene): number | undefined {
  const here = outline.byId.get(input.state.current ?? '') ?? outline.closes;
  return here?.stageAt;
}

function insideStage(scene: Scene, stage: Stage): TimeRow[] {
  const rows = keptRows(scene);
  return stage.phases.flatMap(phase => {
    const spots = scene.outline.phases.get(phase) ?? [];
    const steps = spots.map(spot => stepRow(scene, spot, rows));
    return phase.title ? [groupRow(scene, `phase:${phase.id}`, phase, spots), ...steps] : steps;
  });
}

function groupRow(
  scene: Scene,
  key: string,
  { id, title }: Stage | Phase,
  spots: readonly Spot[],
): TimeRow {
  const { start, end } = plannedSpan(scene, spots);
  const over = spots.every(spot => recordOf(scene, spot.step.id).outcome !== undefined);
  const began = spots[0] ? beganAt(scene, spots[0]) : null;
  const ended = over ? endOf(scene, spots.at(-1)) : null;
  const expected = over ? null : expectedSpan(scene, spots);
  const late = end === null ? null : minus(ended ?? expected?.end ?? null, end);
  return {
    key,
    kind: key.startsWith('stage') ? 'stage' : 'phase',
    number: scene.text(id),
    title: scene.text(title),
    planned: spanText(scene, start, end),
    actual: actualText(scene, began, ended),
    forecast: forecastText(scene, expected, began !== null),
    ...drifted(scene, late, over),
    current: spots.some(spot => spot.step.id === scene.input.state.current),
  };
}

/** From the first planned start among them to the last planned end; milliseconds, null where the plan does not say. */
export function plannedSpan(scene: Scene, spots: readonly Spot[]) {
  const slots = spots.map(spot => slotOf(scene, spot)).filter(({ start }) => start !== null);
  const last = slots.at(-1);
  return { start: slots[0]?.start ?? null, end: last?.end ?? last?.start ?? null };
}

/** A row, and what was expected when it was made. */
interface Kept {
  expected: Expected | null;
  row: TimeRow;
}

const kept = new WeakMap<RunContext, { look: string; rows: Map<Spot, Kept> }>();

/** The screen is made many times a second: rows are made once per entry, and when what is expected moves. */
function stepRow(scene: Scene, spot: Spot, rows: Map<Spot, Kept>): TimeRow {
  const expected = toMinutes(expectedOf(scene, spot));
  const before = rows.get(spot);
  if (before && isSame(before.expected, expected)) return before.row;
  const row = freshRow(scene, spot, expected);
  rows.set(spot, { expected, row });
  return row;
}

function keptRows({ context, input: { language, ascii, schedule } }: Scene): Map<Spot, Kept> {
  const look = [language, ascii, schedule].join(' ');
  const before = kept.get(context);
  if (before?.look === look) return before.rows;
  const rows = new Map<Spot, Kept>();
  kept.set(context, { look, rows });
  return rows;
}

/** As it will be read: a row does not change within a minute. */
function toMinutes(expected: Expected | null): Expected | null {
  if (!expected) return null;
  const { start, end, slowStart, slowEnd } = expected;
  const read = (ms: number | null) => (ms === null ? null : toMinute(ms));
  return { start: read(start), end: read(end), slowStart: read(slowStart), slowEnd: read(slowEnd) };
}

function isSame(a: Expected | null, b: Expected | null): boolean {
  if (!a || !b) return a === b;
  return a.start === b.start && a.end === b.end && a.slowEnd === b.slowEnd;
}

function freshRow(scene: Scene, spot: Spot, expected: Expected | null): TimeRow {
  const { start, end } = slotOf(scene, spot);
  const began = beganOf(scene, spot);
  const ended = endOf(scene, spot);
  const slot = { start, end: end ?? start };
  const late = expected ? lateAhead(expected, slot, began !== null) : minus(ended, slot.end);
  return {
    ...stepRowOf(scene, spot.step, expected, began, ended),
    planned: spanText(scene, start, end),
    ...drifted(scene, late, expected === null),
  };
}

/** What is under way is late by its end, what is to come by its start. */
function lateAhead(expected: Expected, slot: Slot, begun: boolean): number | null {
  return begun ? minus(expected.end, slot.end) : minus(expected.start, slot.start);
}

function stepRowOf(
  scene: Scene,
  step: Step,
  expected: Expected | null,
  began: number | null,
  ended: number | null,
) {
  const stopped = isStopped(scene, step.id);
  return {
    key: `step:${step.id}`,
    kind: 'step' as const,
    number: scene.text(step.id),
    title: scene.text(step.title),
    actual: stopped ? stoppedText(scene, step.id) : actualText(scene, began, ended),
    // Nobody knows when it will be decided what becomes of it.
    forecast: stopped ? '' : forecastText(scene, expected, began !== null),
    current: step.id === scene.input.state.current,
  };
}

/** A decision that is being made, or work by hand, is under way from its turn on. */
function beganOf(scene: Scene, spot: Spot): number | null {
  const looked = ['reviewing', 'refused', 'remediating'].includes(statusOf(scene, spot.step.id));
  return looked ? turnAt(scene, spot) : beganAt(scene, spot);
}

function rollbackRows(scene: Scene): TimeRow[] {
  const steps = scene.plan.rollback?.steps ?? [];
  return steps.map((step, at) => {
    const planned = plannedFor(scene, step);
    const { startedAt, endedAt } = recordOf(scene, step.id);
    const expected = expectedBack(scene, at);
    return {
      ...stepRowOf(scene, step, expected, instant(startedAt), instant(endedAt)),
      planned: planned === null ? '' : scene.words.units.about(rounded(planned, scene.words)),
      drift: '',
      tone: 'normal',
    };
  });
}

function endOf(scene: Scene, spot: Spot | undefined): number | null {
  return spot ? instant(recordOf(scene, spot.step.id).endedAt) : null;
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : apart(a, b);
}

function drifted(scene: Scene, late: number | null, over: boolean): { drift: string; tone: Tone } {
  const drift = late === null ? '' : delay(late, scene.words);
  const calm = over ? 'muted' : 'normal';
  return { drift, tone: (late ?? 0) >= 60_000 ? 'warning' : calm };
}
