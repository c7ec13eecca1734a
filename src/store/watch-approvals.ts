import fs from 'node:fs';
import path from 'node:path';
import { runPaths } from './run-folder.ts';

/** For file systems that tell no news, and folders that were replaced. Milliseconds. */
const rhythm = 2000;

/**
 * Calls back each time that something was put, changed or removed among a run's approvals from now on;
 * read them after the watch began. Keeps no process alive. Never throws.
 * @returns what ends the watch.
 */
export function watchApprovals(folder: string, onChange: () => void): () => void {
  const { approvals } = runPaths(folder);
  let seen = signs(approvals);
  const look = (): void => {
    const now = signs(approvals);
    if (now === seen) return;
    seen = now;
    onChange();
  };
  const poll = setInterval(look, rhythm).unref();
  const watcher = newsOf(approvals, look);
  return () => {
    clearInterval(poll);
    watcher?.close();
  };
}

/** Null where the system gives no news: no such folder yet, no more watches to be had. */
function newsOf(place: string, look: () => void): fs.FSWatcher | null {
  try {
    const watcher = fs.watch(place, { persistent: false }, look);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}

function signs(place: string): string {
  try {
    const names = fs.readdirSync(place).filter(name => !name.startsWith('.'));
    return names
      .sort()
      .map(name => sign(path.join(place, name), name))
      .join('\n');
  } catch {
    return '';
  }
}

function sign(file: string, name: string): string {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  return JSON.stringify([name, stats?.ino, stats?.ctimeMs, stats?.size]);
}
