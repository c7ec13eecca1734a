/** The application's site, on the loopback, at a port that `site.port` tells. */
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { answer } from './laravel/kernel.mjs';
import { openDatabase } from './target/database.mjs';
import { endWithTarget } from './target/lifetime.mjs';
import { target } from './target/paths.mjs';

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const { status, body, type = 'text/html; charset=utf-8', retry } = answer(target.app, path);
  // Nobody keeps a connection that the site may close while they look elsewhere.
  response.writeHead(status, {
    'content-type': type,
    connection: 'close',
    ...(retry ? { 'retry-after': retry } : {}),
  });
  response.end(request.method === 'HEAD' ? '' : body);
});

function tell() {
  writeFileSync(`${target.port}.new`, `${server.address().port}\n`);
  renameSync(`${target.port}.new`, target.port);
}

/** A site that starts again is told its last port, and keeps it if it is still free. */
const before = Number(process.argv[2] ?? 0);
server.on('error', () => server.listen(0, '127.0.0.1'));
server.on('listening', tell);
server.listen(before, '127.0.0.1');

// SQLite takes an exclusive lock when its last connection closes; with this one that is never so, and
// whoever looks at the database is not told that it is locked.
const connection = openDatabase();
process.on('exit', () => connection.close());
endWithTarget();
