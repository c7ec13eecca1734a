/** A message as the workflows of Teams take it: an Adaptive Card in an attachment. */
import type { Outgoing } from '../types.ts';

/** A block for each line, since Teams would join the lines of one. */
export function forTeams({ subject, body }: Outgoing): string {
  const title = { type: 'TextBlock', text: subject, weight: 'bolder', size: 'medium', wrap: true };
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [...(subject === '' ? [] : [title]), ...blocksOf(body)],
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return JSON.stringify({ type: 'message', attachments: [{ contentType, content }] });
}

function blocksOf(body: string): object[] {
  const lines = body.split(/\r\n|\r|\n/);
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const opens = index === 0 || lines[index - 1]!.trim() === '';
    return [{ type: 'TextBlock', text, wrap: true, spacing: opens ? 'medium' : 'none' }];
  });
}
