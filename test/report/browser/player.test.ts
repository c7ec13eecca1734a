/** The player of the longest output: it grows as it grew, to the end, and can be sought. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { htmlOf } from '../../../src/report/html.ts';
import { seconds } from '../sample/clock.ts';
import { sampleReport } from '../sample.ts';
import { inBrowser } from './chromium.ts';

const report = sampleReport();
const played = report.outputs.find(({ player }) => player !== null)!;
const screenOf = (page: Page) => page.$eval('.screen', element => element.textContent);

async function opened(page: Page): Promise<void> {
  await page.locator('#outputs summary', { hasText: 'comme elle est apparue' }).click();
  await page.locator('.controls').waitFor();
}

/** As a hand on the slider does. @param part 0 to 1 */
async function seek(page: Page, part: number): Promise<void> {
  await page.$eval(
    '.position',
    (slider, to) => {
      const input = slider as unknown as { value: string; max: string };
      input.value = String(Number(input.max) * to);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    },
    part,
  );
}

inBrowser('the player', ({ open }) => {
  test('shows the whole output until it is asked to play', async () => {
    const { page } = await open(htmlOf(report));
    await opened(page);
    expect(await screenOf(page)).toBe(played.head);
    expect(await page.locator('.elapsed').textContent()).toBe('47:36 / 47:36');
    await page.context().close();
  });

  test('seeks: at each place, what was there by then', async () => {
    const { page } = await open(htmlOf(report));
    await opened(page);
    await seek(page, 0.5);
    const half = await screenOf(page);
    expect(played.head.startsWith(half!)).toBe(true);
    expect(half).toMatch(/lot 060\/120.*\n$/);
    await seek(page, 0);
    expect(await screenOf(page)).toMatch(/^lot 001\/120.*\n$/);
    await seek(page, 1);
    expect(await screenOf(page)).toBe(played.head);
    await page.context().close();
  });

  test('plays from the beginning to the end, and can be held', async () => {
    const { page, troubles } = await open(htmlOf(report));
    await opened(page);
    await page.locator('.speed').selectOption('600');
    await page.locator('.play').click();
    expect(await page.locator('.play').textContent()).toBe('Pause');
    await page.locator('.screen', { hasText: 'lot 010/120' }).waitFor();
    expect((await screenOf(page))!.length).toBeLessThan(played.head.length);
    await page.locator('.play').click();
    const held = await screenOf(page);
    expect(await page.locator('.play').textContent()).toBe('Lire');
    await seek(page, 0.9);
    await page.locator('.play').click();
    await page.locator('.play', { hasText: 'Lire' }).waitFor();
    expect(await screenOf(page)).toBe(played.head);
    expect(held!.length).toBeLessThan(played.head.length);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('is worked by the keyboard, and says where it stands', async () => {
    const { page } = await open(htmlOf(report));
    await opened(page);
    await page.locator('.position').focus();
    await page.keyboard.press('Home');
    expect(await page.getAttribute('.position', 'aria-valuetext')).toBe('0:00 / 47:36');
    await page.keyboard.press('PageUp');
    expect(await page.getAttribute('.position', 'aria-valuetext')).not.toBe('0:00 / 47:36');
    await page.context().close();
  });

  test('marks stay true beside what was made inert, and beside a first empty line', async () => {
    const text = '\n\u001b[32mvert\u001b[0m\r\n<b>deux</b>\r\nfin\n';
    const marks = [
      { at: 1_000, characters: 16 },
      { at: 1_000 + seconds(10), characters: text.length },
    ];
    const output = { ...played, head: text, player: marks };
    const { page } = await open(htmlOf(sampleReport({ outputs: [output] })));
    await opened(page);
    await seek(page, 0);
    expect(await screenOf(page)).toBe('\n�[32mvert�[0m \n');
    await seek(page, 1);
    expect(await screenOf(page)).toBe('\n�[32mvert�[0m \n<b>deux</b> \nfin\n');
    await page.context().close();
  });
});
