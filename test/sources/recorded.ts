/** A short run, made by hand, in a player. */
import type { Entry } from '../../machines/entries.ts';
import type { Seen } from '../../src/jobs/types.ts';
import { createFold } from '../../src/journal/fold.ts';
import type { Plan } from '../../src/plan/types.ts';
import type { Outputs } from '../../src/sources/outputs.ts';
import { createPlayer, type Player } from '../../src/sources/player.ts';
import { smallPlan } from '../view/fixtures.ts';
import { Journey, winterMorning } from '../view/journey.ts';
import { type Viewing, viewing } from './viewing.ts';

/** Milliseconds since the epoch of the run's first entry, six in the morning in Paris. */
export const begin = Date.parse(winterMorning);
export const minute = 60_000;

/** What a command wrote in all, and when somebody saw it come: minutes after the beginning, bytes, `began`. */
export interface Wrote {
  text: string;
  seen: readonly (readonly [minutes: number, size: number, began?: true])[] | null;
}

/** Up to the migration at the beginning, which is started at 10 minutes and ends at 20; the run goes on to 30. */
export function migration(more: { away?: boolean; unfinished?: boolean } = {}): Journey {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('05:10').start('2.2');
  if (more.unfinished) return journey;
  journey
    .at('05:20')
    .exit(0, more.away ? { away: true, exitedAt: '2026-12-01T05:15:00.000Z' } : {});
  return journey.at('05:30').choose('tickPass', { item: 'C1.1' });
}

/** The job of the migration. */
export const jobOf = ({ entries }: { entries: readonly Entry[] }): string =>
  entries.findLast(entry => entry.type === 'job.started')!.job;

export interface Recorded {
  player: Player;
  clock: Viewing;
  plan: Plan;
  entries: readonly Entry[];
  job: string;
  /** How often something was announced. */
  announced(): number;
}

/** All of it is known at once; the output is that of the migration. */
export async function played(
  journey: Journey = migration(),
  { text, seen }: Wrote = { text: '', seen: null },
  speed = 60,
): Promise<Recorded> {
  const clock = viewing();
  const { plan, entries } = journey;
  const job = jobOf(journey);
  const player = createPlayer({
    fold: createFold(plan),
    entries,
    hashOf: seq => `hash of ${seq}`,
    outputs: outputsOf(job, Buffer.from(text), seenOf(seen)),
    speed,
    clock,
  });
  await player.ready;
  let announced = 0;
  player.subscribe(() => {
    announced += 1;
  });
  return { player, clock, plan, entries, job, announced: () => announced };
}

function seenOf(seen: Wrote['seen']): Seen | null {
  const marks = seen?.map(([minutes, size, began]) => ({
    at: begin + minutes * minute,
    size,
    ...(began && { began }),
  }));
  return marks ? { marks, masks: [] } : null;
}

/** Of one job that wrote something; the others wrote nothing. */
function outputsOf(job: string, bytes: Buffer, seen: Seen | null): Outputs {
  const of = (id: string) => (id === job ? bytes : Buffer.alloc(0));
  return {
    size: async id => of(id).length,
    read: async (id, offset, length) => of(id).subarray(offset, offset + length),
    seen: async id => (id === job ? seen : null),
    remark: () => null,
  };
}
