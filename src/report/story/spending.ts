/** Where each moment of a run went: to one thing only. */
import { jobEnds } from '../../journal/worked.ts';
import { instant, type Scene } from '../../view/scene/scene.ts';
import type { Course, Stand } from '../course.ts';
import type { Spending } from '../types.ts';
import { turnsOf } from './turns.ts';
import { waitsUntil } from './waiting.ts';

/** Why a moment was spent as it was. */
export type Cause =
  | 'command'
  /** Work by hand, or a command that nobody has started yet. */
  | 'work'
  /** After a NO-GO. */
  | 'fixing'
  | 'closing'
  | 'review'
  | 'failure'
  | 'doubt'
  | 'validation'
  /** The hour of the plan has not come. */
  | 'time'
  | 'approval'
  | 'held'
  | 'away';

export const spendingOf: Readonly<Record<Cause, Spending>> = {
  command: 'commands',
  work: 'people',
  fixing: 'people',
  closing: 'people',
  review: 'deciding',
  failure: 'deciding',
  doubt: 'deciding',
  validation: 'deciding',
  time: 'waiting',
  approval: 'waiting',
  held: 'waiting',
  away: 'away',
};

/** One stretch without a break; milliseconds. */
export interface Spent {
  from: number;
  to: number;
  cause: Cause;
  step: string | null;
  /** Of a command: which job. */
  job: string | null;
}

/** All of the run up to `end`, in order and without gaps. */
export function spentOf(scene: Scene, course: Course, end: number): Spent[] {
  const ends = jobEnds(scene.input.entries);
  const pieces = turnsOf(scene, course.stands, end).flatMap(turn => {
    const until = waitsUntil(scene, turn);
    return turn.parts.flatMap(({ stand, to }) =>
      piecesOf(scene, stand, to, ends.get(stand.job ?? '')).flatMap(piece =>
        beforeItsTime(piece, until).map(part => ({ ...part, step: turn.step })),
      ),
    );
  });
  return joined(pieces);
}

type Piece = Omit<Spent, 'step'>;

/** A command counts until it really ended, which was found out later where nobody was there. */
function piecesOf(scene: Scene, stand: Stand, to: number, ended: number | undefined): Piece[] {
  const { at: from, job } = stand;
  if (job === null) return [{ from, to, cause: causeOf(scene, stand), job }];
  const until = Math.min(to, Math.max(from, ended ?? whenUnknown(scene, stand, to)));
  const rest: Piece = { from: until, to, cause: 'away', job: null };
  return [{ from, to: until, cause: 'command', job }, rest];
}

/** What may have ended while nobody was there is not called work; what still runs as far as anybody knows is. */
function whenUnknown({ context }: Scene, { job, helm, at }: Stand, to: number): number {
  const status = context.jobs[job!]?.status;
  return helm || status === 'running' || status === 'orphan' ? to : at;
}

function causeOf({ input }: Scene, { helm, held, status, doing, owed }: Stand): Cause {
  if (!helm) return 'away';
  if (held) return 'held';
  if (status === 'validating') return 'validation';
  if (status === 'closing') return 'closing';
  switch (doing) {
    case 'failed':
      return 'failure';
    case 'inDoubt':
      return 'doubt';
    case 'refused':
    case 'remediating':
      return 'fixing';
    case 'reviewing':
      return owed !== null && input.around.approvals === 'required' ? 'approval' : 'review';
    default:
      return 'work';
  }
}

const patient: ReadonlySet<Cause> = new Set<Cause>(['work', 'review', 'approval']);

function beforeItsTime(piece: Piece, until: number): Piece[] {
  if (!patient.has(piece.cause) || until <= piece.from) return [piece];
  const middle = Math.min(piece.to, until);
  return [
    { ...piece, to: middle, cause: 'time' },
    { ...piece, from: middle },
  ];
}

function joined(pieces: readonly Spent[]): Spent[] {
  const all: Spent[] = [];
  for (const piece of pieces) {
    if (piece.to <= piece.from) continue;
    const last = all.at(-1);
    const same = last?.cause === piece.cause && last.step === piece.step && last.job === piece.job;
    if (last && same) last.to = piece.to;
    else all.push({ ...piece });
  }
  return all;
}

/** When a run ended, or now where it goes on; milliseconds. */
export function endOfRun({ context, now }: Scene, last: number): number {
  const ended = instant(context.endedAt);
  return ended ?? Math.max(last, now);
}
