/** The signs above the rows: each label in a lane where it meets neither another nor a line that goes down. */

export interface Flag {
  x: number;
  /** Units that the label takes, its glyph included. */
  width: number;
  /** What it is worth to have it labelled. */
  weight: number;
}

export interface Placed<T> {
  flag: T;
  /** 0 is nearest to the rows. */
  lane: number;
  /** False where no lane was free: its line alone is drawn. */
  labelled: boolean;
  /** The label runs to the left of its line. */
  leftward: boolean;
}

interface Taken {
  from: number;
  to: number;
  x: number;
  lane: number;
}

type Order = (a: Flag, b: Flag) => number;

const margin = 4;
/** None of them is best for all runs: the one that leaves out least is taken. */
const orders: readonly Order[] = [
  (a, b) => b.x - a.x,
  (a, b) => a.x - b.x,
  (a, b) => b.weight - a.weight || b.x - a.x,
];

/** In the order given. @param right where the drawing ends @param lanes how many there may be */
export function placeFlags<T extends Flag>(
  flags: readonly T[],
  right: number,
  lanes: number,
): Placed<T>[] {
  const tries = orders.flatMap(order =>
    [true, false].map(rightFirst => placeIn(flags, order, rightFirst, right, lanes)),
  );
  const worth = (placed: Placed<T>[]) =>
    placed.reduce(
      (sum, { flag, labelled, lane }) => sum + (labelled ? flag.weight * 100 - lane : 0),
      0,
    );
  return tries.reduce((best, next) => (worth(next) > worth(best) ? next : best));
}

function placeIn<T extends Flag>(
  flags: readonly T[],
  order: Order,
  rightFirst: boolean,
  right: number,
  lanes: number,
): Placed<T>[] {
  const taken: Taken[] = [];
  const sides = rightFirst ? [false, true] : [true, false];
  return flags
    .map((flag, at) => ({ flag, at }))
    .sort((a, b) => order(a.flag, b.flag))
    .map(({ flag, at }) => ({ at, placed: place(flag, taken, { sides, right, lanes }) }))
    .sort((a, b) => a.at - b.at)
    .map(({ placed }) => placed);
}

function place<T extends Flag>(
  flag: T,
  taken: Taken[],
  { sides, right, lanes }: { sides: boolean[]; right: number; lanes: number },
): Placed<T> {
  for (let lane = 0; lane < lanes; lane++) {
    for (const leftward of sides) {
      const from = leftward ? flag.x - flag.width : flag.x;
      const mine = { from, to: from + flag.width, x: flag.x, lane };
      if (mine.from < 0 || mine.to > right || taken.some(other => meets(mine, other))) continue;
      taken.push(mine);
      return { flag, lane, labelled: true, leftward };
    }
  }
  return { flag, lane: 0, labelled: false, leftward: false };
}

/** In one lane their labels overlap, or the line of the higher one goes through the label of the lower. */
function meets(a: Taken, b: Taken): boolean {
  if (a.lane === b.lane) return a.from < b.to + margin && b.from < a.to + margin;
  const [low, high] = a.lane < b.lane ? [a, b] : [b, a];
  return high.x > low.from && high.x < low.to;
}
