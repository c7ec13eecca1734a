/** The run that the benches look at again: one that could have been, and that verifies. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeNight } from '../../bench/night/folder.ts';
import { nightLength } from '../../bench/night/story.ts';
import { verifyOutputs } from '../../src/cli/verifying/outputs.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { parseSeen } from '../../src/jobs/seen.ts';
import { readJournalFile } from '../../src/store/journal-file.ts';
import { runPaths } from '../../src/store/run-folder.ts';

test('a night of five hours, ten thousand entries, every output as the journal says', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bascule-night-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sizes = { long: 300_000, all: 1_000_000 };
  const { run } = await makeNight(folder, sizes);
  const { journal, jobs } = runPaths(run);

  const { entries, damage } = readJournalFile(journal);
  expect(damage).toBeUndefined();
  expect(entries.length).toBeGreaterThan(10_000);
  const [first, last] = [entries[0]!, entries.at(-1)!];
  expect(Math.abs(Date.parse(last.at) - Date.parse(first.at) - nightLength)).toBeLessThan(60_000);

  const { checked, damaged } = await verifyOutputs(entries, createJobs({ folder: jobs }));
  const ids = readdirSync(jobs);
  expect({ checked, damaged }).toEqual({ checked: ids.length, damaged: [] });
  const outputs = ids.map(id => ({ id, size: statSync(path.join(jobs, id, 'output')).size }));
  const total = outputs.reduce((sum, { size }) => sum + size, 0);
  expect(total).toBeGreaterThan(0.99 * sizes.all);

  const [longest] = outputs.toSorted((a, b) => b.size - a.size);
  expect(longest!.size).toBe(sizes.long);
  const { marks } = parseSeen(readFileSync(path.join(jobs, longest!.id, 'seen'), 'latin1'));
  expect(marks.length).toBeGreaterThan(1000);
  expect(marks.at(-1)!.size).toBe(sizes.long);
}, 120_000);
