/** A command that writes as fast as it can while the cockpit follows it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Bench, byteCount, median, percentile, times } from './measure.ts';
import { peakMemory } from './process.ts';
import {
  finish,
  inFolder,
  inTerminal,
  jobFolders,
  runArguments,
  stopJobs,
  writePlan,
} from './program.ts';

interface Flood {
  /** Bytes a second, as the command itself saw it. */
  speed: number;
  kept: number;
  memory: number;
}

/** Its speed beside `cmd > file`, what was kept of it, and the memory it took. */
export const flood: Bench = async ({ runs, long }) => {
  const size = long ? 1_000_000_000 : 200_000_000;
  const ours: Flood[] = [];
  const bare: number[] = [];
  for (let run = 0; run < runs; run++) {
    bare.push(await inFolder(folder => toFile(folder, size)));
    ours.push(await inFolder(folder => followed(folder, size)));
  }
  const speed = median(ours.map(one => one.speed));
  const kept = Math.min(...ours.map(one => one.kept));
  const memory = percentile(
    ours.map(one => one.memory),
    1,
  );
  return [
    {
      what: `flood of ${byteCount(size)}`,
      ours: byteCount(speed, 'B/s'),
      baseline: `cmd > file: ${byteCount(median(bare), 'B/s')}`,
      ratio: times(speed / median(bare)),
      goal: '≥ 0.95×',
    },
    {
      what: 'flood, kept',
      ours: byteCount(kept),
      baseline: byteCount(size),
      ratio: times(kept / size),
      goal: '1.00×',
    },
    {
      what: 'flood, peak memory',
      ours: byteCount(memory),
      baseline: '',
      ratio: '',
      goal: '≤ 150 MB',
    },
  ];
};

/** Writes `size` bytes of lines, and leaves in `file` the nanoseconds that took. */
function floodScript(size: number, file: string): string {
  const line = 'the quick brown fox jumps over the lazy dog, again and again and again';
  // `yes` is ended by SIGPIPE once `head` has enough; that is no failure.
  return [
    'start=$(date +%s%N)',
    `{ yes '${line}' || true; } | head -c ${size}`,
    `echo $(( $(date +%s%N) - start )) > '${file}.part'`,
    `mv '${file}.part' '${file}'`,
  ].join('\n');
}

const speedFrom = (file: string, size: number): number =>
  size / (Number(readFileSync(file, 'utf8')) / 1e9);

async function toFile(folder: string, size: number): Promise<number> {
  const took = path.join(folder, 'took');
  const script = floodScript(size, took);
  await finish('bash', ['-eo', 'pipefail', '-c', script], path.join(folder, 'out'));
  return speedFrom(took, size);
}

async function followed(folder: string, size: number): Promise<Flood> {
  const took = path.join(folder, 'took');
  const script = floodScript(size, took);
  const plan = await writePlan(folder, [{ title: 'Flood', script }, { title: 'A manual step' }]);
  await using terminal = inTerminal(runArguments(plan, folder, '--pace', 'automatic'));
  await terminal.waitFor(() => existsSync(took), { timeout: 120_000, message: 'end of the flood' });
  await stopJobs(folder, terminal);
  const [job = ''] = jobFolders(folder);
  return {
    speed: speedFrom(took, size),
    kept: statSync(path.join(job, 'output')).size,
    memory: peakMemory(terminal.pid),
  };
}
