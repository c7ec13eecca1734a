/** A server on loopback with a page that the test rewrites, and readers of every kind. */
import { once } from 'node:events';
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import net, { type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { cliWords } from '../../src/locale/cli.ts';
import type { Limits } from '../../src/serve/limits.ts';
import { openServer } from '../../src/serve/server.ts';
import type { OpenServer, Page } from '../../src/serve/types.ts';

export const words = cliWords('en').serve;
/** For what comes by itself, however busy the machine is. */
export const soon = { timeout: 10_000 };
export const goodToken = 'a-token-that-is-long-enough';

export interface Served extends OpenServer {
  /** What the page says from now on, told to whoever follows. */
  change(html: string): void;
  /** How many times the page was made. */
  made(): number;
}

interface Setting {
  html?: string;
  token?: string | null;
  limits?: Partial<Limits>;
  /** Makes the page in place of the text that is there. */
  make?: () => Promise<Page>;
}

/** Opens a server that ends with its test. Nothing in it takes a second, unless its limits say so. */
export async function serving({ html = '<p>one</p>', token = null, limits, make }: Setting = {}) {
  let [text, version, made] = [html, 1, 0];
  const listeners = new Set<() => void>();
  const server = await openServer({
    async page() {
      made += 1;
      if (make) return make();
      return { version: `v${version}`, html: text, json: () => JSON.stringify({ version }) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    host: undefined,
    port: 0,
    token,
    words,
    limits: { pace: 10, ease: 0, slowestPace: 20, farewell: 50, ...limits },
  });
  onTestFinished(() => server.close());
  const served: Served = {
    ...server,
    made: () => made,
    change(next) {
      text = next;
      version += 1;
      for (const listener of listeners) listener();
    },
  };
  return served;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One request, on a connection of its own. */
export async function ask(
  { port }: Pick<OpenServer, 'port'>,
  path: string,
  { method = 'GET', headers = {}, host = '127.0.0.1' } = {},
): Promise<Answer> {
  const request = http.request({ host, port, path, method, headers, agent: false }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}

/** A connection on which the test says every byte itself; what is never read stays where it is. */
export async function connection({ port }: Pick<OpenServer, 'port'>, said = ''): Promise<Socket> {
  const socket = net.connect({ port, host: '127.0.0.1' }).on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  if (said !== '') socket.write(said);
  return socket;
}

export const plainRequest = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/** All that comes until the other side ends. */
export async function everything(socket: Socket): Promise<string> {
  return Buffer.concat(await socket.toArray()).toString();
}

export interface Reader {
  status: number;
  /** What came so far. */
  text(): string;
  /** The versions told so far. */
  told(): string[];
  /** Resolves once `text` holds this. */
  hears(part: string | RegExp): Promise<void>;
  /** Resolves when the server ends it. */
  ended: Promise<unknown>;
  leave(): void;
}

/** Follows the news, as a browser does. */
export async function reader(
  { port }: Pick<OpenServer, 'port'>,
  headers: Record<string, string> = {},
): Promise<Reader> {
  const request = http.get({ host: '127.0.0.1', port, path: '/events', headers, agent: false });
  request.on('error', () => {});
  onTestFinished(() => void request.destroy());
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  response.setEncoding('utf8').on('error', () => {});
  response.on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = new Promise(done => response.on('close', done));
  const holds = (part: string | RegExp): boolean =>
    typeof part === 'string' ? text.includes(part) : part.test(text);
  return {
    status: response.statusCode ?? 0,
    text: () => text,
    told: () => [...text.matchAll(/^data: (v\S*)$/gm)].map(([, version]) => version!),
    ended,
    leave: () => void request.destroy(),
    async hears(part) {
      while (!holds(part)) await Promise.race([once(response, 'data'), ended.then(missing)]);
    },
  };
  function missing(): never {
    throw new Error(`The stream ended after: ${text}`);
  }
}
