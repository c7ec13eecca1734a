/**
 * Play, pause, speed, seek: where a run that plays again stands. Times of the run are in milliseconds since the
 * epoch. It moves only where it says so: whoever is told sees the same instant everywhere, however long they look.
 */
import type { Clock } from './clock.ts';
import { nextSpeed, playedOn, stretchAt, untilNext } from './pace.ts';

/** Milliseconds of viewing between two announcements while it plays. */
const slowest = 200;
const fastest = 25;

export class Transport {
  #at: number;
  #speed: number;
  #playing = false;
  /** The viewer's clock when the run stood at `#at`. */
  #since = 0;
  #happenings: readonly number[];
  #cancel: () => void = () => {};
  readonly #clock: Clock;
  readonly #moved: () => void;

  /** @param moved called when it stands elsewhere, and some times a second while it plays */
  constructor(happenings: readonly number[], speed: number, clock: Clock, moved: () => void) {
    this.#happenings = happenings;
    this.#at = happenings[0]!;
    this.#speed = speed;
    this.#clock = clock;
    this.#moved = moved;
  }

  get happenings(): readonly number[] {
    return this.#happenings;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get speed(): number {
    return this.#speed;
  }

  get at(): number {
    return Math.floor(this.#at);
  }

  /** Length of the stretch without happenings that is being run through; null when none is. */
  get idle(): number | null {
    const stretch = this.#playing ? stretchAt(this.#happenings, this.#at, this.#speed) : null;
    return stretch?.idle ? stretch.length : null;
  }

  /** At the end it plays from the beginning. */
  toggle(): void {
    this.#settle();
    if (!this.#playing && this.#at >= this.#end) this.#at = this.#happenings[0]!;
    this.#playing = !this.#playing;
    this.#begin();
  }

  pace(by: 1 | -1): void {
    this.#settle();
    this.#speed = nextSpeed(this.#speed, by);
    this.#begin();
  }

  /** Within the run; it goes on playing from there, or stays paused. */
  seek(at: number): void {
    this.#settle();
    this.#at = Math.min(this.#end, Math.max(this.#happenings[0]!, at));
    this.#begin();
  }

  /** More is known of when things happened. */
  learn(happenings: readonly number[]): void {
    this.#settle();
    this.#happenings = happenings;
    this.#begin();
  }

  stop(): void {
    this.#settle();
    this.#playing = false;
    this.#cancel();
  }

  get #end(): number {
    return this.#happenings.at(-1)!;
  }

  #settle(): void {
    const now = this.#clock.now();
    if (this.#playing) {
      this.#at = playedOn(this.#happenings, this.#at, this.#speed, now - this.#since);
      this.#playing = this.#at < this.#end;
    }
    this.#since = now;
  }

  /** From here on: says so, and again while it plays. */
  #begin(): void {
    this.#since = this.#clock.now();
    this.#playing &&= this.#at < this.#end;
    this.#schedule();
    this.#moved();
  }

  #schedule(): void {
    this.#cancel();
    if (!this.#playing) return;
    const next = untilNext(this.#happenings, this.#at, this.#speed) ?? 0;
    const wait = Math.min(slowest, Math.max(fastest, Math.ceil(next)));
    this.#cancel = this.#clock.after(wait, () => {
      this.#settle();
      this.#schedule();
      this.#moved();
    });
  }
}
