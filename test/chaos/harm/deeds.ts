/** What is done to a cockpit and its jobs while they work. */
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cockpit } from '../cockpit.ts';
import { jobFile } from '../proof/records.ts';
import type { Story } from '../story.ts';
import {
  aJobIsBuilt,
  aRevocationIsWritten,
  theHelmIsTaken,
  theJournalGrows,
  until,
} from './moments.ts';
import { launchAgain, liveJob, signal, wrapperOf } from './wrappers.ts';

export type Kill = 'cockpit' | 'wrapper' | 'group' | 'hup' | 'term';

/** What came of a deed. */
export interface Done {
  kills: Kill[];
  /** Done to the next cockpit, while it looks at what was left. */
  later?: (next: Cockpit) => Promise<void>;
}

type Deed = (story: Story, cockpit: Cockpit) => Promise<Done>;

const nothing: Done = { kills: [] };

function kill(cockpit: Cockpit, how: 'SIGKILL' | 'SIGTERM' | 'SIGHUP'): Kill[] {
  if (!cockpit.lives()) return [];
  cockpit.kill(how);
  return [how === 'SIGKILL' ? 'cockpit' : how === 'SIGTERM' ? 'term' : 'hup'];
}

const atAnyTime: Deed = async ({ chance }, cockpit) => {
  await until(cockpit, () => false, chance.between(0, 900));
  return { kills: kill(cockpit, chance.oneOf(['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGHUP'])) };
};

const whileItWrites: Deed = async (story, cockpit) => {
  const { chance } = story;
  for (let lines = chance.between(1, 4); lines > 0; lines--) await theJournalGrows(story, cockpit);
  await sleep(chance.between(0, 3) * chance.between(0, 12));
  return { kills: kill(cockpit, chance.oneOf(['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM'])) };
};

/** Before the launch; then somebody else launches it, just when the next cockpit would revoke it. */
const beforeTheLaunch: Deed = async (story, cockpit) => {
  const { chance } = story;
  if (!(await aJobIsBuilt(story, cockpit))) return nothing;
  const kills = kill(cockpit, 'SIGKILL');
  const later = chance.oneOf([launchLate, launchAmidRevocation, launchAmidRevocation]);
  return { kills, later: next => later(story, next) };
};

async function launchLate(story: Story, next: Cockpit): Promise<void> {
  await theHelmIsTaken(story, next);
  await sleep(story.chance.between(0, 40));
  launchAgain(story.folder);
}

/** The next cockpit is stopped while it writes the revocation; the job is launched and claimed meanwhile. */
async function launchAmidRevocation(story: Story, next: Cockpit): Promise<void> {
  if (!(await aRevocationIsWritten(story, next))) return;
  next.kill('SIGSTOP');
  launchAgain(story.folder);
  await sleep(150);
  next.kill('SIGCONT');
}

/** The wrapper sleeps between launch and claim while the cockpit dies; it wakes when the next one looks. */
const beforeTheClaim: Deed = async (story, cockpit) => {
  const { chance } = story;
  if (!(await aJobIsBuilt(story, cockpit))) return nothing;
  const launched = () => wrapperOf(cockpit.pid, story.folder);
  await until(cockpit, () => launched() !== null, 300);
  const wrapper = launched();
  if (wrapper === null) return nothing;
  await sleep(chance.oneOf([0, 0, 2, 5, 10, 20]));
  story.stopped.add(wrapper);
  signal(wrapper, 'SIGSTOP');
  const kills = kill(cockpit, 'SIGKILL');
  const late = chance.oneOf([0, 20, 100, 400]);
  const later = async (next: Cockpit): Promise<void> => {
    await theHelmIsTaken(story, next);
    await sleep(late);
    signal(wrapper, 'SIGCONT');
    story.stopped.delete(wrapper);
  };
  return { kills, later };
};

/** The witness, or the witness and its command; often the cockpit as well. */
const whileACommandRuns: Deed = async (story, cockpit) => {
  const { chance } = story;
  await aJobIsBuilt(story, cockpit);
  if (!(await until(cockpit, () => story.folder !== '' && liveJob(story.folder) !== null, 1500))) {
    return nothing;
  }
  await sleep(chance.between(0, 120));
  const kills = chance.likely(0.4) ? kill(cockpit, 'SIGKILL') : [];
  const live = liveJob(story.folder);
  if (!live) return { kills };
  const whole = chance.likely(0.5);
  story.harmed.add(live.job);
  const hit = signal(whole ? -live.pid : live.pid, 'SIGKILL');
  return { kills: hit ? [...kills, whole ? 'group' : 'wrapper'] : kills };
};

/** The job ends just now. */
const atTheEndOfACommand: Deed = async (story, cockpit) => {
  const { chance } = story;
  if (!(await aJobIsBuilt(story, cockpit))) return nothing;
  const live = () => liveJob(story.folder);
  await until(cockpit, () => live() !== null, 500);
  const job = live()?.job;
  if (job === undefined) return nothing;
  await until(cockpit, () => fs.existsSync(jobFile(story.folder, job, 'exit')), 1500);
  await sleep(chance.between(0, 10));
  return { kills: kill(cockpit, 'SIGKILL') };
};

const deeds: readonly Deed[] = [
  atAnyTime,
  atAnyTime,
  whileItWrites,
  whileItWrites,
  beforeTheLaunch,
  beforeTheLaunch,
  beforeTheClaim,
  beforeTheClaim,
  whileACommandRuns,
  whileACommandRuns,
  whileACommandRuns,
  atTheEndOfACommand,
];

/** One of them. */
export const deed = (chance: Story['chance']): Deed => chance.oneOf(deeds);
