/** A message handed to a command of the environment's author. */
import { spawn } from 'node:child_process';
import type { Channel } from '../../plan/types.ts';
import { codeOf, detailOf } from '../detail.ts';
import type { TimeBox } from '../time-box.ts';
import type { Delivery, Outgoing } from '../types.ts';
import { Unusable } from '../unusable.ts';
import { type End, endOf } from './end.ts';
import { lastLineOf } from './last-line.ts';

type CommandChannel = Extract<Channel<string>, { type: 'command' }>;

/** @throws {Unusable} when it cannot even be started. */
export async function sendByCommand(
  channel: CommandChannel,
  message: Outgoing,
  box: TimeBox,
): Promise<Delivery> {
  const child = start(channel, message);
  const lastLine = lastLineOf([child.stdout, child.stderr]);
  // It need not read what it is told.
  child.stdin.on('error', () => {});
  child.stdin.end(message.body);
  const end = await endOf(child, box.signal);
  return judge(end, detailOf(lastLine()), box);
}

function start({ run, to }: CommandChannel, { id, subject }: Outgoing) {
  const told = { BASCULE_ID: id, BASCULE_SUBJECT: subject, BASCULE_TO: to.join(',') };
  try {
    return spawn('bash', ['-c', run], {
      // A group of its own, to be stopped as a whole.
      detached: true,
      stdio: 'pipe',
      env: { ...process.env, ...told },
    });
  } catch (error) {
    throw new Unusable(`run: ${codeOf(error)}`);
  }
}

function judge(end: End, said: string, box: TimeBox): Delivery {
  if (end.kind === 'over') return { sent: 'unknown', why: 'timeout', detail: box.why() };
  if (end.kind === 'not-started') return { sent: 'no', why: 'failed', detail: end.code };
  if (end.status === 0) return { sent: 'yes', detail: said || 'code 0' };
  const how = typeof end.status === 'number' ? `code ${end.status}` : end.status;
  // Who is killed on the way may have done it already.
  const sent = typeof end.status === 'number' ? 'no' : 'unknown';
  return { sent, why: 'failed', detail: said === '' ? how : `${how}: ${said}` };
}
