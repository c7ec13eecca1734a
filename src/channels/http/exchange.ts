/** One request, one answer: no redirect followed, no connection kept, nothing read for ever. */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { codeOf } from '../detail.ts';
import { Unusable } from '../unusable.ts';

/** Bytes of an answer that are read; what is beyond changes nothing. */
const mostRead = 64 * 1024;

export interface Request {
  url: URL;
  method: 'POST' | 'PUT';
  headers: Record<string, string>;
  body: string;
  /** PEM. */
  ca?: string | undefined;
}

export type Exchange =
  /** `text`: how the answer begins, as far as it came. */
  | { status: number; text: string }
  /** No status came; `written`: the whole request had left. */
  | { code: string; written: boolean };

/**
 * Resolves with what came, at the latest when `signal` aborts.
 * @throws {Unusable} when the request cannot be made as it is written.
 */
export async function exchange(request: Request, signal: AbortSignal): Promise<Exchange> {
  const sending = open(request, signal);
  try {
    return await answerTo(sending, request.body);
  } finally {
    sending.destroy();
  }
}

function open({ url, method, headers, body, ca }: Request, signal: AbortSignal) {
  const secure = url.protocol === 'https:';
  const length = { 'content-length': Buffer.byteLength(body) };
  const options = { method, headers: { ...headers, ...length }, signal, agent: false } as const;
  try {
    return secure ? https.request(url, { ...options, ca }) : http.request(url, options);
  } catch (error) {
    throw new Unusable(`request: ${codeOf(error)}`);
  }
}

function answerTo(sending: http.ClientRequest, body: string): Promise<Exchange> {
  return new Promise(resolve => {
    let written = false;
    sending.on('finish', () => {
      written = true;
    });
    sending.on('error', error => resolve({ code: codeOf(error), written }));
    // Without an error too: a server that switches to another protocol is left so.
    sending.on('close', () => resolve({ code: 'ECONNRESET', written }));
    sending.on('response', response => resolve(read(response)));
    sending.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= mostRead) break;
    }
  } catch {
    // The status came, and it decides: the rest only illustrates it.
  }
  const text = Buffer.concat(chunks).subarray(0, mostRead).toString();
  return { status: response.statusCode ?? 0, text };
}
