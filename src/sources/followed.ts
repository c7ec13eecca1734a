/** A run driven elsewhere, as it goes on: its journal and its outputs are looked at, and nothing else is done. */
import type { RunState } from '../../machines/state.ts';
import type { RunSource } from '../engine/types.ts';
import type { Fold, Folded } from '../journal/fold.ts';
import type { JournalFollower } from '../store/follow-journal.ts';
import type { HelmSign } from '../store/helm-sign.ts';
import type { Watching } from '../view/types.ts';
import { OutputGrowth } from './output-growth.ts';
import type { Outputs } from './outputs.ts';

export interface FollowedRun {
  fold: Fold;
  /** Where the entries read so far lead. */
  start: Folded;
  journal: Pick<JournalFollower, 'entries' | 'hashOf' | 'next' | 'trouble' | 'close'>;
  /** One look at who has the helm. */
  helm(): HelmSign;
  outputs: Outputs;
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface FollowedSource extends RunSource {
  watching(): Watching;
  /** Nothing more can be read: the journal is damaged, or not there any more. */
  isBroken(): boolean;
  /** Looks no more, and lets the journal go. */
  close(): void;
}

/** Milliseconds between two looks: right after news, and once it has been quiet for a while. */
const shortest = 200;
const longest = 1_000;

/** Follows a run from where its entries lead; looks again by itself, a few stats each time, until it is closed. */
export function followRun(run: FollowedRun): FollowedSource {
  const source = new Followed(run);
  source.begin();
  return source;
}

class Followed implements FollowedSource {
  readonly away = [];
  readonly #run: FollowedRun;
  readonly #listeners = new Set<() => void>();
  readonly #growth: OutputGrowth;
  #folded: Folded;
  #state: RunState;
  #sign: HelmSign;
  #signedAt: number | null = null;
  #lookedAt: number;
  #heardAt: number | null;
  #pace = shortest;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(run: FollowedRun) {
    this.#run = run;
    this.#growth = new OutputGrowth(run.outputs);
    this.#folded = run.start;
    this.#state = run.fold.toState(run.start);
    this.#sign = run.helm();
    this.#lookedAt = run.now();
    this.#heardAt = timeOfLast(run.journal);
  }

  begin(): void {
    this.#timer = setTimeout(() => void this.#look(), this.#pace);
  }

  state(): RunState {
    return this.#state;
  }

  entries(): ReturnType<RunSource['entries']> {
    return this.#run.journal.entries;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hashOf(seq: number): string | null {
    return this.#run.journal.hashOf(seq);
  }

  outputSize(job: string): Promise<number> {
    return this.#run.outputs.size(job);
  }

  readOutput(job: string, offset: number, bytes: number): Promise<Buffer> {
    return this.#run.outputs.read(job, offset, bytes);
  }

  /** When bytes came is no question while one watches them come. */
  outputRemark(job: string): ReturnType<NonNullable<RunSource['outputRemark']>> {
    const remark = this.#run.outputs.remark(job);
    return remark?.why === 'withheld' || remark?.why === 'missing' ? remark : null;
  }

  watching(): Watching {
    const { helm, record } = this.#sign;
    return {
      helm,
      who: record ? `${record.operator}@${record.host}` : '',
      terminal: record?.terminal ?? '',
      since: sinceOf(this.#sign) ?? this.#signedAt,
      lookedAt: this.#lookedAt,
      heardAt: this.#heardAt,
      trouble: this.#run.journal.trouble?.why ?? null,
    };
  }

  isBroken(): boolean {
    return this.#run.journal.trouble?.passing === false;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    this.#run.journal.close();
  }

  async #look(): Promise<void> {
    const told = [this.#lookAtJournal(), this.#lookAtHelm()];
    told.push(await this.#growth.look(this.#state).catch(() => false));
    // Closed while an output was looked at.
    if (this.#closed) return;
    this.#lookedAt = this.#run.now();
    if (told[2]) this.#heardAt = this.#lookedAt;
    const news = told.includes(true);
    this.#pace = news ? shortest : Math.min(longest, this.#pace * 1.5);
    this.begin();
    if (news) for (const listener of this.#listeners) listener();
  }

  #lookAtJournal(): boolean {
    const { journal, fold } = this.#run;
    const before = journal.trouble?.why;
    const came = journal.next();
    if (came.length > 0) {
      this.#folded = fold.on(this.#folded, came);
      this.#state = fold.toState(this.#folded);
      this.#heardAt = timeOfLast(journal);
    }
    return came.length > 0 || journal.trouble?.why !== before;
  }

  #lookAtHelm(): boolean {
    const sign = this.#run.helm();
    if (isSame(sign, this.#sign)) return false;
    this.#sign = sign;
    this.#signedAt = this.#run.now();
    return true;
  }
}

/** As the record says; of what it does not say, only the first look at it is known. */
function sinceOf({ helm, record }: HelmSign): number | null {
  const told = helm === 'held' ? record?.since : helm === 'free' ? record?.released : undefined;
  return told === undefined ? null : Date.parse(told);
}

function isSame(a: HelmSign, b: HelmSign): boolean {
  return (
    a.helm === b.helm && a.record?.since === b.record?.since && a.record?.pid === b.record?.pid
  );
}

function timeOfLast({ entries }: FollowedRun['journal']): number | null {
  const last = entries.at(-1);
  return last ? Date.parse(last.at) : null;
}
