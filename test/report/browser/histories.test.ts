/** Reports of the golden histories, as a browser shows them. */
import { expect, test } from 'vitest';
import { htmlOf } from '../../../src/report/html.ts';
import { reportOf } from '../../../src/report/report.ts';
import { histories } from '../../journal/golden.ts';
import { history, inputOf } from '../reported.ts';
import { inBrowser } from './chromium.ts';

inBrowser('golden histories', ({ open }) => {
  test.each(histories)(
    '%s: its page is quiet, and its figures are those of the JSON',
    async name => {
      const { plan, reading } = history(name);
      const report = reportOf(inputOf(plan, reading.entries));
      const json = JSON.parse(JSON.stringify(report)) as typeof report;
      const { page, requests, troubles } = await open(htmlOf(report));
      const shown = await page.$$eval('.figures-all [data-figure]', all =>
        all.map(one => [one.getAttribute('data-figure'), one.getAttribute('data-value')]),
      );
      expect(Object.fromEntries(shown)).toEqual(
        Object.fromEntries(
          Object.entries(json.figures).map(([key, value]) => [key, String(value ?? '')]),
        ),
      );
      expect(await page.locator('#lines tbody tr').count()).toBe(json.timeline.length);
      expect(await page.locator('h1').textContent()).toBe(json.run.title);
      expect(troubles).toEqual([]);
      expect(requests).toEqual([]);
      await page.context().close();
    },
  );
});
