import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { findRun, listRuns } from '../../src/store/catalogue.ts';
import { createRunFolder, runPaths } from '../../src/store/run-folder.ts';
import { created, note, writeJournal } from './journals.ts';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const decided: Fact = { type: 'rollback.decided', reason: 'checkpoint 2 refused' };
const validated: Fact = { type: 'rollback.validated' };
const closed: Fact = { type: 'run.closed' };
const aborted: Fact = { type: 'run.aborted', reason: 'called off' };

/** A run with these facts after `run.created`, begun at that hour. */
function addRun(home: string, environment: string, facts: Fact[] = [], hour = 5): string {
  const name = { date: '2026-12-01', slug: 'demo', environment };
  const run = createRunFolder(home, name, { plan: '# Demo\n', environment: 'name: x\n' });
  writeJournal(run, [created, ...facts], `2026-12-01T0${hour}:00:00.000Z`);
  return run;
}

describe('listRuns', () => {
  it('is empty where nothing ever ran', () => {
    expect(listRuns(path.join(folder(), 'nowhere'))).toEqual([]);
  });

  it('describes each run, newest first', () => {
    const home = folder();
    const run = addRun(home, 'staging', [note('coffee')], 5);
    addRun(home, 'production', [], 7);
    addRun(home, 'rehearsal', [], 6);
    const runs = listRuns(home);
    expect(runs.map(({ id }) => id.slice(16))).toEqual(['production', 'rehearsal', 'staging']);
    expect(runs[2]).toEqual({
      id: '2026-12-01-demo-staging',
      folder: run,
      title: 'Demo',
      environment: 'rehearsal',
      date: '2026-12-01',
      createdAt: '2026-12-01T05:00:00.000Z',
      updatedAt: '2026-12-01T05:00:01.000Z',
      entries: 2,
      fingerprint: 'f'.repeat(64),
      status: 'underway',
    });
  });

  it.each([
    ['underway', [note('x')]],
    ['rollingBack', [decided, note('x')]],
    ['rolledBack', [decided, validated]],
    ['completed', [closed, note('x')]],
    ['aborted', [note('x'), aborted]],
    ['aborted', [decided, aborted]],
  ])('tells %s from the entries alone', (status, facts) => {
    const home = folder();
    addRun(home, 'staging', facts);
    expect(listRuns(home)[0]?.status).toBe(status);
  });

  it('leaves the status to a caller who can fold', () => {
    const home = folder();
    const run = addRun(home, 'staging');
    const [summary] = listRuns(home, (at, entries) =>
      at === run && entries.length === 1 ? 'completed' : 'aborted',
    );
    expect(summary?.status).toBe('completed');
  });

  it('FAULTS 34: lists a damaged run as damaged, with the line, beside the others', () => {
    const home = folder();
    const { journal } = runPaths(addRun(home, 'staging', [note('tea'), note('two')], 6));
    addRun(home, 'production');
    fs.writeFileSync(journal, fs.readFileSync(journal, 'utf8').replace('"tea"', '"ate"'));
    expect(listRuns(home)).toMatchObject([
      {
        id: '2026-12-01-demo-staging',
        title: 'Demo',
        status: 'damaged',
        damage: expect.stringContaining('line 2'),
      },
      { status: 'underway' },
    ]);
  });

  it.each([
    ['no journal', () => {}],
    ['an empty journal', (file: string) => fs.writeFileSync(file, '')],
    ['a folder in place of the journal', (file: string) => fs.mkdirSync(file)],
    ['a link in place of the journal', (file: string) => fs.symlinkSync('/dev/zero', file)],
  ])('never throws: %s', (_, replace) => {
    const home = folder();
    const { journal } = runPaths(addRun(home, 'staging'));
    fs.rmSync(journal);
    replace(journal);
    const [run] = listRuns(home);
    expect(run).toMatchObject({ id: '2026-12-01-demo-staging', status: 'damaged', entries: 0 });
    expect(run?.damage).not.toBe('');
  });

  it('never throws: a status that cannot be told', () => {
    const home = folder();
    addRun(home, 'staging');
    const cannot = () => {
      throw new Error('plan.md is missing');
    };
    expect(listRuns(home, cannot)).toMatchObject([
      { status: 'damaged', damage: 'plan.md is missing', title: 'Demo' },
    ]);
  });

  it('does not show a run that is being created', () => {
    const home = folder();
    addRun(home, 'staging');
    fs.mkdirSync(path.join(home, 'runs', '.new-1'));
    expect(listRuns(home)).toHaveLength(1);
  });
});

describe('findRun', () => {
  it('finds by any unique part of the name', () => {
    const home = folder();
    addRun(home, 'staging');
    addRun(home, 'production');
    expect(findRun(home, 'prod')).toMatchObject({ found: { id: '2026-12-01-demo-production' } });
    expect(findRun(home, '2026-12')).toMatchObject({ several: [{}, {}] });
    expect(findRun(home, 'tomorrow')).toEqual({ none: true });
  });

  it('takes a whole name for itself, though others begin with it', () => {
    const home = folder();
    addRun(home, 'staging');
    addRun(home, 'staging');
    expect(findRun(home, '2026-12-01-demo-staging')).toMatchObject({
      found: { id: '2026-12-01-demo-staging' },
    });
    expect(findRun(home, 'staging-2')).toMatchObject({
      found: { id: '2026-12-01-demo-staging-2' },
    });
  });

  it('without a name finds the unfinished one', () => {
    const home = folder();
    expect(findRun(home)).toEqual({ none: true });
    addRun(home, 'staging', [aborted]);
    expect(findRun(home)).toEqual({ none: true });
    addRun(home, 'production', [decided]);
    expect(findRun(home)).toMatchObject({
      found: { id: '2026-12-01-demo-production', status: 'rollingBack' },
    });
    addRun(home, 'rehearsal');
    expect(findRun(home)).toMatchObject({ several: [{}, {}] });
    expect(findRun(home, undefined, () => 'completed')).toEqual({ none: true });
  });
});
