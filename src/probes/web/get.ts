/** One GET on a connection of its own; a redirect is an answer, a long body is cut. */
import http from 'node:http';
import https from 'node:https';
import type { Question } from './question.ts';

export interface Answer {
  status: number;
  /** A little more than `mostBytes` at most. */
  body: Buffer;
  /** Does `body` hold everything? */
  whole: boolean;
  /** From the question to the last byte that was read: what a visitor waits. */
  milliseconds: number;
}

const mostBytes = 1024 * 1024;

/** @throws the network's own error, or that of the signal */
export function get({ url, ...rest }: Question, signal: AbortSignal): Promise<Answer> {
  const began = performance.now();
  const { get: ask } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const answered = (response: http.IncomingMessage) => resolve(read(response, began));
    ask(url, { ...rest, agent: false, signal }, answered).on('error', reject);
  });
}

async function read(response: http.IncomingMessage, began: number): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) break;
  }
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(chunks),
    whole: size <= mostBytes,
    milliseconds: performance.now() - began,
  };
}
