import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ServeFailure } from './failure.ts';
import type { ServeWords } from './types.ts';

/** As a header can carry it, and nobody can guess. */
const usable = /^[\x21-\x7e]{16,256}$/;

/**
 * What readers must show: the token given, a new one where others than this machine can reach us, else nothing.
 * @throws {ServeFailure} for one that is too short, an empty one included: somebody wanted one.
 */
export function tokenFor(
  given: string | null,
  loopback: boolean,
  words: ServeWords,
): string | null {
  if (given === null) return loopback ? null : randomBytes(24).toString('base64url');
  if (!usable.test(given)) throw new ServeFailure(words.badToken, words.badTokenRemedy);
  return given;
}

/** Compares secrets in a time that tells nothing of them. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What a browser keeps instead of the token: good for this process only, since every server on the host gets to see it. */
export interface Cookie {
  /** For the `Set-Cookie` header. */
  set: string;
  /** Does the `Cookie` header hold it? */
  isIn(header: string | undefined): boolean;
}

export function cookieFor(token: string): Cookie {
  const key = randomBytes(32);
  const hmac = (what: string): string => createHmac('sha256', key).update(what).digest('hex');
  // A name of its own: cookies are shared by all ports of a host, and two runs may be served at once.
  const name = `bascule-${hmac('name').slice(0, 12)}`;
  const value = hmac(token);
  return {
    set: `${name}=${value}; HttpOnly; SameSite=Strict; Path=/`,
    isIn: header =>
      (header ?? '')
        .split(';')
        .map(pair => pair.trim().split('='))
        .some(([key, shown]) => key === name && isSame(shown ?? '', value)),
  };
}
