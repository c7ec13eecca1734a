/** The few lines of an output that are worth a place in the journal. */
import type { Excerpt } from '../../../machines/entries.ts';
import { errorPattern } from '../../locale/error-words.ts';
import { asLeft, plainText } from './plain-text.ts';
import { plainMasked, readMasked } from './secrets.ts';

/** An output, as its file holds it. */
export interface Output {
  /** Bytes that count. */
  size: number;
  /** At most `bytes` from `offset`. */
  read(offset: number, bytes: number): Promise<Buffer>;
  /** Values that must never be journaled. */
  secrets: readonly string[];
}

/** How far an error is looked for, how much of the end is read, and how much is read at once. Bytes. */
const reach = 16 * 1024 * 1024;
const tail = 64 * 1024;
const stride = 256 * 1024;
/** Characters kept of a line, and looked at in one. */
const kept = 200;
const longest = 64 * 1024;

/** The first line that speaks of an error and the last 5 with something on them, secrets covered; undefined of nothing. */
export async function excerptOf(output: Output): Promise<Excerpt | undefined> {
  const last = await lastLines(output, 5);
  if (last.length === 0) return undefined;
  const first = await firstError(output);
  return { ...(first === undefined ? {} : { first }), last };
}

/** The last line that says something, in words or figures; of a table, its last row. Undefined of nothing. */
export async function evidenceOf(output: Output): Promise<string | undefined> {
  const lines = await lastLines(output, 5);
  return lines.map(asSaid).findLast(line => /[\p{L}\p{N}]/u.test(line));
}

/** Without the rules and the padding of a table. */
function asSaid(line: string): string {
  return line.replace(/^[\s|]+|[\s|]+$/g, '').replace(/\s*\|\s*/g, ' | ');
}

async function lastLines(output: Output, count: number): Promise<string[]> {
  const from = Math.max(0, output.size - tail);
  const bytes = await readMasked(output.read, from, output.size - from, output.secrets);
  // Covered as read, then once more: a colour may part a secret.
  const lines = plainMasked(bytes.toString(), output.secrets).split('\n');
  // The first one is cut, unless it is all there is.
  const whole = from > 0 && lines.length > 1 ? lines.slice(1) : lines;
  const said = whole.map(asLeft).filter(line => line.trim() !== '');
  return said.slice(-count).map(line => [...line.trimEnd()].slice(0, kept).join(''));
}

async function firstError(output: Output): Promise<string | undefined> {
  for await (const line of linesOf(output)) {
    const shown = plainText(asLeft(line));
    if (errorPattern.test(shown)) return around(plainMasked(shown, output.secrets));
  }
  return undefined;
}

async function* linesOf({ size, read, secrets }: Output): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const end = Math.min(size, reach);
  let rest = '';
  for (let offset = 0; offset < end; offset += stride) {
    const piece = await readMasked(read, offset, Math.min(stride, end - offset), secrets);
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = bounded(lines.pop()!);
    yield* lines;
  }
  yield rest;
}

/** Of a line without end, as a progress bar writes it, the latest state; of a long one, its beginning. */
function bounded(line: string): string {
  if (line.length <= longest) return line;
  return (line.endsWith('\r') ? `${asLeft(line)}\r` : asLeft(line)).slice(0, longest);
}

/** A long line is cut where it speaks of the error. */
function around(line: string): string {
  const at = errorPattern.exec(line)?.index ?? 0;
  const from = at < kept - 50 ? 0 : at - 50;
  return [...line.slice(from).trimEnd()].slice(0, kept).join('');
}
