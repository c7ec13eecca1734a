/** What an exchange with a web server says about the message. */
import { whyUnanswered } from '../../reach/codes.ts';
import type { Answer, Silence } from '../../reach/exchange.ts';
import { detailOf } from '../../reach/one-line.ts';
import type { TimeBox } from '../../reach/time-box.ts';
import type { Delivery } from '../types.ts';

/** @param secrets never quoted, even when the server does */
export function judge(came: Answer | Silence, secrets: readonly string[], box: TimeBox): Delivery {
  // The status decides, however little came of the rest.
  if ('status' in came) return judgeStatus(came.status, came.body.toString(), secrets);
  const sent = came.written ? 'unknown' : 'no';
  if (box.signal.aborted) return { sent, why: 'timeout', detail: box.why() };
  return { sent, why: whyUnanswered(came.code), detail: came.code };
}

function judgeStatus(status: number, text: string, secrets: readonly string[]): Delivery {
  const line = text.split(/[\r\n]/).find(one => one.trim() !== '') ?? '';
  const detail = detailOf(`${status} ${line}`, secrets);
  if (status >= 200 && status < 300) return { sent: 'yes', detail };
  if (status >= 300 && status < 400) return { sent: 'no', why: 'redirect', detail };
  const why = status === 401 || status === 403 ? 'login' : 'refused';
  return { sent: 'no', why, detail };
}
