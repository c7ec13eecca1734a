/** What the cockpit sends over the line, and what it costs to sit in front of it. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Bench, byteCount, type Figure } from './measure.ts';
import { cpuShare } from './process.ts';
import {
  inFolder,
  inTerminal,
  runArguments,
  stopJobs,
  untilStopped,
  writePlan,
} from './program.ts';

interface Situation {
  what: string;
  /** What the step runs in the measurement's folder; a manual step without. */
  script?: (folder: string) => string;
  /** On screen once it is reached. */
  sign: string;
  bytesGoal: string;
  cpuGoal: string;
}

const situations: readonly Situation[] = [
  {
    what: 'five lines a second',
    script: folder => `${untilStopped(folder)} echo "a line, at $(date +%T.%N)"; sleep 0.2; done`,
    sign: 'a line, at',
    bytesGoal: '≤ 3 kB/s',
    cpuGoal: '≤ 5 %',
  },
  {
    what: 'a silent command',
    script: folder => `echo started; ${untilStopped(folder)} sleep 1; done`,
    sign: 'started',
    bytesGoal: '≤ 0.3 kB/s',
    cpuGoal: '≤ 5 %',
  },
  {
    what: 'idle',
    sign: 'The step',
    bytesGoal: 'the clock, once a second',
    cpuGoal: '≤ 1 %',
  },
];

/** Bytes a second and share of a processor, at 120 by 40, in each situation. */
export const terminal: Bench = async ({ long }) => {
  const figures: Figure[] = [];
  for (const situation of situations) {
    figures.push(...(await inFolder(folder => sit(folder, situation, long ? 30_000 : 10_000))));
  }
  return figures;
};

async function sit(folder: string, situation: Situation, duration: number): Promise<Figure[]> {
  const script = situation.script?.(folder);
  const step = { title: 'The step', ...(script ? { script } : {}) };
  const plan = await writePlan(folder, [step, { title: 'A manual step' }]);
  await using terminal = inTerminal(runArguments(plan, folder, '--pace', 'automatic'));
  await terminal.waitFor(situation.sign, { timeout: 20_000 });
  // The first frames are another figure.
  await delay(3_000);
  const before = terminal.bytes();
  const share = await cpuShare(terminal.pid, duration);
  const rate = (terminal.bytes() - before) / (duration / 1000);
  await stopJobs(folder, terminal);
  const bare = { baseline: '', ratio: '' };
  const percent = `${(share * 100).toFixed(1)} %`;
  return [
    {
      what: `${situation.what}, to the terminal`,
      ours: byteCount(rate, 'B/s'),
      ...bare,
      goal: situation.bytesGoal,
    },
    { what: `${situation.what}, processor`, ours: percent, ...bare, goal: situation.cpuGoal },
  ];
}
