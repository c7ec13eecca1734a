import { expect, test } from 'vitest';
import { bestRehearsal } from '../../../src/cli/recorded/best-rehearsal.ts';
import { openRecorded } from '../../../src/cli/recorded/open-recorded.ts';
import { cliWords } from '../../../src/locale/cli.ts';
import { temporaryFolder } from '../../store/temporary.ts';
import { type LeftRun, leaveRun } from './left-runs.ts';

const folder = temporaryFolder();
const minute = 60_000;

/** Of a run in production, beside these. */
function bestBeside(...others: LeftRun[]): ReadonlyMap<string, number> | null {
  const home = folder();
  for (const other of others) leaveRun(home, other);
  const run = leaveRun(home, { environment: 'production', protected: true, copied: 0 });
  return bestRehearsal(openRecorded(home, run, cliWords('fr')));
}

test('is the fastest run that went to its end, wherever that was', () => {
  const best = bestBeside({ copied: 9 }, { environment: 'rehearsal', copied: 3 }, { copied: 5 });
  expect([...best!.values()]).toEqual([3 * minute]);
});

test.each([
  ['an unfinished one', { copied: 1, ends: false }],
  ['one in the same environment', { environment: 'production', copied: 1 }],
  ['one in a protected environment', { environment: 'mirror', protected: true, copied: 1 }],
  ['one of another plan', { title: 'Autre plan', copied: 1 }],
])('is never %s', (_what, other) => {
  expect(bestBeside(other)).toBeNull();
  expect([...bestBeside(other, { copied: 8 })!.values()]).toEqual([8 * minute]);
});
