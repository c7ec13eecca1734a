/** The report as a browser shows it: quiet, accessible, whole without scripts, on paper and on a phone. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../../src/report/html.ts';
import { emptyReport, hostileReport, sampleReport } from '../sample.ts';
import { inBrowser } from './chromium.ts';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const report = sampleReport();
const html = htmlOf(report);

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds wrong, everything unfolded. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const result = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: Violation[];
  };
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(node => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}

const unfold = (page: Page) => page.locator('#unfold').click();
const textOf = (page: Page, selector: string) => page.locator(selector).first().textContent();
/** Waits until the filter has found so many. */
const linesShown = (page: Page, count: number) =>
  page.locator('#filter-count', { hasText: new RegExp(`^${count}$`) }).waitFor();
const figuresOf = (page: Page) =>
  page.$$eval('[data-figure]', all =>
    all.map(one => [one.getAttribute('data-figure')!, one.getAttribute('data-value')!] as const),
  );

inBrowser('the report in a browser', ({ open }) => {
  test.each([
    ['the rich one', report],
    ['an empty one', emptyReport()],
    ['in English', sampleReport({ language: 'en' })],
  ])('%s: no trouble, no request', async (_, given) => {
    const { page, requests, troubles } = await open(htmlOf(given));
    await unfold(page);
    expect(await textOf(page, 'h1')).toBe('Ops & Bail Mobilité 1.0.0');
    expect(troubles).toEqual([]);
    expect(requests).toEqual([]);
    await page.context().close();
  });

  describe('axe has nothing to say', () => {
    test.each([
      ['light', 'light', 1280, report],
      ['dark', 'dark', 1280, report],
      ['on a phone', 'light', 360, report],
      ['of an empty report', 'dark', 1280, emptyReport()],
    ] as const)('%s', async (_, colorScheme, width, given) => {
      const { page } = await open(htmlOf(given), {
        colorScheme,
        viewport: { width, height: 800 },
      });
      await unfold(page);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });

    test('of a live page', async () => {
      const { page } = await open(htmlOf(report, { live: true }));
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });
  });

  test('each figure is the JSON’s, and so is the other run’s', async () => {
    const { page } = await open(html);
    const shown = await figuresOf(page);
    for (const [name, value] of shown) {
      const [side, key] = name.startsWith('against.')
        ? [report.against!.figures, name.slice('against.'.length)]
        : [report.figures, name];
      expect(value, name).toBe(String(side[key as keyof typeof side] ?? ''));
    }
    const names = shown.map(([name]) => name);
    for (const name of Object.keys(report.figures)) {
      expect(names).toContain(name);
      expect(names).toContain(`against.${name}`);
    }
    await page.context().close();
  });

  test('what the page says is in the report: counts of every list', async () => {
    const { page } = await open(html);
    const count = (selector: string) => page.locator(selector).count();
    expect(await count('#lines tbody tr')).toBe(report.timeline.length);
    expect(await count('#outputs > details')).toBe(report.outputs.length);
    expect(await count('#checkpoints article')).toBe(report.checkpoints.length);
    expect(await count('#failures article')).toBe(report.failures.length);
    expect(await count('#decisions > ol > li')).toBe(report.decisions.length);
    expect(await count('#gantt table tbody tr')).toBe(report.gantt.rows.length);
    await page.context().close();
  });

  test('without JavaScript all of it can be read, and nothing is offered that would not work', async () => {
    const { page, requests } = await open(html, { javaScriptEnabled: false });
    for (const control of ['#unfold', '.filter', '.controls']) {
      expect(await page.locator(control).isVisible(), control).toBe(false);
    }
    await page.locator('#timeline summary').click();
    expect(await page.getByText('3.2 relancée sur app1').isVisible()).toBe(true);
    await page.locator('#outputs summary').nth(1).click();
    expect(await textOf(page, '.screen')).toContain('lot 120/120');
    expect(requests).toEqual([]);
    await page.context().close();
  });

  test('on paper every section is there, what matters unfolded, nothing dark', async () => {
    const { page } = await open(html, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const id of ['gantt', 'decisions', 'improvement', 'outputs']) {
      expect(await page.locator(`#${id} h2`).isVisible(), id).toBe(true);
    }
    expect(await page.getByText('NO-GO à 5.2 : taux d’erreur à 4 %').isVisible()).toBe(true);
    expect(await page.locator('#gantt th', { hasText: 'Permissions' }).isVisible()).toBe(true);
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('.output').first().isVisible()).toBe(false);
    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(ground).toBe('rgb(255, 255, 255)');
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pages.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThan(16);
    await page.context().close();
  });

  test.each([
    ['calm', html],
    ['hostile', htmlOf(hostileReport())],
  ])('a phone of 360 px never scrolls sideways: %s', async (_, text) => {
    const { page } = await open(text, { viewport: { width: 360, height: 740 } });
    await unfold(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.context().close();
  });

  test('hostile words stay words', async () => {
    const { page, requests, troubles } = await open(htmlOf(hostileReport()));
    await unfold(page);
    expect(await page.evaluate('globalThis.pwned')).toBeUndefined();
    expect(troubles).toEqual([]);
    expect(requests).toEqual([]);
    expect(
      await page.locator('img, iframe, main style, main script, main b:not([title])').count(),
    ).toBe(0);
    expect(await textOf(page, 'h1')).toContain('</script><script>globalThis.pwned = 1</script>');
    expect(await page.locator('#outputs > details').count()).toBe(report.outputs.length);
    await page.context().close();
  });

  test('a link to a folded output unfolds it', async () => {
    const { page } = await open(html);
    await page.locator('#failures a').first().click();
    await page.locator('.output').first().waitFor({ state: 'visible' });
    await page.context().close();
  });

  test('by keyboard: past the contents, then a section unfolds', async () => {
    const { page } = await open(html);
    await page.keyboard.press('Tab');
    expect(await textOf(page, ':focus')).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.keyboard.press('Tab');
    expect(await textOf(page, ':focus')).toBe('Tous les chiffres');
    await page.keyboard.press('Enter');
    expect(await page.locator('.figures-all').isVisible()).toBe(true);
    await page.context().close();
  });

  test('the timeline is filtered by words, accents aside, and by what went wrong', async () => {
    const { page } = await open(html);
    const rows = page.locator('#lines tbody tr:visible');
    await page.locator('#timeline summary').click();
    expect(await rows.count()).toBe(report.timeline.length);
    await linesShown(page, report.timeline.length);
    await page.locator('#filter').fill('relancee');
    await linesShown(page, 1);
    expect(await rows.allTextContents()).toEqual([
      expect.stringContaining('3.2 relancée sur app1'),
    ]);
    await page.locator('#filter').fill('');
    await page.locator('#filter-kind').selectOption('trouble');
    const wrong = report.timeline.filter(({ tone }) => tone === 'bad' || tone === 'warning');
    await linesShown(page, wrong.length);
    expect(await rows.count()).toBe(wrong.length);
    await page.context().close();
  });

  test('the checkpoint nobody came to folds its boxes, and says that it never was looked at', async () => {
    const [first] = report.checkpoints;
    const criteria = first!.criteria.map(each => ({ ...each, mark: 'open' as const }));
    const checkpoints = [{ ...first!, looks: [], approvals: [], criteria }];
    const { page } = await open(htmlOf(sampleReport({ checkpoints })));
    const card = page.locator('#checkpoints article');
    expect(await card.getByText('Jamais examiné.').isVisible()).toBe(true);
    expect(await card.locator('.short').isVisible()).toBe(false);
    await card.getByText('3 critères, aucun vérifié').click();
    expect(await card.locator('.short').isVisible()).toBe(true);
    await page.context().close();
  });
});
