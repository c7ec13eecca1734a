/** Slack, Teams and other web hooks: one request each. */
import type { Channel } from '../../plan/types.ts';
import { addressOf } from '../../reach/address.ts';
import { readAuthority } from '../../reach/authority.ts';
import { exchange } from '../../reach/exchange.ts';
import type { TimeBox } from '../../reach/time-box.ts';
import type { Delivery, Outgoing } from '../types.ts';
import { secretsOf } from './address.ts';
import { judge } from './judge.ts';
import { forSlack } from './slack.ts';
import { forTeams } from './teams.ts';
import { forWebhook } from './webhook.ts';

export type HttpChannel = Extract<Channel<string>, { url: string }>;

/** @throws {Unusable} before anything was said, when the channel cannot be used as it is written. */
export async function sendByHttp(
  channel: HttpChannel,
  message: Outgoing,
  box: TimeBox,
): Promise<Delivery> {
  const url = addressOf(channel.url);
  const own = channel.type === 'webhook' ? channel.headers : {};
  const request = {
    url,
    method: channel.type === 'webhook' ? channel.method : 'POST',
    headers: { ...lowerCased(own), 'idempotency-key': message.id },
    body: payloadOf(channel, message),
    ca: await readAuthority(channel.ca),
  } as const;
  const secrets = [channel.url, ...secretsOf(url), ...Object.values(own).flatMap(tokensOf)];
  return judge(await exchange(request, box.signal), secrets, box);
}

function payloadOf(channel: HttpChannel, message: Outgoing): string {
  switch (channel.type) {
    case 'slack':
      return forSlack(message);
    case 'teams':
      return forTeams(message);
    case 'webhook':
      return forWebhook(message, channel.to, channel.body);
  }
}

/** `Bearer TOKEN`: a server may quote the whole, or its last word. */
function tokensOf(header: string): string[] {
  return [header, header.split(' ').at(-1)!];
}

/** So that a header of the author's takes the place of ours, however it is written. */
function lowerCased(headers: Record<string, string>): Record<string, string> {
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { 'content-type': 'application/json; charset=utf-8', ...Object.fromEntries(own) };
}
