import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Folders whose tests share nothing but what they import: no processes, no clocks of their own, no globals. */
const pure = ['bench', 'cockpit', 'journal', 'locale', 'machines', 'plan', 'report', 'view'];
/** Real terminals and browsers among them. */
const worldly = ['test/cockpit/terminal.test.ts', 'test/report/browser/**/*.test.ts'];
const never = ['**/node_modules/**', 'test/**/*.lane.test.ts'];

const below = (folder: string): string => `test/${folder}/**/*.test.{ts,tsx}`;
/** Whatever is not known to be pure, new folders too. */
const others = readdirSync('test', { withFileTypes: true })
  .filter(item => item.isDirectory() && !pure.includes(item.name))
  .map(item => below(item.name));

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: 'default',
    // The machine's terminal, zone, locale and CI must not change what the tests see.
    env: { FORCE_COLOR: '1', TZ: 'UTC', LC_ALL: 'C.UTF-8', CI: 'false' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure.map(below),
          exclude: [...never, ...worldly],
          // One worker for many files: starting one costs more than most of them.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/*.test.ts', ...others, ...worldly],
          exclude: never,
          // They wait for processes as long as they work: a third fills the gaps, a fourth would only wait for the others.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
