import type { IncomingMessage } from 'node:http';
import type { Limits } from './limits.ts';
import { createPatience } from './patience.ts';
import { type Cookie, cookieFor, isSame } from './token.ts';

/**
 * `with-cookie`: the token came in the address, where it should not stay. `slow-down`: too many tokens wait to
 * be looked at.
 */
export type Admission = 'admitted' | 'with-cookie' | 'refused' | 'slow-down';

export interface Doorkeeper {
  admits(request: IncomingMessage): Promise<Admission>;
  /** For the `Set-Cookie` header of whoever comes `with-cookie`. */
  cookie: string;
}

/** Lets those in who show the token, or the cookie they got for it; everybody when there is none. */
export function createDoorkeeper(
  token: string | null,
  limits: Limits,
  ending: AbortSignal,
): Doorkeeper {
  if (token === null) return { admits: async () => 'admitted', cookie: '' };
  const cookie = cookieFor(token);
  const patience = createPatience(limits.penalty, limits.waiting, ending);
  return {
    cookie: cookie.set,
    async admits(request) {
      const shown = shownBy(request, cookie);
      if (typeof shown === 'string') return shown;
      const { socket } = request;
      const right = await patience.judge(
        socket.remoteAddress ?? '',
        () => isSame(shown.token, token),
        () => socket.destroyed,
      );
      if (right === null) return 'slow-down';
      return right ? shown.granting : 'refused';
    },
  };
}

/** A token to look at, or what is plain without. */
function shownBy(
  { url = '', headers }: IncomingMessage,
  cookie: Cookie,
): { token: string; granting: Admission } | Admission {
  const asked = queryOf(url).get('token');
  if (asked !== null) return { token: asked, granting: 'with-cookie' };
  // Nobody can guess a cookie: a wrong one is of another day.
  if (cookie.isIn(headers.cookie)) return 'admitted';
  const [, bearer] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  return bearer === undefined ? 'refused' : { token: bearer, granting: 'admitted' };
}

const queryOf = (url: string): URLSearchParams =>
  new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
