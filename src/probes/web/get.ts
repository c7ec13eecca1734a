/** What a web server answers to one GET of a probe. */
import { addressOf } from '../../reach/address.ts';
import { readAuthority } from '../../reach/authority.ts';
import { whyUnanswered } from '../../reach/codes.ts';
import { type Answer, exchange, type Request } from '../../reach/exchange.ts';
import { Unmeasured } from '../unmeasured.ts';

interface Asked {
  url: string;
  headers?: Record<string, string>;
  /** The file of the authority that signed the server's certificate. */
  ca?: string;
}

/** @throws {Unusable} when the address is none, or the authority's file cannot be read; neither is quoted. */
export async function questionOf({ url, headers, ca }: Asked): Promise<Request> {
  return {
    url: addressOf(url),
    method: 'GET',
    headers: { 'user-agent': 'bascule', ...headers },
    ca: await readAuthority(ca),
  };
}

/** @throws {Unmeasured} unless the whole answer came, or too much of it; the signal's own reason when it aborts. */
export async function get(question: Request, signal: AbortSignal): Promise<Answer> {
  const came = await exchange(question, signal);
  const code = 'code' in came ? came.code : came.broken;
  if ('status' in came && code === undefined) return came;
  signal.throwIfAborted();
  throw new Unmeasured(whyUnanswered(code!), code!);
}
