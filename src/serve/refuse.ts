import type { ServerResponse } from 'node:http';

/** Says why not, in one line; nothing more is wanted on that connection. */
export function refuse(
  response: ServerResponse,
  status: number,
  why: string,
  headers: Record<string, string> = {},
): void {
  const body = Buffer.from(`${why}\n`);
  response.writeHead(status, {
    ...headers,
    Connection: 'close',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}
