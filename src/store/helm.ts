import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HelmHolder } from '../../machines/entries.ts';
import { openPlain } from './durable.ts';
import { openHelm, readRecord, tryLock, writeRecord } from './helm-lock.ts';
import { bootId, isAlive, processStart } from './identity.ts';
import { codeOf, refusal, StoreRefused } from './refusal.ts';
import type { HelmAttempt, HelmRecord } from './types.ts';

type Clock = () => Date;

/** How long a record may lag behind the lock (ms): its writer is at it, or a reader looks in for a moment. */
const settlingTime = 1000;

/** SIGCONT after SIGTERM: a stopped process sees the request as soon as it wakes. */
const requests: readonly NodeJS.Signals[][] = [['SIGTERM', 'SIGCONT'], ['SIGKILL']];

/** How long the holder has to let go (ms), at each request. */
const patience = 5000;

/**
 * Takes the helm, or says who has it. It is held until `release()` or the end of this process, however
 * it ends; a stopped process keeps it. The record stays behind, so that the next holder knows of the last.
 * @throws {StoreRefused} when the file is a link, another user's, or unwritable; an Error without flock(1).
 */
export function takeHelm(
  file: string,
  who: HelmHolder,
  now: Clock = () => new Date(),
): HelmAttempt {
  const fd = openHelm(file);
  try {
    if (lockUnlessHeld(fd)) return seize(fd, who, now);
    const holder = readRecord(fd) ?? nobodyKnows;
    fs.closeSync(fd);
    return { taken: false, holder };
  } catch (error) {
    fs.closeSync(fd);
    throw refusal(file, error);
  }
}

/** Who drove last, and whether somebody drives now, by the kernel's word. */
export function readHelm(file: string): { record: HelmRecord | null; held: boolean } {
  if (!fs.existsSync(file)) return { record: null, held: false };
  const fd = openPlain(file, fs.constants.O_RDONLY);
  try {
    return { held: !tryLock(fd, 'shared'), record: readRecord(fd) };
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * Takes the helm from `holder`: asks its process to let go, and kills it when it has not after 5 s. Only
 * the very process of the record is signalled, never another that bears its number. Not taken when
 * somebody else got it meanwhile, or when the holder is on another host.
 * @throws {StoreRefused} when the holder's process belongs to another user.
 */
export async function takeOver(
  file: string,
  who: HelmHolder,
  holder: HelmRecord,
  now: Clock = () => new Date(),
): Promise<HelmAttempt> {
  const attempt = () => takeHelm(file, who, now);
  let last = attempt();
  for (const signals of requests) {
    if (last.taken || !sameTaking(last.holder, holder)) return last;
    if (!isAlive(holder)) return attempt();
    for (const signal of signals) send(signal, holder, file);
    last = await until(attempt, holder);
  }
  return last;
}

async function until(attempt: () => HelmAttempt, holder: HelmRecord): Promise<HelmAttempt> {
  const deadline = performance.now() + patience;
  for (;;) {
    const last = attempt();
    if (last.taken || !sameTaking(last.holder, holder) || performance.now() > deadline) return last;
    await sleep(50);
  }
}

function send(signal: NodeJS.Signals, holder: HelmRecord, file: string): void {
  // Just before each signal: the number may have passed to a stranger since the record was read.
  if (!isAlive(holder)) return;
  try {
    process.kill(holder.pid, signal);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return;
    throw new StoreRefused(
      file,
      `process ${holder.pid} of ${holder.operator}@${holder.host} holds the helm and belongs to another user`,
      `Ask ${holder.operator} to detach.`,
    );
  }
}

/** Are these the same taking of the helm, by the same process? */
function sameTaking(a: HelmRecord, b: HelmRecord): boolean {
  return a.pid === b.pid && a.start === b.start && a.boot === b.boot && a.since === b.since;
}

/** False once the lock is held and its record names a process that lives and has not let go. */
function lockUnlessHeld(fd: number): boolean {
  const deadline = performance.now() + settlingTime;
  while (!tryLock(fd)) {
    const holder = readRecord(fd);
    const settled = holder !== null && !holder.released && isAlive(holder);
    if (settled || performance.now() > deadline) return false;
    pause(20);
  }
  return true;
}

function seize(fd: number, who: HelmHolder, now: Clock): HelmAttempt {
  const previous = readRecord(fd);
  const start = processStart(who.pid) ?? '';
  const record: HelmRecord = { ...who, start, boot: bootId(), since: now().toISOString() };
  writeRecord(fd, record);
  const release = releaser(fd, record, now);
  return { taken: true, release, ...(previous && { previous }) };
}

function releaser(fd: number, record: HelmRecord, now: Clock): () => void {
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    try {
      writeRecord(fd, { ...record, released: now().toISOString() });
    } catch {
      // The lock is what counts: on a failing disk the record merely reads as a crash.
    } finally {
      fs.closeSync(fd);
    }
  };
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** The lock is held and its record cannot be read: never mistaken for a process that could be signalled. */
const nobodyKnows: HelmRecord = {
  operator: '?',
  host: '?',
  pid: 0,
  terminal: '',
  start: '',
  boot: '',
  since: '',
};
