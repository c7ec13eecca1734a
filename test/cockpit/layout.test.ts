import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf, paneIds, scrubberRows } from '../../src/cockpit/layout.ts';

test.each([
  [79, 24, 'small'],
  [80, 23, 'small'],
  [80, 24, 'compact'],
  [100, 50, 'compact'],
  [120, 36, 'full'],
  [200, 60, 'full'],
])('%i×%i is %s', (columns, rows, shape) => {
  expect(layoutOf({ columns, rows }, null, false).shape).toBe(shape);
});

test('panes fill the body exactly, at every size', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 80, max: 300 }),
      fc.integer({ min: 24, max: 120 }),
      fc.boolean(),
      fc.boolean(),
      (columns, rows, dense, failed) => {
        const { panes, body, shape, readiness } = layoutOf({ columns, rows }, null, dense, failed);
        const heights = paneIds
          .filter(id => shape === 'compact' || id !== 'plan')
          .map(id => panes[id]?.height ?? 0);
        expect(heights.reduce((sum, height) => sum + height, 0)).toBe(body);
        expect(rows - body).toBe(4);
        if (shape === 'full') {
          expect(panes.plan!.width + panes.step!.width).toBe(columns);
          expect(panes.plan!.height + readiness!.height).toBe(body);
          expect(panes.plan!.height).toBeGreaterThanOrEqual(18);
        }
        expect(panes.step!.height).toBeGreaterThanOrEqual(12);
      },
    ),
  );
});

test('the scrubber of a replay takes its rows from the panes, and leaves 24 rows complete', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 80, max: 300 }),
      fc.integer({ min: 24, max: 120 }),
      fc.boolean(),
      (columns, rows, dense) => {
        const strip = scrubberRows({ rows });
        const { panes, body } = layoutOf({ columns, rows }, null, dense, false, strip);
        expect(rows - body).toBe(4 + strip);
        expect(panes.plan!.height).toBeGreaterThanOrEqual(5);
        expect(panes.step!.height).toBeGreaterThanOrEqual(12);
      },
    ),
  );
  expect(scrubberRows({ rows: 24 })).toBe(1);
  expect(scrubberRows({ rows: 36 })).toBe(2);
});

test('a zoomed pane takes the whole body', () => {
  const { panes } = layoutOf({ columns: 120, rows: 36 }, 'plan', false);
  expect(panes).toEqual({ plan: { width: 120, height: 32 } });
});

test('a failure card takes rows from what comes next, where there are few', () => {
  const rowsFor = (failed: boolean) =>
    layoutOf({ columns: 120, rows: 36 }, null, true, failed).panes.step!.height;
  expect(rowsFor(true)).toBe(rowsFor(false) + 6);
});
