import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** Bytes of a linked file that are read: a page that nobody would scroll through is something else. */
const most = 400_000;

/** What a plan's link leads to, as a page to read. */
export interface LinkedPage {
  title: string;
  markdown: string;
}

/**
 * The text that a plan links to: a file, or of a folder its README.md, else the names in it. Null for an
 * address, and for what is not there or is no text.
 * @param folder the plan's
 */
export function linkedPage(folder: string, url: string): LinkedPage | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url)) return null;
  try {
    const path = resolve(folder, decodeURIComponent(url.replace(/[?#].*$/s, '')));
    return { title: url, markdown: textAt(path) };
  } catch {
    return null;
  }
}

/** @throws when it is not there, or is no text. */
function textAt(path: string): string {
  if (!statSync(path).isDirectory()) return readText(path);
  const names = readdirSync(path).toSorted();
  if (names.includes('README.md')) return readText(join(path, 'README.md'));
  return names.map(name => `- ${name}`).join('\n');
}

/** A pipe is not waited for, and no more is read than is shown. */
function readText(path: string): string {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(fd).isFile()) throw new TypeError(`${path} is no file`);
    const bytes = Buffer.alloc(most);
    const text = bytes.subarray(0, readSync(fd, bytes, 0, most, 0));
    if (text.includes(0)) throw new TypeError(`${path} is no text`);
    return text.toString('utf8');
  } finally {
    closeSync(fd);
  }
}
