/** One life of the cockpit: started, harmed, gone; and what that leaves on the disk. */
import fs from 'node:fs';
import path from 'node:path';
import { type Cockpit, type Conditions, type End, startCockpit } from './cockpit.ts';
import { cutThePower, spoilProgress, tearTheTail, tornTail } from './harm/damage.ts';
import { type Done, deed } from './harm/deeds.ts';
import { runFolder } from './harm/moments.ts';
import { isBegun, type Story } from './story.ts';

export interface Life {
  end: End;
  done: Done;
  conditions: Conditions;
  /** Jobs that it was too quick to start. */
  hasty: string[];
}

/** A cockpit that has not ended by then hangs. Milliseconds. */
const longestLife = 60_000;

/** Runs or resumes; `harm`: something is done to it, unless the last deed has a sequel. */
export async function attend(story: Story, harm: boolean, later: Done['later']): Promise<Life> {
  const { chance } = story;
  const conditions = {
    slow: harm && chance.likely(0.4),
    failing: harm && isBegun(story) && chance.likely(0.2) ? 0.15 : 0,
  };
  const cockpit = startCockpit(story.home, commandLine(story), conditions);
  const [end, done] = await Promise.all([endOf(cockpit), doTo(cockpit, story, harm, later)]);
  story.folder ||= runFolder(story.home);
  if (end.signal !== null && isBegun(story)) spoil(story, cockpit);
  return { end, done, conditions, hasty: cockpit.hasty() };
}

async function doTo(
  cockpit: Cockpit,
  story: Story,
  harm: boolean,
  later: Done['later'],
): Promise<Done> {
  await later?.(cockpit);
  return harm && !later ? deed(story.chance)(story, cockpit) : { kills: [] };
}

/** A cockpit killed before the first entry leaves an empty run, which is none: begin anew. */
function commandLine(story: Story): string[] {
  if (isBegun(story)) return ['resume', 'rehearsal', '--unattended'];
  if (story.folder !== '') fs.rmSync(story.folder, { recursive: true });
  story.folder = '';
  const plan = path.join(story.home, 'plan.md');
  const pace = story.chance.oneOf(['step', 'phase', 'automatic']);
  return ['run', plan, '--env', 'rehearsal', '--pace', pace, '--unattended'];
}

async function endOf(cockpit: Cockpit): Promise<End> {
  const timer = setTimeout(() => cockpit.kill('SIGABRT'), longestLife);
  try {
    return await cockpit.ended;
  } finally {
    clearTimeout(timer);
  }
}

function spoil({ folder, chance, torn }: Story, cockpit: Cockpit): void {
  if (chance.likely(0.5)) cutThePower(folder, cockpit.durable(), chance);
  if (chance.likely(0.15)) tearTheTail(folder, chance);
  if (chance.likely(0.2)) spoilProgress(folder, chance);
  const tail = tornTail(folder);
  if (tail.length > 0) torn.push(tail);
}
