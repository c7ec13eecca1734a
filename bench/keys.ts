/** How soon a key is answered, while a command floods and while nothing happens. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Terminal } from '../test/terminal/driver.ts';
import { type Bench, type Figure, milliseconds, percentile, times } from './measure.ts';
import { cpuShare } from './process.ts';
import {
  inFolder,
  inTerminal,
  type PlannedStep,
  runArguments,
  stopJobs,
  untilStopped,
  writePlan,
} from './program.ts';

/** Help opens at `?` and leaves at Escape: nothing that a flood draws looks like it. */
const helpOpen = /Every key/;

const waiting: PlannedStep = { title: 'Wait for a person' };

/** Some 20 MB a second: enough to drown a screen, too little to fill a disk. */
const flooding = (folder: string): PlannedStep => ({
  title: 'Flood',
  script: `${untilStopped(folder)} { yes 'a line' || true; } | head -c 400000; sleep 0.02; done`,
});

/** Time from a key to its effect on screen, under a flood beside none. */
export const keys: Bench = async ({ long }) => {
  const count = long ? 200 : 50;
  const calm = await inFolder(folder => answers(folder, waiting, 'Wait for a person', count));
  const flood = await inFolder(folder => answers(folder, flooding(folder), 'a line', count));
  const figure = (p: number, goal: string): Figure => {
    const [ours, idle] = [percentile(flood.latencies, p), percentile(calm.latencies, p)];
    return {
      what: `a key under flood, p${p * 100}`,
      ours: milliseconds(ours),
      baseline: `when idle: ${milliseconds(idle)}`,
      ratio: times(ours / idle),
      goal,
    };
  };
  const share = `${(flood.share * 100).toFixed(1)} %`;
  return [
    figure(0.5, ''),
    figure(0.99, '≤ 100 ms'),
    { what: 'following a flood, processor', ours: share, baseline: '', ratio: '', goal: '≤ 5 %' },
  ];
};

interface Answers {
  latencies: number[];
  share: number;
}

async function answers(
  folder: string,
  step: PlannedStep,
  sign: string,
  count: number,
): Promise<Answers> {
  const plan = await writePlan(folder, [step, { title: 'A manual step' }]);
  await using terminal = inTerminal(runArguments(plan, folder, '--pace', 'automatic'));
  await terminal.waitFor(sign, { timeout: 20_000 });
  const share = await cpuShare(terminal.pid, 3_000);
  const latencies: number[] = [];
  while (latencies.length < count) {
    // A person's rhythm, out of step with the screen's.
    await delay(80 + ((latencies.length * 37) % 100));
    latencies.push(await openHelp(terminal));
  }
  await stopJobs(folder, terminal);
  return { latencies, share };
}

async function openHelp(terminal: Terminal): Promise<number> {
  const start = performance.now();
  terminal.press('?');
  await terminal.waitFor(helpOpen);
  const took = performance.now() - start;
  terminal.press('Escape');
  await terminal.waitFor(({ text }) => !helpOpen.test(text()));
  return took;
}
