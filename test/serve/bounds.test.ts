/** What any number of readers, slow or hostile, may take. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import type { Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { usualLimits } from '../../src/serve/limits.ts';
import { createStreams } from '../../src/serve/streams.ts';
import { listening } from '../channels/loopback.ts';
import {
  ask,
  connection,
  everything,
  goodToken,
  plainRequest,
  reader,
  type Served,
  serving,
  soon,
} from './serving.ts';

/** More than the system keeps for a reader that does not read. */
const longPage = 'x'.repeat(20_000_000);

/** What it answers to who comes now; 0 when there is no place. */
async function statusOf(server: Served): Promise<number> {
  const answer = await ask(server, '/nothing').catch(() => null);
  return answer?.status ?? 0;
}

/** Somebody takes the only place; resolves once the place is free again. */
async function freeAgain(server: Served): Promise<void> {
  expect(await statusOf(server)).toBe(0);
  await expect.poll(() => statusOf(server), soon).toBe(404);
}

describe('cut is', () => {
  it('who takes nothing of the page', async () => {
    const server = await serving({ html: longPage, limits: { sockets: 1, stall: 300 } });
    await connection(server, plainRequest('/'));
    await freeAgain(server);
  });

  it('who takes the page too slowly', async () => {
    const server = await serving({ html: longPage, limits: { sockets: 1, answer: 500 } });
    const socket = await connection(server, plainRequest('/'));
    let bites = 0;
    const biting = setInterval(() => {
      if (socket.read(1000) !== null) bites += 1;
    }, 5);
    onTestFinished(() => clearInterval(biting));
    await freeAgain(server);
    expect(bites).toBeGreaterThan(5);
  });

  it('who never ends a request', async () => {
    const server = await serving({ limits: { request: 300 } });
    const socket = await connection(server, 'GET / HTTP/1.1\r\nHost: local');
    expect(await everything(socket)).toMatch(/^HTTP\/1.1 408 /);
  });

  it('who never begins one', async () => {
    const socket = await connection(await serving({ limits: { request: 300 } }));
    expect(await everything(socket)).toMatch(/^(HTTP\/1.1 408 |$)/);
  });

  it('who says too much', async () => {
    const server = await serving({ limits: { headerBytes: 2000 } });
    const long = `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(3000)}\r\n\r\n`;
    expect(await everything(await connection(server, long))).toMatch(/^HTTP\/1.1 431 /);
  });

  it('who keeps a connection for nothing', async () => {
    const socket = await connection(
      await serving({ limits: { idle: 100 } }),
      plainRequest('/page'),
    );
    expect(await everything(socket)).toMatch(/<p>one<\/p>$/);
  });

  it('who comes when all places are taken', async () => {
    const server = await serving({ limits: { sockets: 3 } });
    const three = [await connection(server), await connection(server), await connection(server)];
    expect(await statusOf(server)).toBe(0);
    three[0]!.destroy();
    await expect.poll(() => statusOf(server), soon).toBe(404);
  });
});

it('who leaves while the page is made leaves nothing behind', async () => {
  let ready = (): void => {};
  const server = await serving({
    async make() {
      await new Promise<void>(resolve => {
        ready = resolve;
      });
      return { version: `v${server.made()}`, html: 'ready', json: () => '' };
    },
    limits: { pace: 20, slowestPace: 60_000 },
  });
  for (let round = 1; round <= 12; round++) {
    const sockets: Socket[] = [];
    const asked = async (): Promise<number> => {
      sockets.push(await connection(server, plainRequest('/')));
      return server.made();
    };
    // Versions that somebody still seems to take would have the next ones wait, soon for minutes.
    await expect.poll(asked, soon).toBe(round);
    for (const socket of sockets) socket.destroy();
    // By its answer, it has seen them go.
    await statusOf(server);
    ready();
    server.change('');
  }
});

describe('news', () => {
  it('never queue for who does not read: the newest alone is kept', async () => {
    const streams = createStreams({ ...usualLimits, streams: 1 });
    const port = await listening(
      http.createServer((_, response) => {
        streams.open(response, '');
      }),
    );
    const socket = await connection({ port }, plainRequest('/events'));
    await once(socket, 'readable');
    const long = 'x'.repeat(2000);
    for (let n = 1; n <= 10_000; n++) streams.tell(`${long}${n}`);
    const last = `data: ${long}10000\n`;
    let heard = '';
    socket.setEncoding('utf8').on('data', text => {
      heard += text;
    });
    await expect.poll(() => heard.includes(last), soon).toBe(true);
    expect(heard.match(/^data: /gm)!.length).toBeLessThan(9000);
  });
});

describe('two hundred slow readers', () => {
  it('and all the streams there are neither grow the server nor hold up a quick reader', async () => {
    const server = await heavyServer();
    expect(await ask(server, '/')).toMatchObject({ status: 200 });
    const before = await server.memory();
    const slow = Array.from({ length: 150 }, () => connection(server, plainRequest('/')));
    const streams = Array.from({ length: 50 }, () => reader(server));
    await Promise.all([...slow, ...streams]);
    for (const stream of await Promise.all(streams)) await stream.hears('data: ');
    const took: number[] = [];
    for (let n = 0; n < 20; n++) {
      const began = performance.now();
      expect((await ask(server, '/')).body).toHaveLength(5_000_000);
      took.push(performance.now() - began);
    }
    expect(took.toSorted((a, b) => a - b)[10]).toBeLessThan(3000);
    // Two hundred copies of the page would be 1 GB.
    expect((await server.memory()) - before).toBeLessThan(60_000_000);
  }, 60_000);

  it('who come one version after another do not keep them all', async () => {
    const server = await heavyServer();
    await ask(server, '/');
    const before = await server.memory();
    for (let n = 0; n < 200; n++) {
      await connection(server, plainRequest('/'));
      await server.change();
    }
    expect((await ask(server, '/')).status).toBe(200);
    // Two hundred versions would be 1 GB; 5 MB for each of a handful, and what a garbage collector leaves.
    expect((await server.memory()) - before).toBeLessThan(100_000_000);
  }, 60_000);
});

/** A server in a process of its own, whose page has 5 MB. */
async function heavyServer() {
  const fixture = path.join(import.meta.dirname, 'fixtures', 'heavy-server.ts');
  const child = spawn(process.execPath, ['--expose-gc', fixture], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answer = async (): Promise<number> => Number((await lines.next()).value);
  const port = await answer();
  const asked = (what: string) => async (): Promise<number> => {
    child.stdin.write(`${what}\n`);
    return answer();
  };
  const said = { port, token: goodToken, url: '', loopback: true, close: async () => {} };
  return {
    ...said,
    /** Bytes that the process takes, after a collection of its garbage. */
    memory: asked('memory'),
    /** Gives the version after it. */
    change: asked('change'),
  };
}
