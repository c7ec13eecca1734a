/** As much of `curl` as the plan uses, towards the target's own site only. */
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { called } from './target/log.mjs';

const args = called('curl');
const WITH_VALUE = new Set(['-o', '--output', '-m', '--max-time', '--retry']);

/** @param {string[]} names */
const optionValue = (...names) => args.find((_, index) => names.includes(args[index - 1] ?? ''));
const url = args.find(
  (word, index) => !word.startsWith('-') && !WITH_VALUE.has(args[index - 1] ?? ''),
);

/** @param {number} code @param {string} why */
function fail(code, why) {
  console.error(`curl: (${code}) ${why}`);
  process.exit(code);
}

/** @param {import('node:http').IncomingMessage} response */
async function receive(response) {
  const status = response.statusCode ?? 0;
  const failing = args.some(word => word === '--fail' || /^-[a-zA-Z]*f/.test(word));
  if (failing && status >= 400) fail(22, `The requested URL returned error: ${status}`);
  const body = Buffer.concat(await response.toArray());
  const file = optionValue('-o', '--output');
  if (file) writeFileSync(file, body);
  else process.stdout.write(body);
}

if (!url) fail(2, 'no URL specified');
if (new URL(url).hostname !== '127.0.0.1')
  fail(7, `Failed to connect to ${url}: a rehearsal stays on this machine`);
request(url, receive)
  .on('error', error => fail(7, `Failed to connect to ${url}: ${error.message}`))
  .end();
