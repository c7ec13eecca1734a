/** The address of a web hook: whoever knows it may write there, so it is a secret as a whole and in its parts. */

/** A part that is longer names no resource, it opens one. Characters. */
const shortestToken = 12;

/** What an answer may quote of the address, and nobody should read. */
export function secretsOf(url: URL): string[] {
  const { pathname, search } = url;
  const tokens = pathname.split('/').filter(part => part.length >= shortestToken);
  const whole = [url.href, `${pathname}${search}`, pathname, search];
  return [...whole, ...tokens, ...url.searchParams.values(), url.username, url.password];
}
