/** What is asked of a web server, once the address and the authority's file have been read. */
import { readFile } from 'node:fs/promises';
import { codeOf, Unmeasured } from '../unmeasured.ts';

export interface Question {
  url: URL;
  headers: Record<string, string>;
  /** PEM of the authority that signed the server's certificate; the system's own when absent. */
  ca?: string;
}

/** @throws Unmeasured when the address is none, or the authority's file cannot be read; neither is quoted. */
export async function questionOf(asked: {
  url: string;
  headers?: Record<string, string>;
  ca?: string;
}): Promise<Question> {
  const url = URL.canParse(asked.url) ? new URL(asked.url) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Unmeasured('failed', 'url: http:// or https:// expected');
  }
  const headers = { 'user-agent': 'bascule', ...asked.headers };
  return asked.ca === undefined
    ? { url, headers }
    : { url, headers, ca: await readAuthority(asked.ca) };
}

async function readAuthority(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Unmeasured('failed', `ca: ${codeOf(error)}`);
  }
}
