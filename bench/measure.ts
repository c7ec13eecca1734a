/** Figures: how they are taken, summed up and shown. */

/** One line of the table. Words and units are the bench's own. */
export interface Figure {
  what: string;
  ours: string;
  /** What runs beside it, and its figure; '' for none. */
  baseline: string;
  /** Ours against the baseline; '' for none. */
  ratio: string;
  goal: string;
}

/** What the command line asked for. */
export interface BenchOptions {
  /** Runs of each contender. */
  runs: number;
  /** Larger sizes, for the growth that small ones hide. */
  long: boolean;
}

export type Bench = (options: BenchOptions) => Promise<Figure[]>;

/** The value below which a share `p` (0 to 1) of the values lies. @throws {RangeError} without values. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
  if (found === undefined) throw new RangeError('a percentile of no values');
  return found;
}

/** The middle value. @throws {RangeError} without values. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds that an action takes. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/**
 * Runs every contender once, then again, `runs` times over: what slows the machine for a while slows
 * them all. Gives each one's median.
 */
export async function interleaved<Name extends string>(
  runs: number,
  contenders: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const values = Object.fromEntries(names.map(name => [name, [] as number[]]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) values[name]?.push(await contenders[name]());
  }
  const medians = names.map(name => [name, median(values[name] ?? [])]);
  return Object.fromEntries(medians) as Record<Name, number>;
}

export const milliseconds = (value: number): string =>
  `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}×`;

/** Bytes, or bytes per second. */
export function byteCount(value: number, unit = 'B'): string {
  const steps = ['', 'k', 'M', 'G'];
  const power = value < 1 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3));
  const shown = value / 1000 ** power;
  return `${shown.toFixed(power === 0 || shown >= 100 ? 0 : 1)} ${steps[power]}${unit}`;
}

/** Figures as a table of plain text. */
export function table(figures: readonly Figure[]): string {
  const head: Figure = {
    what: 'figure',
    ours: 'bascule',
    baseline: 'beside it',
    ratio: 'ratio',
    goal: 'goal',
  };
  const columns = ['what', 'ours', 'baseline', 'ratio', 'goal'] as const;
  const rows = [head, ...figures];
  const widths = columns.map(column => Math.max(...rows.map(row => row[column].length)));
  const line = (row: Figure): string =>
    columns
      .map((column, at) => row[column].padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map(width => '─'.repeat(width)).join('  ');
  return [line(head), rule, ...figures.map(line)].join('\n');
}
