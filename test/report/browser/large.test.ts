/** The largest report in a browser: what it costs to open and to search, printed; and that it does both. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { htmlOf } from '../../../src/report/html.ts';
import { largeReport } from '../sample.ts';
import { inBrowser } from './chromium.ts';

const html = htmlOf(largeReport(10_000, 2_000_000));
/** What a test asks of an element, of what a browser knows. */
interface Drawn {
  checkVisibility(options: { contentVisibilityAuto: boolean }): boolean;
  getBoundingClientRect(): { left: number };
}

/** Resolves once a frame that has what came before it is drawn. */
const nextFrame = `new Promise(drawn => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = drawn;
  port2.postMessage(0);
}))`;

/** Of the page, ms after it was asked for; the browser tells it when it has painted. */
const firstPaint = `new Promise(told => new PerformanceObserver(list => {
  for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') told(startTime);
}).observe({ type: 'paint', buffered: true }))`;

/** @returns ms from the act to the next frame */
async function frameAfter(page: Page, act: string): Promise<number> {
  return page.evaluate(
    `(async () => { const from = performance.now(); ${act}; await ${nextFrame}; return performance.now() - from; })()`,
  );
}

/** Types, and waits for the lines that it finds. @returns ms until they are drawn, the pause after a key included */
async function search(page: Page, words: string): Promise<{ took: number; count: string }> {
  return page.evaluate(`(async () => {
    const field = document.getElementById('filter');
    const count = document.getElementById('filter-count');
    const from = performance.now();
    const found = new Promise(seen => new MutationObserver(seen).observe(count, { childList: true }));
    field.value = ${JSON.stringify(words)};
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await found;
    await ${nextFrame};
    return { took: performance.now() - from, count: count.textContent };
  })()`);
}

inBrowser('ten thousand lines', ({ open }) => {
  test('open at once, are found by words, and cost what is printed here', async () => {
    const { page, troubles } = await open(html);
    const painted = await page.evaluate(firstPaint);
    const elements = await page.locator('*').count();
    const opened = await frameAfter(page, `document.querySelector('#timeline summary').click()`);
    const one = await search(page, '9999');
    const some = await search(page, '98');
    const all = await search(page, '');
    expect([one.count, some.count, all.count]).toEqual(['1', '299', '10000']);
    expect(troubles).toEqual([]);
    const ms = (figure: unknown) => `${Math.round(Number(figure))} ms`;
    process.stderr.write(
      `${elements} elements, first paint ${ms(painted)}, timeline open ${ms(opened)}, ` +
        `filters ${[one, some, all].map(({ took }) => ms(took)).join(', ')}\n`,
    );
    await page.context().close();
  });

  test('only those in sight are laid out, yet all of them are there to be found in the page', async () => {
    const { page } = await open(html);
    await page.locator('#timeline summary').click();
    const last = page.locator('#lines tbody tr').last();
    const isDrawn = () =>
      last.evaluate(row =>
        (row as unknown as Drawn).checkVisibility({ contentVisibilityAuto: true }),
      );
    expect(await page.locator('#lines tbody tr').count()).toBe(10_000);
    expect(await isDrawn()).toBe(false);
    await last.scrollIntoViewIfNeeded();
    await expect.poll(isDrawn).toBe(true);
    await page.context().close();
  });

  test('each table says its columns, and stands under those of the first', async () => {
    const { page } = await open(html);
    await page.locator('#timeline summary').click();
    const heads = page.locator('#lines .part').nth(1).locator('th');
    expect(await heads.allTextContents()).toEqual(['N°', 'Heure', 'Qui', 'Fait']);
    const leftOf = (part: number) =>
      page
        .locator('#lines .part')
        .nth(part)
        .locator('tbody tr:first-child td')
        .evaluateAll(cells =>
          (cells as unknown as Drawn[]).map(cell => cell.getBoundingClientRect().left),
        );
    await page.locator('#lines .part').nth(1).scrollIntoViewIfNeeded();
    const places = await leftOf(1);
    expect(places).toHaveLength(4);
    expect(places).toEqual(await leftOf(0));
    await page.context().close();
  });
});
