/** The last look at a run that says it is completed. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { RunSummary } from '../../src/store/types.ts';
import type { Tally } from './campaign.ts';
import { isKeptAside } from './harm/damage.ts';
import { isQuiet } from './harm/wrappers.ts';
import { violations } from './proof/invariants.ts';
import { entriesOf } from './proof/records.ts';
import type { Story } from './story.ts';

const launcher = path.resolve(import.meta.dirname, '../../bin/bascule.js');
const call = promisify(execFile);

/** Waits until nothing of the run lives, then gives what is wrong, and counts what became of its jobs. */
export async function finish(story: Story, tally: Tally): Promise<string[]> {
  const { home, folder } = story;
  const deadline = performance.now() + 20_000;
  while (!isQuiet(folder) && performance.now() < deadline) await sleep(50);
  for (const { type } of entriesOf(folder)) {
    if (type === 'job.exited' || type === 'job.revoked' || type === 'job.doubted') {
      tally.ends[type.slice(4) as keyof Tally['ends']] += 1;
    }
  }
  tally.torn += story.torn.length;
  const lost = story.torn.filter(tail => !isKeptAside(folder, tail));
  return [
    ...violations(story, true),
    ...lost.map(tail => `${tail.length} torn bytes were not kept aside`),
    ...(isQuiet(folder) ? [] : ['something of it still lives']),
    ...(await verified(home)),
    ...(await listed(home)),
  ];
}

async function verified(home: string): Promise<string[]> {
  try {
    await bascule(['verify', 'rehearsal', '--home', home]);
    return [];
  } catch (error) {
    return [`verify: ${String(error)}`];
  }
}

async function listed(home: string): Promise<string[]> {
  const { runs } = JSON.parse(await bascule(['runs', '--json', '--home', home])) as {
    runs: RunSummary[];
  };
  return runs
    .filter(({ status }) => status !== 'completed')
    .map(({ id, status }) => `${id} is listed as ${status}`);
}

async function bascule(args: string[]): Promise<string> {
  return (await call(process.execPath, [launcher, ...args])).stdout;
}
