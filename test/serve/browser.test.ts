/** The server and real browsers: tabs that follow, a server that ends and another that comes, a token. */
import type { Page as Tab } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { htmlOf } from '../../src/report/html.ts';
import { openServer } from '../../src/serve/server.ts';
import { webServer } from '../channels/loopback.ts';
import { inBrowser } from '../report/browser/chromium.ts';
import { sampleReport } from '../report/sample.ts';
import { goodToken, type Served, serving, soon, words } from './serving.ts';

const report = sampleReport();
const [line] = report.timeline;

/** The page of a run whose journal has so many more entries than the sample. */
function pageWith(more: number): string {
  const fresh = Array.from({ length: more }, (_, n) => ({
    ...line!,
    seq: 1000 + n,
    text: `fait nouveau n° ${n + 1}.`,
  }));
  return htmlOf({ ...report, timeline: [...report.timeline, ...fresh] }, { live: true });
}

const arrives = (tab: Tab, n: number): Promise<void> =>
  tab.locator('#timeline').getByText(`fait nouveau n° ${n}.`).waitFor({ state: 'attached' });

const says = (tab: Tab, word: string): Promise<void> =>
  tab.locator('.live').getByText(word).waitFor();

/** Another server at the same place, with a later page. */
async function another({ port }: Served, html: string): Promise<void> {
  const server = await openServer({
    page: async () => ({ version: 'w1', html, json: () => '' }),
    subscribe: () => () => {},
    host: undefined,
    port,
    token: null,
    words,
    limits: { farewell: 50 },
  });
  onTestFinished(() => server.close());
}

inBrowser('served', ({ visit }) => {
  it('tabs see what is new without being loaded again, and what was open stays open', async () => {
    const server = await serving({ html: pageWith(0) });
    const opened = await Promise.all([visit(server.url), visit(server.url)]);
    const tabs = opened.map(({ page }) => page);
    const fold = tabs[0]!.locator('#outputs details').first();
    await fold.locator('summary').first().click();
    for (const tab of tabs) {
      await says(tab, 'en direct');
      await tab.evaluate('globalThis.same = true');
    }
    for (const n of [1, 2]) {
      server.change(pageWith(n));
      for (const tab of tabs) await arrives(tab, n);
    }
    expect(await fold.getAttribute('open')).not.toBeNull();
    for (const tab of tabs) expect(await tab.evaluate('globalThis.same')).toBe(true);
    expect(opened.flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  it('a tab says that the connection is lost, and comes back by itself to another server', async () => {
    const server = await serving({ html: pageWith(0), limits: { retry: 200 } });
    const { page: tab } = await visit(server.url);
    await says(tab, 'en direct');
    await server.close();
    await says(tab, 'connexion perdue');
    await another(server, pageWith(3));
    await arrives(tab, 3);
    await says(tab, 'en direct');
  });

  it('a tab that comes too late for a stream is told, and follows once there is one', async () => {
    const server = await serving({ html: pageWith(0), limits: { streams: 1 } });
    const first = await visit(server.url);
    await says(first.page, 'en direct');
    const { page: tab } = await visit(server.url);
    await says(tab, 'connexion perdue');
    await first.page.close();
    await says(tab, 'en direct');
    server.change(pageWith(1));
    await arrives(tab, 1);
  });

  it('a tab gets in once with the token in its address, forgets it, and follows', async () => {
    const server = await serving({ html: pageWith(0), token: goodToken });
    const { page: tab, troubles } = await visit(`${server.url}?token=${goodToken}`);
    expect(tab.url()).toBe(server.url);
    expect(await tab.evaluate('document.cookie')).toBe('');
    await says(tab, 'en direct');
    server.change(pageWith(1));
    await arrives(tab, 1);
    expect(troubles).toEqual([]);
    await tab.reload();
    expect(await tab.title()).toContain(report.run.title);
  });

  it('a tab gets in by a link on another site, and that site sees nothing', async () => {
    const server = await serving({ html: pageWith(0), token: goodToken });
    const link = `${server.url}?token=${goodToken}`;
    const elsewhere = await webServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<a href="${link}">the report</a>`);
    });
    const { page: tab } = await visit(elsewhere);
    const read = `fetch('${link}').then(answer => answer.text(), () => 'refused')`;
    expect(await tab.evaluate(read)).toBe('refused');
    await tab.getByText('the report').click();
    await tab.waitForURL(server.url);
    await says(tab, 'en direct');
  });

  it('a site of another name that leads here sees nothing, nor shows it in a frame', async () => {
    const server = await serving({ html: pageWith(0) });
    const elsewhere = await webServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<iframe src="${server.url}"></iframe>`);
    });
    const { page: tab, troubles } = await visit(elsewhere);
    await expect.poll(() => troubles.join(), soon).toMatch(/frame-ancestors|X-Frame-Options/);
    const renamed = server.url.replace('localhost', 'report.localhost');
    await tab.goto(renamed);
    expect(await tab.textContent('body')).toContain(words.otherName);
  });

  it('a tab without the token gets nothing', async () => {
    const server = await serving({ html: pageWith(0), token: goodToken });
    const { page: tab } = await visit(server.url);
    expect(await tab.textContent('body')).toContain(words.tokenOwed);
  });
});
