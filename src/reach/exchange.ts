/** One request, one answer: no redirect followed, no connection kept, nothing read for ever. */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { codeOf } from './codes.ts';
import { Unusable } from './unusable.ts';

/** Of an answer's body that are read. Bytes. */
const most = 1024 * 1024;

export interface Request {
  url: URL;
  method: 'GET' | 'POST' | 'PUT';
  headers: Record<string, string>;
  body?: string;
  /** PEM of the authority that signed the server's certificate; those that Node knows by default. */
  ca?: string | undefined;
}

export interface Answer {
  status: number;
  /** As far as it came; little more than 1 MB of a longer one. */
  body: Buffer;
  /** Does `body` hold everything that came? */
  whole: boolean;
  /** The code of what broke the connection in the middle of the body. */
  broken?: string;
  /** From the request to the last byte that was read. */
  milliseconds: number;
}

/** No status came; `written`: the whole request had left. */
export interface Silence {
  code: string;
  written: boolean;
}

/**
 * Resolves with what came, soon after `signal` aborts at the latest.
 * @throws {Unusable} when the request cannot be made as it is written.
 */
export async function exchange(request: Request, signal: AbortSignal): Promise<Answer | Silence> {
  const sending = open(request, signal);
  try {
    return await answerTo(sending, request.body);
  } finally {
    sending.destroy();
  }
}

function open({ url, method, headers, body, ca }: Request, signal: AbortSignal) {
  const secure = url.protocol === 'https:';
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const options = { method, headers: { ...headers, ...length }, signal, agent: false } as const;
  try {
    return secure ? https.request(url, { ...options, ca }) : http.request(url, options);
  } catch (error) {
    throw new Unusable('request', codeOf(error));
  }
}

function answerTo(sending: http.ClientRequest, body?: string): Promise<Answer | Silence> {
  const began = performance.now();
  return new Promise(resolve => {
    let written = false;
    sending.on('finish', () => {
      written = true;
    });
    sending.on('error', error => resolve({ code: codeOf(error), written }));
    // Without an error too: a server that switches to another protocol is left so.
    sending.on('close', () => resolve({ code: 'ECONNRESET', written }));
    sending.on('response', response => resolve(read(response, began)));
    sending.end(body);
  });
}

async function read(response: IncomingMessage, began: number): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let broken: { broken?: string } = {};
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) break;
    }
  } catch (error) {
    // The status came: whether it decides is not ours to say.
    broken = { broken: codeOf(error) };
  }
  const [status, body] = [response.statusCode ?? 0, Buffer.concat(chunks)];
  return { status, body, whole: size <= most, ...broken, milliseconds: performance.now() - began };
}
