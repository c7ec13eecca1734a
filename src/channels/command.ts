/** A message handed to a command of the environment's author. */
import type { Channel } from '../plan/types.ts';
import { bash, type Surroundings } from '../reach/bash.ts';
import { detailOf, lastLine } from '../reach/one-line.ts';
import type { TimeBox } from '../reach/time-box.ts';
import type { Delivery, Outgoing } from './types.ts';

type CommandChannel = Extract<Channel<string>, { type: 'command' }>;

/** @throws {Unusable} when it cannot even be started. */
export async function sendByCommand(
  { run, to }: CommandChannel,
  { id, subject, body }: Outgoing,
  { directory, environment = process.env }: Surroundings,
  box: TimeBox,
): Promise<Delivery> {
  const told = { BASCULE_ID: id, BASCULE_SUBJECT: subject, BASCULE_TO: to.join(',') };
  const where = { directory, environment: { ...environment, ...told } };
  const ended = await bash(run, where, box.signal, body);
  if (!ended) return { sent: 'unknown', why: 'timeout', detail: box.why() };
  const { status } = ended;
  const said = detailOf(lastLine(ended.said));
  if (status === 0) return { sent: 'yes', detail: said || 'code 0' };
  const how = typeof status === 'number' ? `code ${status}` : status;
  // Who is killed on the way may have done it already.
  const sent = typeof status === 'number' ? 'no' : 'unknown';
  return { sent, why: 'failed', detail: said === '' ? how : `${how}: ${said}` };
}
