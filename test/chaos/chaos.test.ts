/** The whole program under random kills. The long one: `npm run chaos -- --kills 1000 --seed N`. */
import { expect, test } from 'vitest';
import { campaign, hits } from './campaign.ts';

const kills = Number(process.env.CHAOS_KILLS ?? 100);
const seed = Number(process.env.CHAOS_SEED ?? 42);

test(`chaos: ${kills} random kills of cockpits, wrappers and groups, seed ${seed}: never twice, nothing lost, nothing invented`, async () => {
  const tally = await campaign({ kills, seed, width: 4, each: 12 });
  expect(tally.violations).toEqual([]);
  expect(hits(tally)).toBeGreaterThanOrEqual(kills);
  const { cockpit, wrapper, group } = tally.kills;
  expect([cockpit, wrapper, group]).not.toContain(0);
  expect(Object.values(tally.ends)).not.toContain(0);
  expect(tally.torn).toBeGreaterThan(0);
}, 600_000);
