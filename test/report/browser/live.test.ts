/** The page that is served: new facts come in by themselves, and what the reader does is left alone. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { htmlOf } from '../../../src/report/html.ts';
import type { Report } from '../../../src/report/types.ts';
import { at } from '../sample/clock.ts';
import { sampleReport } from '../sample.ts';
import { inBrowser } from './chromium.ts';

/** The least server that the page needs: itself, and events. */
async function serve(first: Report) {
  let report = first;
  let version = 1;
  let asked = 0;
  const streams = new Set<http.ServerResponse>();
  const server = http.createServer((request, response) => {
    if (request.url === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(`retry: 200\n\ndata: ${version}\n\n`);
      streams.add(response);
      return;
    }
    asked += request.url === '/page' ? 1 : 0;
    const tag = `"${version}"`;
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ETag: tag });
    response.end(htmlOf(report, { live: true }));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked: () => asked,
    publish(next: Report) {
      report = next;
      version += 1;
      for (const stream of streams) stream.write(`data: ${version}\n\n`);
    },
    close() {
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
      return new Promise<void>(resolve => {
        server.close(() => resolve());
      });
    },
  };
}

type Served = Awaited<ReturnType<typeof serve>>;
const servers: Served[] = [];

async function served(report: Report): Promise<Served> {
  const server = await serve(report);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()));
});

const before = sampleReport();

/** One more entry, and one more note. */
function later(): Report {
  return sampleReport({
    generated: { ...before.generated, at: at('10:05:00') },
    timeline: [
      ...before.timeline,
      {
        seq: 14,
        at: at('10:04:00'),
        by: 'ops@bastion',
        type: 'note.added',
        text: 'Note : tout est calme',
        tone: 'normal',
      },
    ],
    notes: [
      ...before.notes,
      { at: at('10:04'), by: 'ops@bastion', text: 'Tout est calme.', step: null, topic: null },
    ],
  });
}

const isLive = (page: Page) =>
  page.locator('.live [role=status]', { hasText: 'en direct' }).waitFor();
const arrives = (page: Page) => page.getByText('Tout est calme.').waitFor();

inBrowser('the live page', ({ visit }) => {
  test('shows a new fact without being reloaded, and how fresh it is', async () => {
    const server = await served(before);
    const { page, troubles } = await visit(server.url);
    await page.evaluate('globalThis.same = true');
    await isLive(page);
    expect(await page.locator('.fresh').textContent()).toBe('Données de 10:02:11');
    server.publish(later());
    await arrives(page);
    expect(await page.locator('.fresh').textContent()).toBe('Données de 10:05:00');
    expect(await page.evaluate('globalThis.same')).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('leaves what is unfolded, typed, focused and scrolled to', async () => {
    const server = await served(before);
    const { page } = await visit(server.url);
    await isLive(page);
    await page.locator('#timeline summary').click();
    await page.locator('#outputs summary').first().click();
    await page.locator('#filter').fill('relanc');
    const place = () => page.$eval('#filter', element => element.getBoundingClientRect().top);
    const top = await place();
    server.publish(later());
    await arrives(page);
    expect(await page.locator('#lines').isVisible()).toBe(true);
    expect(await page.locator('.output').first().isVisible()).toBe(true);
    expect(await page.inputValue('#filter')).toBe('relanc');
    expect(await page.locator('#lines tbody tr:visible').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.id')).toBe('filter');
    // A note more stands above it by now.
    expect(Math.abs((await place()) - top)).toBeLessThan(4);
    await page.keyboard.type('ee');
    expect(await page.inputValue('#filter')).toBe('relancee');
    await page.context().close();
  });

  test('an output that plays goes on playing', async () => {
    const server = await served(before);
    const { page } = await visit(server.url);
    await isLive(page);
    await page.locator('#outputs summary', { hasText: 'comme elle est apparue' }).click();
    await page.locator('.play').click();
    server.publish(later());
    await arrives(page);
    expect(await page.locator('.play').textContent()).toBe('Pause');
    await page.locator('.screen', { hasText: 'lot 003/120' }).waitFor();
    await page.context().close();
  });

  test('a section that was not there comes in its place, one that is gone goes', async () => {
    const server = await served(sampleReport({ notes: [], calls: before.calls }));
    const { page } = await visit(server.url);
    await isLive(page);
    expect(await page.locator('#notes').count()).toBe(0);
    server.publish(sampleReport({ calls: [] }));
    await page.locator('#notes').waitFor();
    const ids = await page.$$eval('main > section', all => all.map(({ id }) => id));
    expect(ids.indexOf('notes')).toBe(ids.indexOf('prerequisites') + 1);
    expect(ids).not.toContain('calls');
    await page.context().close();
  });

  test('says that the connection is lost, with the hour of what is shown, and comes back by itself', async () => {
    const server = await served(before);
    const { page } = await visit(server.url);
    await isLive(page);
    const { port } = new URL(server.url);
    await server.close();
    servers.splice(0);
    await page.locator('.live.lost').waitFor();
    expect(await page.locator('.live').textContent()).toBe('Données de 10:02:11, connexion perdue');
    const again = http.createServer((request, response) => {
      if (request.url === '/events') {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: 9\n\n');
        return;
      }
      response.end(htmlOf(later(), { live: true }));
    });
    await new Promise<void>(resolve => {
      again.listen(Number(port), '127.0.0.1', resolve);
    });
    await arrives(page);
    await isLive(page);
    await page.context().close();
    again.closeAllConnections();
    again.close();
  });

  test('asks for the page only when there is something new', async () => {
    const server = await served(before);
    const { page } = await visit(server.url);
    await isLive(page);
    const asked = server.asked();
    server.publish(later());
    await arrives(page);
    expect(server.asked() - asked).toBeLessThanOrEqual(2);
    await page.context().close();
  });
});
