import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Edition, Editions, Form } from './editions.ts';
import type { Limits } from './limits.ts';

const types: Record<Form, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Sends the newest version, packed for who can unpack it, or says that it is the one they have. */
export async function giveEdition(
  { editions, limits }: { editions: Editions; limits: Limits },
  form: Form,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const edition = await editions.current();
  const tag = `W/"${edition.version}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (isKnown(request, tag)) return void response.writeHead(304).end();
  const packed = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(
    String(request.headers['accept-encoding'] ?? ''),
  );
  const bytes = await edition.bytes(form, packed);
  // Whoever left meanwhile would never be seen to leave.
  if (response.destroyed) return;
  if (packed) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(200, { 'Content-Type': types[form], 'Content-Length': bytes.length });
  if (request.method === 'HEAD') return void response.end();
  carry(response, edition, editions, limits);
  response.end(bytes);
}

/** Remembers that these bytes are on their way, but not for ever. */
function carry(
  response: ServerResponse,
  edition: Edition,
  editions: Editions,
  limits: Limits,
): void {
  const release = editions.hold(edition);
  const late = setTimeout(() => response.destroy(), limits.answer);
  response.on('close', () => {
    clearTimeout(late);
    release();
  });
}

function isKnown({ headers }: IncomingMessage, tag: string): boolean {
  const known = (headers['if-none-match'] ?? '').split(',').map(text => text.trim());
  return known.includes(tag) || known.includes(tag.slice(2)) || known.includes('*');
}
