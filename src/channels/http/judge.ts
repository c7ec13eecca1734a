/** What an exchange with a web server says about the message. */
import { isAboutCertificate } from '../certificates.ts';
import { detailOf } from '../detail.ts';
import type { TimeBox } from '../time-box.ts';
import type { Delivery, DeliveryFailure } from '../types.ts';
import type { Exchange } from './exchange.ts';

/** @param secrets never quoted, even when the server does */
export function judge(exchange: Exchange, secrets: readonly string[], box: TimeBox): Delivery {
  if ('status' in exchange) return judgeStatus(exchange.status, exchange.text, secrets);
  const sent = exchange.written ? 'unknown' : 'no';
  if (box.signal.aborted) return { sent, why: 'timeout', detail: box.why() };
  return { sent, why: whyOf(exchange.code), detail: exchange.code };
}

function judgeStatus(status: number, text: string, secrets: readonly string[]): Delivery {
  const line = text.split(/[\r\n]/).find(one => one.trim() !== '') ?? '';
  const detail = detailOf(`${status} ${line}`, secrets);
  if (status >= 200 && status < 300) return { sent: 'yes', detail };
  if (status >= 300 && status < 400) return { sent: 'no', why: 'redirect', detail };
  const why = status === 401 || status === 403 ? 'login' : 'refused';
  return { sent: 'no', why, detail };
}

function whyOf(code: string): DeliveryFailure {
  if (isAboutCertificate(code)) return 'certificate';
  return code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'unreachable';
}
