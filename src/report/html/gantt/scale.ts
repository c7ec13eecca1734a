/** Time laid along an axis whose idle stretches are cut out. Instants are milliseconds since the epoch. */
import { clock, clockSeconds, day } from '../../../view/schedule/time.ts';
import type { Stretch } from '../../types.ts';

export interface Scale {
  from: number;
  to: number;
  /** Where the axis is broken, in order. */
  breaks: { x: number; gap: Stretch }[];
  /** Where an instant lies; what is outside is at the nearest end, what is in a gap at its break. */
  x(ms: number): number;
}

/** Units that a break takes. */
const breakWidth = 22;
const second = 1000;
const minute = 60 * second;
/** Between two ticks. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map(count => count * second),
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200].map(
    count => count * minute,
  ),
];
/** `06:30:05` takes more room than `06:30`. */
const moreForSeconds = 1.4;

/** @param left, right where the axis begins and ends, in units of the drawing */
export function scaleOf(
  whole: Stretch,
  gaps: readonly Stretch[],
  left: number,
  right: number,
): Scale {
  const inside = gaps.filter(gap => gap.from >= whole.from && gap.to <= whole.to);
  const cut = Math.min(breakWidth, (right - left) / 2 / Math.max(1, inside.length));
  const kept = whole.to - whole.from - inside.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  const perMs = (right - left - cut * inside.length) / Math.max(1, kept);
  const pieces = piecesOf(whole, inside, { left, perMs, cut });
  return {
    ...whole,
    breaks: inside.map((gap, at) => ({ gap, x: pieces[at]!.x + pieces[at]!.width + cut / 2 })),
    x: ms => along(pieces, ms, perMs),
  };
}

interface Piece extends Stretch {
  x: number;
  width: number;
}

function piecesOf(
  whole: Stretch,
  gaps: readonly Stretch[],
  { left, perMs, cut }: { left: number; perMs: number; cut: number },
): Piece[] {
  const starts = [whole.from, ...gaps.map(gap => gap.to)];
  const ends = [...gaps.map(gap => gap.from), whole.to];
  const pieces: Piece[] = [];
  let x = left;
  for (const [at, from] of starts.entries()) {
    const to = ends[at]!;
    const width = (to - from) * perMs;
    pieces.push({ from, to, x, width });
    x += width + cut;
  }
  return pieces;
}

function along(pieces: readonly Piece[], ms: number, perMs: number): number {
  const piece = pieces.find(({ to }) => ms <= to) ?? pieces.at(-1)!;
  return piece.x + Math.min(Math.max(ms - piece.from, 0) * perMs, piece.width);
}

export interface Tick {
  x: number;
  /** `06:30`, `06:30:05` on a short axis. */
  time: string;
  /** `YYYY-MM-DD`, at the first tick of a day; ''. */
  date: string;
}

/** Round hours of the zone along the axis, at least `room` units apart. */
export function ticksOf(scale: Scale, zone: string, room: number): Tick[] {
  const bounds = [scale.from, ...scale.breaks.flatMap(({ gap }) => [gap.from, gap.to]), scale.to];
  const step = stepFor(scale, bounds, room);
  const clockOf = step < minute ? clockSeconds : clock;
  const least = roomFor(step, room);
  const ticks: Tick[] = [];
  let date = '';
  for (let at = 0; at < bounds.length; at += 2) {
    for (const ms of roundTimes(bounds[at]!, bounds[at + 1]!, step, zone)) {
      const x = scale.x(ms);
      const last = ticks.at(-1);
      if (last && x - last.x < least) continue;
      const on = day(ms, zone);
      ticks.push({ x, time: clockOf(ms, zone), date: on === date ? '' : on });
      date = on;
    }
  }
  return ticks;
}

function roomFor(step: number, room: number): number {
  return step < minute ? room * moreForSeconds : room;
}

/** The smallest round step whose ticks have room. */
function stepFor(scale: Scale, bounds: readonly number[], room: number): number {
  const perMs = Math.max(
    ...bounds.flatMap((from, at) => {
      const to = bounds[at + 1];
      if (at % 2 === 1 || to === undefined || to <= from) return [];
      return [(scale.x(to) - scale.x(from)) / (to - from)];
    }),
    1e-12,
  );
  return steps.find(step => step * perMs >= roomFor(step, room)) ?? steps.at(-1)!;
}

function roundTimes(from: number, to: number, step: number, zone: string): number[] {
  const unit = Math.min(step, minute);
  const first = Math.ceil(from / unit) * unit;
  const [hours, minutes, seconds] = clockSeconds(first, zone).split(':').map(Number);
  const past = (((hours! * 60 + minutes!) * 60 + seconds!) * second) % step;
  const start = first + (past === 0 ? 0 : step - past);
  const count = Math.floor((to - start) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => start + at * step);
}
