/** One request, one answer: the page, its data, its news; everything else is refused, and says why. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Doorkeeper } from './admission.ts';
import type { Editions, Form } from './editions.ts';
import { giveEdition } from './give-edition.ts';
import type { Limits } from './limits.ts';
import { isFor } from './place.ts';
import { refuse } from './refuse.ts';
import type { ServeWords } from './types.ts';

export interface Answering {
  editions: Editions;
  door: Doorkeeper;
  /** Begins a stream of news, or gives false where there are too many. */
  stream(response: ServerResponse, known: string): boolean;
  /** The names under which we may be asked for; null for any. */
  names: ReadonlySet<string> | null;
  limits: Limits;
  words: ServeWords;
}

/** The page carries a policy of its own; this one is what a page cannot say of itself. */
const security = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const forms: Record<string, Form> = { '/': 'html', '/page': 'html', '/report.json': 'json' };

export function answering(how: Answering): RequestListener {
  const atWork = new WeakSet<object>();
  return (request, response) => {
    const { socket } = request;
    // No browser asks again before it has its answer; who does would have us keep all of them.
    if (atWork.has(socket)) return void socket.destroy();
    atWork.add(socket);
    response.on('close', () => atWork.delete(socket));
    for (const [name, value] of Object.entries(security)) response.setHeader(name, value);
    answer(how, request, response).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, how.words.noPage(why), { 'Retry-After': '1' });
    });
  };
}

async function answer(
  how: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { words, names, door } = how;
  if (names !== null && !isFor(names, request.headers.host))
    return refuse(response, 421, words.otherName);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, words.readOnly, { Allow: 'GET, HEAD' });
  switch (await door.admits(request)) {
    case 'admitted':
      return give(how, request, response);
    case 'with-cookie':
      return leadIn(request, response, door.cookie);
    case 'refused':
      return refuse(response, 401, words.tokenOwed, { 'WWW-Authenticate': 'Bearer' });
    case 'slow-down':
      return refuse(response, 429, words.tooManyTokens, { 'Retry-After': '5' });
  }
}

async function give(
  how: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request);
  const form = Object.hasOwn(forms, path) ? forms[path] : undefined;
  if (form) return giveEdition(how, form, request, response);
  if (response.destroyed) return;
  if (path !== '/events') return refuse(response, 404, how.words.nothingHere);
  if (request.method === 'HEAD')
    return void response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end();
  const known = String(request.headers['last-event-id'] ?? '');
  if (!how.stream(response, known))
    refuse(response, 503, how.words.tooManyReaders, { 'Retry-After': '15' });
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0]!;

/**
 * To the same page without the token. A browser that followed a link of another site keeps a strict cookie back
 * from where that site's link redirects: only a page of ours leads on with it.
 */
function leadIn(request: IncomingMessage, response: ServerResponse, cookie: string): void {
  const path = pathOf(request);
  const to = Object.hasOwn(forms, path) ? path : '/';
  response.setHeader('Set-Cookie', cookie);
  if (request.headers['sec-fetch-site'] === 'cross-site')
    return void response
      .writeHead(200, { 'Content-Type': 'text/html', Refresh: `0; url=${to}` })
      .end();
  response.writeHead(303, { Location: to, 'Content-Length': 0 }).end();
}
