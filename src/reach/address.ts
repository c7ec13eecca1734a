/** The address of a web server, which may be a secret: it is never quoted. */
import { Unusable } from './unusable.ts';

/** @param text as its file gives it, perhaps with a line end; @throws {Unusable} when it is none. */
export function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Unusable('url', 'http:// or https:// expected');
  return url;
}
