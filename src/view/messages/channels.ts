/** Which channels of the environment the plan means for a message. */
import type { Channel, Message } from '../../plan/types.ts';
import { mentions, normalise } from '../../plan/vocabulary/words.ts';
import type { Around } from '../types.ts';

/** Names of channels, in the environment's order. */
export interface Ways {
  matching: string[];
  others: string[];
  /** What the plan asks for and the environment does not have, as the plan says it. */
  uncovered: string[];
}

/** `Email + notification in-app`, `Slack/Teams + SMS si critique`. */
const between = /\s*[+,;/&]\s*|\s+(?:et|and|ou|or|puis|then)\s+/i;

/** Matched by name, whatever the case and the accents; all channels where the plan names none. */
export function channelsFor(
  { channels: asked }: Pick<Message, 'channels'>,
  { channels }: Pick<Around, 'channels'>,
): Ways {
  const all = Object.entries(channels);
  const names = all.map(([name]) => name);
  if (asked === undefined) return { matching: names, others: [], uncovered: [] };
  const matching = all.filter(named => means(asked, named)).map(([name]) => name);
  const uncovered = asked
    .split(between)
    .filter(part => part !== '' && !all.some(named => means(part, named)));
  return { matching, others: names.filter(name => !matching.includes(name)), uncovered };
}

function means(text: string, [name, { names }]: [string, Channel]): boolean {
  return mentions(text, [name, ...names].map(normalise).filter(Boolean));
}

/** `support@example.org, ops@example.org`; the kind of channel where it names nobody. */
export function recipientsOf(channel: Channel): string {
  const to = 'to' in channel ? channel.to : [];
  return to.length > 0 ? to.join(', ') : channel.type;
}
