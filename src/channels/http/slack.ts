/** A message as Slack's incoming webhooks take it. */
import type { Outgoing } from '../types.ts';

/** The three characters that Slack reads as commands: https://docs.slack.dev/messaging/formatting-message-text. */
const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The subject in bold on the first line. */
export function forSlack({ subject, body }: Outgoing): string {
  const title = subject === '' ? [] : [`*${subject}*`];
  const text = [...title, body].join('\n');
  return JSON.stringify({ text: text.replace(/[&<>]/g, sign => references[sign]!) });
}
