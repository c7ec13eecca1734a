/** Random kills, launches and revocations of seeded jobs. More of them: CHAOS_KILLS=1000, CHAOS_SEED=7. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Probe } from '../../src/jobs/types.ts';
import { isOutcome } from '../../src/jobs/wait.ts';
import { environment, isGone, type Workshop, workshops } from './workshop.ts';

const kills = Number(process.env.CHAOS_KILLS ?? 40);
const seed = Number(process.env.CHAOS_SEED ?? 42);
const shop = workshops();

/** mulberry32: the same numbers for the same seed. */
function numbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Subject {
  id: string;
  ledger: string;
  code: number;
  output: string;
}

/** A job that writes down that it began, prints some lines with pauses or without, and exits. */
async function subject(current: Workshop, random: () => number): Promise<Subject> {
  const ledger = path.join(current.home, `ledger-${random()}`);
  const lines = 1 + Math.floor(random() * 30);
  const filler = '\u001b[31mé'.repeat(random() * 200);
  const code = random() < 0.3 ? 3 : 0;
  const pause = random() < 0.5 ? 'sleep 0.01' : ':';
  const id = await current.prepare(
    `echo begun >>${ledger}\nfor k in $(seq ${lines}); do echo "$k ${filler}"; ${pause}; done\nexit ${code}`,
  );
  const output = Array.from({ length: lines }, (_, k) => `${k + 1} ${filler}\n`).join('');
  return { id, ledger, code, output };
}

const deeds = [
  'kill wrapper',
  'kill group',
  'kill wrapper',
  'kill group',
  'launch again',
  'revoke',
];

/** Starts a wrapper whose pid we know, so that it can be killed before its claim as well. */
function launch(current: Workshop, id: string): ChildProcess {
  const args = [path.join(current.home, 'jobs/wrapper.sh'), current.file(id, '')];
  return spawn('/bin/sh', args, { detached: true, stdio: 'ignore', env: environment });
}

async function harm(current: Workshop, id: string, deed: string, wrapper: ChildProcess) {
  if (deed === 'launch again') current.jobs.launch(id, environment);
  if (deed === 'revoke') await current.jobs.revoke(id, 'chaos');
  if (!deed.startsWith('kill') || isGone(wrapper.pid!)) return false;
  process.kill(deed === 'kill group' ? -wrapper.pid! : wrapper.pid!, 'SIGKILL');
  return true;
}

/** A job whose wrapper was killed before its claim stays as it is, until it is revoked. */
async function end(current: Workshop, id: string, wrapper: ChildProcess): Promise<Probe> {
  const stuck = (probe: Probe) => probe.state === 'not-started' && isGone(wrapper.pid!);
  const probe = await current.jobs.wait(id, { until: one => isOutcome(one) || stuck(one) });
  if (probe.state !== 'not-started') return probe;
  expect(await current.jobs.revoke(id, 'resume')).toBe(true);
  return current.jobs.probe(id);
}

function check(current: Workshop, { id, ledger, code, output }: Subject, probe: Probe): void {
  const times = fs.existsSync(ledger) ? fs.readFileSync(ledger, 'utf8').split('\n').length - 1 : 0;
  const written = current.output(id);
  expect(['exited', 'doubt', 'revoked']).toContain(probe.state);
  if (probe.state === 'revoked') expect([times, written]).toEqual([0, '']);
  if (probe.state === 'doubt') expect(times).toBeLessThanOrEqual(1);
  expect(output.startsWith(written)).toBe(true);
  if (probe.state !== 'exited') return;
  expect([times, probe.code, written]).toEqual([1, code, output]);
  expect([Buffer.byteLength(written), null]).toContain(probe.size);
}

test(`${kills} random kills, seed ${seed}: never twice, nothing lost, nothing invented`, async () => {
  const { current } = shop;
  const random = numbers(seed);
  const ends = new Set<string>();
  let killed = 0;
  const one = async () => {
    const job = await subject(current, random);
    const wrapper = launch(current, job.id);
    const deed = deeds[Math.floor(random() * deeds.length)]!;
    await new Promise(resolve => setTimeout(resolve, random() * 150));
    if (await harm(current, job.id, deed, wrapper)) killed += 1;
    const probe = await end(current, job.id, wrapper);
    check(current, job, probe);
    // Whatever was the end, it stays: no launch and no revocation changes it.
    current.jobs.launch(job.id, environment);
    expect(await current.jobs.revoke(job.id, 'after the end')).toBe(probe.state === 'revoked');
    expect((await current.jobs.wait(job.id)).state).toBe(probe.state);
    check(current, job, probe);
    ends.add(probe.state);
  };
  const worker = async () => {
    while (killed < kills) await one();
  };
  // A death shows after a second: most of the time they wait.
  await Promise.all(Array.from({ length: 6 }, worker));
  expect([...ends].sort()).toEqual(['doubt', 'exited', 'revoked']);
}, 600_000);
