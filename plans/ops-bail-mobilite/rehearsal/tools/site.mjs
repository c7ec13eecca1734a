/** The application's site, on the loopback, at a port that `site.port` tells and an address that `site.url` does. */
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from './laravel/kernel.mjs';
import { openDatabase } from './target/database.mjs';
import { fault } from './target/faults.mjs';
import { endWithTarget } from './target/lifetime.mjs';
import { target } from './target/paths.mjs';

// What it was started with is in the file too, and only the file can change while it runs.
delete process.env.BASCULE_FAULT;

/** Requests since the start. */
let count = 0;

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  count += 1;
  const { latency, fails } = trouble(count);
  if (latency > 0) await sleep(latency);
  const whole = answer(target.app, path);
  const { status, body, type = 'text/html; charset=utf-8', retry } = fails ? spoilt(whole) : whole;
  // Nobody keeps a connection that the site may close while they look elsewhere.
  response.writeHead(status, {
    'content-type': type,
    connection: 'close',
    ...(retry ? { 'retry-after': retry } : {}),
  });
  response.end(request.method === 'HEAD' ? '' : body);
});

/**
 * The faults of the n-th request: milliseconds of latency, and whether it fails. Of any hundred requests in a
 * row the same number fail, evenly.
 * @param {number} n
 */
function trouble(n) {
  try {
    const { value: percent } = fault('site-errors');
    const failed = upTo => Math.floor((upTo * Math.min(percent, 100)) / 100);
    return { latency: fault('site-slow').value, fails: failed(n) > failed(n - 1) };
  } catch (error) {
    // A slip in the trainer's file is no fault of the site.
    console.error(error.message);
    return { latency: 0, fails: false };
  }
}

/**
 * A page that could not be served; one that is refused anyway stays as it is.
 * @param {import('./laravel/kernel.mjs').Answer} whole
 * @returns {import('./laravel/kernel.mjs').Answer}
 */
function spoilt(whole) {
  if (whole.status >= 400) return whole;
  return { status: 500, body: '<!doctype html>\n<html lang="fr"><h1>Server Error</h1></html>\n' };
}

function tell() {
  const { port } = server.address();
  // The port last: whoever waits for it finds the address there.
  write(target.url, `http://127.0.0.1:${port}\n`);
  write(target.port, `${port}\n`);
}

/** Whole or not at all. @param {string} file @param {string} text */
function write(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
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
