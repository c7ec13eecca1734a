import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOf } from '../../../src/probes/site/share.ts';

it.each([
  ['all at once', 4, 20, 18_000],
  ['two rounds', 8, 20, 9000],
  ['an equal part', 20, 60, 10_800],
  ['never too short for a slow site', 20, 20, 5000],
  ['however many', 200, 20, 5000],
  ['but within the whole', 20, 2, 1800],
])('%s: %d requests in %d s have %d ms each', (_, requests, timeout, share) => {
  expect(shareOf({ requests, timeout }, 4)).toBe(share);
});

it('lets five visits fail within the whole, from twelve seconds on', () => {
  const requests = fc.integer({ min: 5, max: 200 });
  const timeout = fc.integer({ min: 12, max: 3600 });
  fc.assert(
    fc.property(requests, timeout, (count, seconds) => {
      const share = shareOf({ requests: count, timeout: seconds }, 4);
      expect(2 * share).toBeLessThanOrEqual(seconds * 1000 * 0.9);
    }),
  );
});
