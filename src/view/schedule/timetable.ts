/** The plan's own times as instants: once per plan and date. */
import type { Plan } from '../../plan/types.ts';
import { outlineOf, type Spot } from '../scene/outline.ts';
import { instantAt } from './time.ts';

/** When a step is planned to begin and to end; null where the plan does not say. */
export interface Slot {
  start: number | null;
  end: number | null;
}

/** A slot for each step of the timeline, by its position. */
export type Timetable = readonly Slot[];

const known = new WeakMap<Plan, Map<string, Map<string, Timetable>>>();
const halfDay = 12 * 60;

/**
 * The timetable of a plan whose J is `date` (`YYYY-MM-DD`) in `zone`. Within a stage, a time that
 * falls back by more than half a day is on the next day.
 */
export function timetableOf(plan: Plan, date: string, zone: string): Timetable {
  const before = known.get(plan)?.get(zone)?.get(date);
  if (before) return before;
  const made = outlineOf(plan).stages.flatMap(spots => stageSlots(spots, date, zone));
  const zones = known.get(plan) ?? new Map<string, Map<string, Timetable>>();
  const dates = zones.get(zone) ?? new Map<string, Timetable>();
  known.set(plan, zones.set(zone, dates.set(date, made)));
  return made;
}

function stageSlots(spots: readonly Spot[], date: string, zone: string): Slot[] {
  const days = daysOf(spots);
  const at = (spot: Spot, time: string | undefined, extra: number) =>
    time === undefined ? null : instantAt(date, spot.stage.offsetDays + extra, time, zone);
  const starts = spots.map((spot, index) => at(spot, startTime(spots, index), days[index]!));
  let following: number | null = null;
  const slots: Slot[] = [];
  for (let index = spots.length - 1; index >= 0; index -= 1) {
    const start = starts[index]!;
    slots[index] = { start, end: endOf(spots, index, start, following, days[index]!, at) };
    following = start ?? following;
  }
  return slots;
}

/** The first step of a phase without a time of its own starts with the phase. */
function startTime(spots: readonly Spot[], index: number): string | undefined {
  const { step, phase } = spots[index]!;
  return step.time ?? (phase.steps[0] === step ? phase.start : undefined);
}

/** Days past the stage's own, for each step. */
function daysOf(spots: readonly Spot[]): number[] {
  let extra = 0;
  let last: number | null = null;
  return spots.map((_, index) => {
    const now = minutesOf(startTime(spots, index));
    if (now !== null && last !== null && now - last < -halfDay) extra += 1;
    last = now ?? last;
    return extra;
  });
}

/** A step ends where the plan says (`(5 min)`), else when the next one starts or its phase ends. */
function endOf(
  spots: readonly Spot[],
  index: number,
  start: number | null,
  following: number | null,
  extra: number,
  at: (spot: Spot, time: string | undefined, extra: number) => number | null,
): number | null {
  const spot = spots[index]!;
  if (start === null) return null;
  if (spot.step.minutes !== undefined) return start + spot.step.minutes * 60_000;
  const phaseEnd =
    spot.phase.steps.at(-1) === spot.step ? endOfPhase(spot, start, extra, at) : null;
  if (phaseEnd === null || following === null) return phaseEnd ?? following;
  return Math.min(phaseEnd, Math.max(following, start));
}

function endOfPhase(
  spot: Spot,
  start: number,
  extra: number,
  at: (spot: Spot, time: string | undefined, extra: number) => number | null,
): number | null {
  const { phase } = spot;
  const same = at(spot, phase.end, extra);
  if (same !== null)
    return same >= start ? same : nextDay(same, start, at(spot, phase.end, extra + 1));
  const begin = at(spot, phase.start, extra);
  if (begin === null || phase.plannedMinutes === undefined) return null;
  return Math.max(start, begin + phase.plannedMinutes * 60_000);
}

/** An end before the start is on the next day when it is far before, and a mistake of the plan when near. */
function nextDay(same: number, start: number, next: number | null): number {
  return start - same > halfDay * 60_000 ? (next ?? start) : start;
}

/** Minutes since midnight of `HH:MM`; null for nonsense. */
export function minutesOf(time: string | undefined): number | null {
  const parts = time?.match(/^(\d{1,2}):(\d{2})/);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}
