/** One run: started, harmed, resumed, decided about, and looked at after each of these, until it ends. */
import fs from 'node:fs';
import path from 'node:path';
import { attend, type Life } from './attend.ts';
import type { Tally } from './campaign.ts';
import type { Chance } from './chance.ts';
import { finish } from './finish.ts';
import { tornTail } from './harm/damage.ts';
import type { Done } from './harm/deeds.ts';
import { signal } from './harm/wrappers.ts';
import { decide } from './operator.ts';
import { violations } from './proof/invariants.ts';
import { isBegun, lookAgain, newStory, type Story } from './story.ts';

export interface Torment {
  /** An empty folder. */
  home: string;
  chance: Chance;
  tally: Tally;
  /** Kills at most. */
  each: number;
}

/** A run that needs more resumes than this never ends. */
const patience = 80;

/** Gives what was wrong; nothing when all held. */
export async function torment(how: Torment): Promise<string[]> {
  const story = newStory(how.home, how.chance);
  try {
    return await untilItEnds(story, how);
  } finally {
    for (const pid of story.stopped) signal(pid, 'SIGCONT');
  }
}

async function untilItEnds(story: Story, { home, tally, each }: Torment): Promise<string[]> {
  fs.writeFileSync(path.join(home, 'plan.md'), story.plan.markdown);
  let left = each;
  let later: Done['later'];
  for (let round = 0; round < patience; round++) {
    const life = await attend(story, left > 0, later);
    later = life.done.later;
    left -= life.done.kills.length;
    for (const kill of life.done.kills) tally.kills[kill] += 1;
    const faults = look(story, life);
    if (faults.length > 0) return faults;
    if (life.end.code === 0) return finish(story, tally);
    if (awaitsDecision(story, life) && (await decide(story))) tally.decisions += 1;
    tally.resumes += 1;
  }
  return ['it does not come to an end'];
}

/** A torn end is left to the program: it says so when it cuts it. */
const awaitsDecision = ({ folder }: Story, { end }: Life): boolean =>
  end.code === 1 && tornTail(folder).length === 0;

function look(story: Story, life: Life): string[] {
  const hasty = life.hasty.map(job => `${job}: its folder was built before its start was durable`);
  const faults = [...lookAgain(story), ...oddEnd(life), ...hasty];
  return isBegun(story) ? [...faults, ...violations(story, false)] : faults;
}

/** Killed by us, done, stopped where a person must decide, or told to stop: there is no other end. */
function oddEnd({ end: { code, signal, stderr }, conditions }: Life): string[] {
  const killed = signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGHUP';
  const stopped = code === 1 && stderr.includes('Stopped at step') && !stderr.includes('Refused:');
  const failed = code === 1 && conditions.failing > 0;
  const expected = killed || stopped || failed || code === 0 || code === 130;
  if (expected && !/\n\s+at /.test(stderr)) return [];
  return [`the program ended with ${code ?? signal}: ${stderr.slice(-600)}`];
}
