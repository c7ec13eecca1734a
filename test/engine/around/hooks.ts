/** A web hook on loopback that remembers what it was told, and runs that send to it. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Delivery } from '../../../machines/context.ts';
import { createChannels } from '../../../src/channels/channels.ts';
import type { Intent } from '../../../src/engine/types.ts';
import type { Channel, Environment } from '../../../src/plan/types.ts';
import { createProbes } from '../../../src/probes/probes.ts';
import { webServer } from '../../channels/loopback.ts';
import { fence, step, weeks } from '../plans.ts';
import { createRun, type Opened, type TestRun } from '../runs.ts';

/** The world as it is. */
export const reach = { channels: createChannels(), probes: createProbes() };

export interface Told {
  path: string;
  headers: IncomingMessage['headers'];
  id: string;
  subject: string;
  body: string;
}

type Answer = (response: ServerResponse, told: Told) => void;

/** What is said to a web hook is remembered before it answers. */
export async function hook(answer: Answer): Promise<{ url: string; told: Told[] }> {
  const told: Told[] = [];
  const listener: RequestListener = (request, response) => {
    void text(request).then(said => {
      const { url: path = '', headers } = request;
      const one = { path, headers, ...JSON.parse(said) };
      told.push(one);
      answer(response, one);
    });
  };
  return { url: await webServer(listener), told };
}

export const accepting: Answer = response => response.end('taken');
/** It heard, and never answers. */
export const silent: Answer = () => {};
export const answering =
  (status: number, said: string, headers: Record<string, string> = {}): Answer =>
  response =>
    response.writeHead(status, headers).end(said);

export function webhook(url: Extract<Channel, { type: 'webhook' }>['url'], more = {}): Channel {
  const base = { names: [], timeout: 10, type: 'webhook', method: 'POST', headers: {}, to: [] };
  return { ...base, url, ...more } as Channel;
}

export const sending = (more = {}): Extract<Intent, { type: 'send' }> => ({
  type: 'send',
  message: 'before',
  channel: 'hook',
  subject: 'Maintenance',
  body: 'Tonight at ten.',
  ...more,
});

/** A run of one command that can send to these channels. */
export function runWith(
  channels: Environment['channels'],
  secrets: Record<string, string> = {},
): TestRun {
  const plan = weeks({ day: [step('09:00', 'Work', fence('echo worked >> ledger'))] });
  return createRun(plan, { channels }, secrets, { reach });
}

/** The text of the journal on disk. */
export const journalOf = ({ folder }: TestRun): string =>
  readFileSync(join(folder, 'journal.jsonl'), 'utf8');

/** The only delivery, once its fate is known. */
export async function fate({ until }: Opened): Promise<Delivery> {
  const only = ({ deliveries }: { deliveries: Record<string, Delivery> }) =>
    Object.values(deliveries)[0];
  const state = await until(({ context }) => (only(context)?.status ?? 'queued') !== 'queued');
  return only(state.context)!;
}
