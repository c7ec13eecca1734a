/** What a step costs: the durable protocol, the journal, and how both grow. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, type Figure, interleaved, milliseconds, timed, times } from './measure.ts';
import { bascule, finish, inFolder, runArguments, writePlan } from './program.ts';

/** Plans of trivial steps, beside a shell loop that runs the same scripts with none of the care. */
export const steps: Bench = async ({ runs, long }) => {
  const figures: Figure[] = [];
  for (const count of long ? [50, 200, 1000, 4000] : [50, 200]) {
    figures.push(await perStep(count, count > 200 ? 1 : runs));
  }
  return figures;
};

async function perStep(count: number, runs: number): Promise<Figure> {
  const found = await interleaved(runs, {
    bascule: () => inFolder(folder => unattended(folder, count)),
    bash: () => inFolder(folder => shellLoop(folder, count)),
  });
  return {
    what: `a step, of ${count}`,
    ours: milliseconds(found.bascule / count),
    baseline: `bash loop: ${milliseconds(found.bash / count)}`,
    ratio: times(found.bascule / found.bash),
    goal: '≤ 40 ms, the same for all',
  };
}

async function unattended(folder: string, count: number): Promise<number> {
  const list = Array.from({ length: count }, (_, at) => ({ title: `Step ${at}`, script: 'true' }));
  const plan = await writePlan(folder, list);
  const args = runArguments(plan, folder, '--unattended');
  return timed(() => bascule(args, path.join(folder, 'log')));
}

async function shellLoop(folder: string, count: number): Promise<number> {
  const step = path.join(folder, 'step.sh');
  await writeFile(step, 'true\n');
  const loop = `for i in $(seq ${count}); do bash -eo pipefail '${step}' > '${folder}/out'.$i 2>&1; done`;
  return timed(() => finish('bash', ['-c', loop], path.join(folder, 'log')));
}
