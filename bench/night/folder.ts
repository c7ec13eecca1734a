/** A long night on disk, as the program would have left it: plan, environment, sealed journal, jobs and what was seen of them. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { markLine } from '../../src/jobs/seen.ts';
import { genesis, seal } from '../../src/journal/chain.ts';
import { createFold } from '../../src/journal/fold.ts';
import { compile } from '../../src/plan/compile.ts';
import { createProgress } from '../../src/store/progress.ts';
import { createRunFolder, runPaths } from '../../src/store/run-folder.ts';
import { nightPlan } from './plan.ts';
import { foldedNight, type NightJob, type Sizes, tellNight } from './story.ts';

/** Milliseconds between two looks at an output that grows. */
const look = 250;
const block = 1_000_000;

/** Makes the run under `folder/home`, and gives the paths of it and of its home. */
export async function makeNight(
  folder: string,
  sizes: Sizes,
): Promise<{ home: string; run: string }> {
  const home = path.join(folder, 'home');
  const source = nightPlan();
  const planFile = path.join(folder, 'plan.md');
  writeFileSync(planFile, source);
  const { plan } = compile(source, { path: planFile });
  const name = { date: '2026-12-01', slug: 'night', environment: 'production' };
  const environment = 'name: production\nprotected: true\nschedule: absolute\n';
  const run = createRunFolder(home, name, { plan: source, environment });
  const { journal, jobs, progress } = runPaths(run);
  const { entries } = tellNight(plan, planFile, sizes, job => writeJob(jobs, job));
  const fold = createFold(plan);
  const folded = foldedNight(fold, entries);
  let prev = genesis;
  const lines = entries.map(entry => {
    const { line, hash } = seal(entry, prev);
    prev = hash;
    return `${line}\n`;
  });
  writeFileSync(journal, lines.join(''), { mode: 0o600 });
  const snapshot = fold.persist(folded);
  await createProgress(progress).write({ version: 1, seq: folded.seq, hash: prev, snapshot });
  return { home, run };
}

/** The sha256 of its output, hex. */
function writeJob(jobs: string, job: NightJob): string {
  const folder = path.join(jobs, job.id);
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(path.join(folder, 'script'), job.script, { mode: 0o400 });
  writeFileSync(path.join(folder, 'seen'), seenText(job), { mode: 0o600 });
  return writeOutput(path.join(folder, 'output'), job.size);
}

function writeOutput(file: string, size: number): string {
  const hash = createHash('sha256');
  const output = openSync(file, 'w', 0o600);
  for (let written = 0; written < size; written += block) {
    const bytes = Buffer.from(linesFrom(written)).subarray(0, Math.min(block, size - written));
    hash.update(bytes);
    writeSync(output, bytes);
  }
  closeSync(output);
  return hash.digest('hex');
}

const manyLines = Array.from({ length: block / 60 }, (_, at) => {
  const [second, took] = [String(at % 60).padStart(2, '0'), (at * 7919) % 997];
  return `2026-12-01 20:31:${second} INFO  lot ${at} moved <ok> & counted in ${took} ms\n`;
}).join('');

/** A block of what a migration says, none like another. */
const linesFrom = (offset: number): string => `block at ${offset}\n${manyLines}`;

/** It grew evenly while somebody followed. */
function seenText({ from, to, size }: NightJob): string {
  const count = Math.max(1, Math.floor((to - from) / look));
  const marks = Array.from({ length: count }, (_, at) => ({
    at: Math.round(from + ((at + 1) * (to - from)) / count),
    size: Math.floor(((at + 1) * size) / count),
  }));
  const began = markLine({ at: Math.round(from), size: 0, began: true });
  return began + marks.map(markLine).join('');
}
