/** What it costs to see a run again: a night of five hours, 10 000 facts, 200 MB of output. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openRecorded } from '../src/cli/recorded/open-recorded.ts';
import { playRecorded } from '../src/cli/recorded/played.ts';
import { cliWords } from '../src/locale/cli.ts';
import { screenView } from '../src/view/screen.ts';
import type { Terminal } from '../test/terminal/driver.ts';
import {
  type Bench,
  byteCount,
  type Figure,
  interleaved,
  milliseconds,
  percentile,
  timed,
  times,
} from './measure.ts';
import { makeNight } from './night/folder.ts';
import { nightLength } from './night/story.ts';
import { peakUntilEnd } from './process.ts';
import { bascule, finish, inFolder, inTerminal, launch } from './program.ts';

const sizes = { long: 150_000_000, all: 200_000_000 };
const longSizes = { long: 750_000_000, all: 1_000_000_000 };
const seeks = 60;

/** Replay, report and verification beside reading the folder, and the hashes of its outputs. */
export const seeing: Bench = ({ runs, long }) =>
  inFolder(async folder => {
    const { home, run } = await makeNight(folder, long ? longSizes : sizes);
    const night = { folder, home, run };
    const reports: Reported[] = [];
    const found = await interleaved(runs, {
      cat: () => timed(() => shell(night, 'find . -type f -exec cat {} + > /dev/null')),
      hashes: () => timed(() => shell(night, 'find jobs -name output -exec sha256sum {} +')),
      frame: () => firstFrame(night),
      report: async () => {
        const made = await reported(night);
        reports.push(made);
        return made.took;
      },
      verify: () => timed(() => bascule(['verify', 'night', '--home', home], log(night))),
    });
    const keys = await inReplay(night, answers);
    return [
      beside(
        'replay, first frame',
        found.frame,
        `cat: ${milliseconds(found.cat)}`,
        found.cat,
        '≤ 1 s',
      ),
      ...seekFigures(home),
      bare('replay, a jump on the terminal, p95', milliseconds(percentile(keys, 0.95)), '≤ 200 ms'),
      beside('report as HTML', found.report, `cat: ${milliseconds(found.cat)}`, found.cat, '≤ 5 s'),
      bare('report, size', byteCount(worst(reports, one => one.size)), '≤ 5 MB'),
      bare('report, peak memory', byteCount(worst(reports, one => one.memory)), '≤ 200 MB'),
      beside('verify', found.verify, `sha256sum: ${milliseconds(found.hashes)}`, found.hashes, ''),
    ];
  });

interface Night {
  folder: string;
  home: string;
  /** Its run's folder. */
  run: string;
}

interface Reported {
  took: number;
  size: number;
  memory: number;
}

const log = ({ folder }: Night): string => path.join(folder, 'log');

const shell = (night: Night, command: string): Promise<void> =>
  finish('bash', ['-c', `cd '${night.run}' && ${command}`], log(night));

const bare = (what: string, ours: string, goal: string): Figure => ({
  what,
  ours,
  baseline: '',
  ratio: '',
  goal,
});

function beside(what: string, ours: number, baseline: string, other: number, goal: string): Figure {
  return { what, ours: milliseconds(ours), baseline, ratio: times(ours / other), goal };
}

const worst = (all: readonly Reported[], of: (one: Reported) => number): number =>
  Math.max(...all.map(of));

const replaying = ({ home }: Night): string[] => [
  'replay',
  'night',
  '--home',
  home,
  '--lang',
  'en',
];

async function inReplay<T>(night: Night, work: (terminal: Terminal) => Promise<T>): Promise<T> {
  await using terminal = inTerminal(replaying(night));
  await terminal.waitFor(
    ({ altScreen, text }) => altScreen() && text().includes('Command of step'),
  );
  return await work(terminal);
}

/** What closing it takes is not counted. */
function firstFrame(night: Night): Promise<number> {
  const start = performance.now();
  return inReplay(night, () => Promise.resolve(performance.now() - start));
}

/** Milliseconds from a key to the frame that stands elsewhere in the run. */
async function answers(terminal: Terminal): Promise<number[]> {
  terminal.type(' ');
  await delay(2_000);
  const took: number[] = [];
  for (const key of ['v', 'v', 'x', 'v', 'V', 'X', 'v', 'm', 'M', 'Right', 'Right', 'Left']) {
    const before = terminal.text();
    took.push(
      await timed(async () => {
        terminal.press(key);
        await terminal.waitFor(({ text }) => text() !== before);
      }),
    );
    // What it still draws is not the next key's.
    await delay(300);
  }
  return took;
}

async function reported(night: Night): Promise<Reported> {
  const file = path.join(night.folder, 'report.html');
  const args = ['report', 'night', '--home', night.home, '--format', 'html', '-o', file, '--force'];
  const start = performance.now();
  const { child, ended } = launch(args, log(night));
  const memory = await peakUntilEnd(child);
  await ended;
  return { took: performance.now() - start, size: statSync(file).size, memory };
}

/** In this process: a moment of the run, and its screen, anywhere; and the end before anything was folded. */
function seekFigures(home: string): Figure[] {
  const run = openRecorded(home, 'night', cliWords('en'));
  const { player, now } = playRecorded(run, { language: 'en', ascii: false, speed: 60 });
  const start = Date.parse(run.reading.entries[0]!.at);
  const jump = (share: number): number => {
    const began = performance.now();
    player.seek(start + share * nightLength);
    screenView(now());
    return performance.now() - began;
  };
  const cold = jump(1);
  const far = Array.from({ length: seeks }, (_, at) => jump(((at * 37) % seeks) / seeks));
  player.close();
  return [
    bare('replay, the first jump, to the end', milliseconds(cold), '≤ 200 ms'),
    bare('replay, a jump and its screen, p95', milliseconds(percentile(far, 0.95)), '≤ 200 ms'),
  ];
}
