import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'test/**/*.lane.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: 'default',
    // Many tests run real processes; more of them at once would only wait for each other.
    maxWorkers: 2,
    // The machine's terminal, zone, locale and CI must not change what the tests see.
    env: { FORCE_COLOR: '1', TZ: 'UTC', LC_ALL: 'C.UTF-8', CI: 'false' },
  },
});
