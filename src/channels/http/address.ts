/** The address of a web hook: whoever knows it may write there, so it is a secret as a whole and in its parts. */
import { Unusable } from '../unusable.ts';

/** A part that is longer names no resource, it opens one. Characters. */
const shortestToken = 12;

/** @throws {Unusable} when it is no address of a web server. */
export function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (!url) throw new Unusable('url: not an address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Unusable('url: neither http nor https');
  return url;
}

/** What an answer may quote of the address, and nobody should read. */
export function secretsOf(url: URL): string[] {
  const { pathname, search } = url;
  const tokens = pathname.split('/').filter(part => part.length >= shortestToken);
  const whole = [url.href, `${pathname}${search}`, pathname, search];
  return [...whole, ...tokens, ...url.searchParams.values(), url.username, url.password];
}
