/** How readers hear that the page has changed. */
import http from 'node:http';
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../src/serve/limits.ts';
import { createStreams } from '../../src/serve/streams.ts';
import { listening } from '../channels/loopback.ts';
import { ask, reader, serving, soon, words } from './serving.ts';

describe('a stream of news', () => {
  it('begins with the version that there is, and when to come back', async () => {
    const stream = await reader(await serving({ limits: { retry: 1234 } }));
    await stream.hears('data: v1\n\n');
    expect([stream.status, stream.text()]).toEqual([200, 'retry: 1234\n\nid: v1\ndata: v1\n\n']);
  });

  it('tells every change, and the page is that version', async () => {
    const server = await serving();
    const stream = await reader(server);
    await stream.hears('data: v1\n');
    server.change('<p>two</p>');
    await stream.hears('data: v2\n');
    const { headers, body } = await ask(server, '/page');
    expect([headers.etag, body.toString()]).toEqual(['W/"v2"', '<p>two</p>']);
  });

  it('tells a burst of changes once, at the pace of the page, and ends with the last', async () => {
    const server = await serving({ limits: { pace: 300, slowestPace: 300 } });
    const streams = await Promise.all([1, 2, 3].map(() => reader(server)));
    for (const stream of streams) await stream.hears('data: v1\n');
    for (let n = 2; n <= 50; n++) server.change(`<p>${n}</p>`);
    for (const stream of streams) {
      await stream.hears('data: v50\n');
      expect(stream.told()).toEqual(['v1', 'v50']);
    }
    expect(server.made()).toBe(2);
  });

  it('says nothing new to who comes back with the newest', async () => {
    const server = await serving({ limits: { heartbeat: 20 } });
    const stream = await reader(server, { 'Last-Event-ID': 'v1' });
    await stream.hears(/(:\n\n){2}/);
    expect(stream.told()).toEqual([]);
    server.change('<p>two</p>');
    await stream.hears('data: v2\n');
  });

  it('gives signs of life', async () => {
    const stream = await reader(await serving({ limits: { heartbeat: 20 } }));
    await stream.hears(/(:\n\n){3}/);
  });

  it('lives longer than what stalls', async () => {
    const server = await serving({ limits: { heartbeat: 20, stall: 100 } });
    const stream = await reader(server);
    await stream.hears(/(:\n\n){15}/);
    server.change('<p>two</p>');
    await stream.hears('data: v2\n');
  });

  it('goes on after a page that could not be made', async () => {
    let broken = false;
    const server = await serving({
      async make() {
        if (broken) throw new Error('no journal');
        return { version: `v${server.made()}`, html: '', json: () => '' };
      },
    });
    const stream = await reader(server);
    await stream.hears('data: v1\n');
    broken = true;
    server.change('');
    await expect.poll(() => server.made(), soon).toBeGreaterThan(2);
    broken = false;
    await expect.poll(() => stream.told().length, soon).toBe(2);
  });

  it('is given to so many and no more, until one leaves', async () => {
    const server = await serving({ limits: { streams: 3 } });
    const [first] = await Promise.all([1, 2, 3].map(() => reader(server)));
    const refused = await ask(server, '/events');
    expect([refused.status, refused.body.toString()]).toEqual([503, `${words.tooManyReaders}\n`]);
    expect(refused.headers['retry-after']).toBe('15');
    expect(await ask(server, '/')).toMatchObject({ status: 200 });
    first!.leave();
    await expect.poll(async () => (await reader(server)).status, soon).toBe(200);
  });

  it('has a last word', async () => {
    const server = await serving();
    const stream = await reader(server);
    await stream.hears('data: v1\n');
    await Promise.all([server.close(), stream.ended]);
    expect(stream.text()).toMatch(/event: end\ndata: \n\n$/);
  });
});

it('a last word is the last, whatever comes at that moment', async () => {
  const streams = createStreams(usualLimits);
  const port = await listening(
    http.createServer((_, response) => {
      streams.open(response, '');
    }),
  );
  const stream = await reader({ port });
  await stream.hears('retry: ');
  streams.end();
  streams.tell('v2');
  streams.beat();
  await stream.ended;
  expect(stream.text()).toMatch(/event: end\ndata: \n\n$/);
});

describe('the page', () => {
  it('is made for nobody while nobody asks', async () => {
    const server = await serving();
    for (let n = 2; n < 100; n++) server.change(`<p>${n}</p>`);
    await ask(server, '/nothing');
    await ask(server, '/events', { method: 'HEAD' });
    expect(server.made()).toBe(0);
    await ask(server, '/');
    expect(server.made()).toBe(1);
  });

  it('is not made any more once the last reader has left', async () => {
    const server = await serving();
    const stream = await reader(server);
    await stream.hears('data: v1\n');
    stream.leave();
    await stream.ended;
    const madeForNobody = async (): Promise<number> => {
      const before = server.made();
      server.change('<p>again</p>');
      await ask(server, '/nothing');
      await ask(server, '/events', { method: 'HEAD' });
      return server.made() - before;
    };
    // Once the server has seen it leave.
    await expect.poll(madeForNobody, soon).toBe(0);
  });
});
