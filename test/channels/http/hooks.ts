/** Channels to servers of a test, and what those have received. */
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import type { HttpChannel } from '../../../src/channels/http/send.ts';
import { webServer } from '../loopback.ts';

export function slack(url: string, more: { timeout?: number; ca?: string } = {}): HttpChannel {
  return { type: 'slack', url, names: [], timeout: 10, ...more };
}

type Webhook = Extract<HttpChannel, { type: 'webhook' }>;

export function webhook(url: string, more: Partial<Webhook> = {}): Webhook {
  const told = { method: 'POST' as const, headers: {}, to: [], names: [], timeout: 10 };
  return { type: 'webhook', url, ...told, ...more };
}

export interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server that keeps what it is told, and answers `status` and `answer`. */
export async function keeping(status = 200, answer = 'ok') {
  const received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    const { method = '', url = '', headers } = request;
    void text(request).then(body => {
      received.push({ method, url, headers, body });
      response.writeHead(status).end(answer);
    });
  };
  return { url: await webServer(listener), received };
}
