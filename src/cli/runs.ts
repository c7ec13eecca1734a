import stringWidth from 'string-width';
import { listRuns } from '../store/catalogue.ts';
import { storeHome } from '../store/home.ts';
import type { RunSummary } from '../store/types.ts';
import { print, say } from './failure.ts';
import type { CommandInput } from './program.ts';
import { statusOfRun } from './run-status.ts';

/** `bascule runs`: every run, newest first. */
export async function runs({ options, words }: CommandInput<{ json?: boolean }>): Promise<number> {
  const found = listRuns(storeHome(process.env, options.home), statusOfRun);
  if (options.json) {
    print(JSON.stringify({ version: 1, runs: found }, null, 2));
    return 0;
  }
  if (found.length === 0) {
    say(words.runs.none);
    return 0;
  }
  const { columns, status } = words.runs;
  const rows = found.map(run => [run.id, status[run.status], String(run.entries), localTime(run)]);
  const table = [[columns.id, columns.status, columns.entries, columns.updated], ...rows];
  const widths = columnWidths(table);
  for (const row of table) {
    print(
      row
        .map((cell, at) => padded(cell, widths[at]!))
        .join('  ')
        .trimEnd(),
    );
  }
  return 0;
}

const localTime = (run: RunSummary): string =>
  run.updatedAt.slice(0, 16).replace('T', ' ') + ' UTC';

function columnWidths(table: string[][]): number[] {
  return table[0]!.map((_, at) => Math.max(...table.map(row => stringWidth(row[at]!))));
}

const padded = (cell: string, width: number): string =>
  cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
