/** How long until there is something to read. */
import path from 'node:path';
import { type Bench, interleaved, milliseconds, timed, times } from './measure.ts';
import { bascule, finish, inFolder, inTerminal, runArguments, writePlan } from './program.ts';

/** `--version` and `--help` beside `node -e 0`; the first frame of a cockpit. */
export const startup: Bench = ({ runs }) =>
  inFolder(async folder => {
    const log = path.join(folder, 'log');
    const plan = await writePlan(folder, [{ title: 'A manual step' }]);
    const found = await interleaved(runs, {
      node: () => timed(() => finish(process.execPath, ['-e', '0'], log)),
      version: () => timed(() => bascule(['--version'], log)),
      help: () => timed(() => bascule(['--help'], log)),
      frame: () => firstFrame(runArguments(plan, folder)),
    });
    const beside = (what: string, value: number, goal: string) => ({
      what,
      ours: milliseconds(value),
      baseline: `node -e 0: ${milliseconds(found.node)}`,
      ratio: times(value / found.node),
      goal,
    });
    return [
      beside('--version', found.version, '≤ 1.3×'),
      beside('--help', found.help, '≤ 1.3×'),
      beside('first frame', found.frame, '≤ 500 ms'),
    ];
  });

async function firstFrame(args: readonly string[]): Promise<number> {
  const start = performance.now();
  await using terminal = inTerminal(args);
  await terminal.waitFor(({ altScreen, text }) => altScreen() && text().includes('A manual step'));
  return performance.now() - start;
}
