/** One sending through the real channels, and what every one of them promises. */
import { expect } from 'vitest';
import { createChannels } from '../../src/channels/channels.ts';
import type { Delivery, Outgoing } from '../../src/channels/types.ts';
import type { Channel } from '../../src/plan/types.ts';

export const message: Outgoing = {
  id: 'run-7:during/2',
  subject: 'Déploiement terminé',
  body: 'L’été est là — tout va bien.\n\n- Début : 06:00\n- Fin : 08:45\n',
};

/** Seconds beyond its time that a sending may take on a busy machine: to tidy up, and to be scheduled. */
const slack = 4;

/** Sends; the time box held, and the one line of detail quotes none of `secrets`. */
export async function send(
  channel: Channel<string>,
  sent: Partial<Outgoing> = {},
  { secrets = [], signal = new AbortController().signal }: Watch = {},
): Promise<Delivery> {
  const began = performance.now();
  const delivery = await createChannels().send(channel, { ...message, ...sent }, signal);
  expect((performance.now() - began) / 1000).toBeLessThan(channel.timeout + slack);
  expect(delivery.detail).toMatch(/^.{0,200}$/u);
  for (const secret of secrets) expect(delivery.detail).not.toContain(secret);
  return delivery;
}

interface Watch {
  secrets?: string[];
  signal?: AbortSignal;
}
