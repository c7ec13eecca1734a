import type { Report } from '../diagnostics/reporter.ts';
import type { Message } from '../types.ts';

/** To whom, and what? Of one that is sent at each checkpoint, the moment tells. */
export function checkMessages(messages: readonly Message[], report: Report): void {
  for (const message of messages.filter(({ each }) => each === undefined)) {
    const { title, audience, body = '' } = message;
    if (audience === undefined) report('message-without-audience', message, { title });
    if (body.trim() === '') report('message-without-body', message, { title });
  }
}
