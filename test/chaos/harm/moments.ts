/** Waiting for the moment that hurts most. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cockpit } from '../cockpit.ts';
import { jobFolders, journalFile } from '../proof/records.ts';
import type { Story } from '../story.ts';

/** Resolves once `look` gives true, the cockpit is gone, or so many milliseconds have passed. */
export async function until(cockpit: Cockpit, look: () => boolean, most: number): Promise<boolean> {
  const deadline = performance.now() + most;
  while (cockpit.lives() && performance.now() < deadline) {
    if (look()) return true;
    await sleep(2);
  }
  return look();
}

/** The folder of the only run of a home; '' while there is none. */
export function runFolder(home: string): string {
  const runs = path.join(home, 'runs');
  const [name] = fs.existsSync(runs) ? fs.readdirSync(runs).filter(one => /^\d/.test(one)) : [];
  return name === undefined ? '' : path.join(runs, name);
}

function found(story: Story): boolean {
  story.folder ||= runFolder(story.home);
  return story.folder !== '';
}

const changeOf = (file: string): number =>
  fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** A job's folder was just built: its wrapper is about to be launched. */
export async function aJobIsBuilt(story: Story, cockpit: Cockpit): Promise<boolean> {
  if (!(await until(cockpit, () => found(story), 2000))) return false;
  const before = jobFolders(story.folder).length;
  return until(cockpit, () => jobFolders(story.folder).length > before, 1500);
}

/** A line is being written. */
export async function theJournalGrows(story: Story, cockpit: Cockpit): Promise<boolean> {
  if (!(await until(cockpit, () => found(story), 2000))) return false;
  const before = changeOf(journalFile(story.folder));
  return until(cockpit, () => changeOf(journalFile(story.folder)) !== before, 1500);
}

/** The helm is taken: what was left is looked at next. */
export async function theHelmIsTaken(story: Story, cockpit: Cockpit): Promise<boolean> {
  const helm = path.join(story.folder, 'helm');
  const before = changeOf(helm);
  return until(cockpit, () => changeOf(helm) !== before, 3000);
}

/** The latest job is about to be revoked: the revocation is a file, and not yet the claim. */
export async function aRevocationIsWritten(story: Story, cockpit: Cockpit): Promise<boolean> {
  const job = path.join(story.folder, 'jobs', jobFolders(story.folder).at(-1) ?? '');
  const isWritten = () => fs.readdirSync(job).some(name => name.startsWith('revocation.'));
  return until(cockpit, isWritten, 3000);
}
