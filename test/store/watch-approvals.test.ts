import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readApprovals } from '../../src/store/approvals.ts';
import { createRunFolder, runPaths } from '../../src/store/run-folder.ts';
import { watchApprovals } from '../../src/store/watch-approvals.ts';
import { as, self, someMembers } from './members.ts';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
someMembers();

const watches: (() => void)[] = [];
afterEach(() => {
  for (const end of watches.splice(0)) end();
});

function newRun(): string {
  const name = { date: '2026-12-01', slug: 'demo', environment: 'staging' };
  return createRunFolder(folder(), name, { plan: '# Demo\n', environment: 'name: x\n' });
}

/** What was there each time that the watch called. */
function watched(run: string): number[] {
  const calls: number[] = [];
  watches.push(watchApprovals(run, () => calls.push(readApprovals(run).given.length)));
  return calls;
}

/** Another process approves. */
function approve(run: string): string {
  const approval = { run: path.basename(run), step: '4.3', round: '0.0', verdict: 'go' };
  return as<string>(self, 'approve', run, JSON.stringify(approval)).done!;
}

describe('watchApprovals', () => {
  it('tells of each approval once it is whole, well before the slow look', async () => {
    const run = newRun();
    const calls = watched(run);
    approve(run);
    await vi.waitFor(() => expect(calls).toEqual([1]), { timeout: 1000 });
    approve(run);
    await vi.waitFor(() => expect(calls).toEqual([1, 2]), { timeout: 1000 });
  });

  it('tells when one goes, and when one changes', async () => {
    const run = newRun();
    const file = path.join(runPaths(run).approvals, approve(run));
    const calls = watched(run);
    fs.appendFileSync(file, 'x');
    await vi.waitFor(() => expect(calls.at(-1)).toBe(0), { timeout: 5000 });
    const told = calls.length;
    fs.rmSync(file);
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(told), { timeout: 5000 });
  });

  it('looks slowly where there are no news: in a folder that comes later, or another in its place', async () => {
    const run = newRun();
    const { approvals } = runPaths(run);
    fs.rmdirSync(approvals);
    const calls = watched(run);
    fs.mkdirSync(approvals, { mode: 0o700 });
    approve(run);
    await vi.waitFor(() => expect(calls).toEqual([1]), { timeout: 8000 });
    fs.renameSync(approvals, `${approvals}.old`);
    await vi.waitFor(() => expect(calls).toEqual([1, 0]), { timeout: 8000 });
  });

  it('says nothing more once ended', async () => {
    const run = newRun();
    const ended: string[] = [];
    watchApprovals(run, () => ended.push('called'))();
    const calls = watched(run);
    approve(run);
    await vi.waitFor(() => expect(calls).toEqual([1]), { timeout: 5000 });
    expect(ended).toEqual([]);
  });

  it('keeps no process alive', () => {
    expect(as(self, 'watch', newRun()).done).toBe('function');
  });
});
