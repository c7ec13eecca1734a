/** Follows the output of one job: polls its size, reads only what can be seen, goes back on demand. */
import type { RunSource } from '../../engine/types.ts';
import { bite, counted, type LineCount, linesSoFar, nothingCounted } from './line-count.ts';
import { type Anchor, isAfter, lastAnchor, movedAnchor, type Viewport } from './page.ts';
import { type Direction, findLine } from './search.ts';
import { noOutput, type OutputWindow, windowOf } from './window.ts';

/** What the pane draws. */
export interface OutputState {
  job: string | null;
  size: number;
  window: OutputWindow;
  /** Top row; null while following the end. */
  anchor: Anchor | null;
  lines: number;
  exact: boolean;
  /** Lines that came since it was paused. */
  missed: number;
  /** Its file was looked at: only then is it empty for sure. */
  looked: boolean;
  /** When it last grew, ms; 0 before. */
  grewAt: number;
}

export const silence: OutputState = {
  job: null,
  size: 0,
  window: noOutput,
  anchor: null,
  lines: 0,
  exact: true,
  missed: 0,
  looked: false,
  grewAt: 0,
};

/** Bytes of the end that are read while following, and of each side of the page while paused. */
const reach = 64 * 1024;
/** Growth between two looks that says: a flood, count later. */
const flood = 2 * bite;

export class OutputFollower {
  state: OutputState = silence;
  private count: LineCount = nothingCounted;
  private pausedAt = 0;
  private looking = false;
  private readonly source: Pick<RunSource, 'outputSize' | 'readOutput'>;
  private readonly changed: () => void;

  constructor(source: Pick<RunSource, 'outputSize' | 'readOutput'>, changed: () => void) {
    this.source = source;
    this.changed = changed;
  }

  /** Turns to another job, or to none. */
  show(job: string | null): void {
    if (job === this.state.job) return;
    this.count = nothingCounted;
    this.set({ ...silence, job });
  }

  /** One look at the file: cheap when nothing changed. `now` in ms. Never rejects. */
  async look(now: number): Promise<void> {
    const { job } = this.state;
    if (job === null || this.looking) return;
    this.looking = true;
    try {
      await this.lookAt(job, now);
    } catch {
      // The file may be gone or unreadable for a moment; the next look tries again.
    } finally {
      this.looking = false;
    }
    // Turned to another one meanwhile: whoever asked to look means that one.
    if (this.state.job !== job) await this.look(now);
  }

  /** Back to the end. */
  async follow(): Promise<void> {
    this.set({ ...this.state, anchor: null, missed: 0 });
    await this.load(this.state.size - reach, this.state.size);
  }

  /** Holds the page still. */
  pause(viewport: Viewport): void {
    if (this.state.anchor) return;
    this.pausedAt = this.state.lines;
    this.set({ ...this.state, anchor: lastAnchor(this.state.window, viewport), missed: 0 });
  }

  /** Moves the page by rows; reaching the end follows again. */
  async scroll(rows: number, viewport: Viewport): Promise<void> {
    if (rows > 0 && !this.state.anchor) return;
    this.pause(viewport);
    const { window, size } = this.state;
    const anchor = movedAnchor(window, this.state.anchor!, rows, viewport);
    if (rows > 0 && window.end >= size && isAfter(anchor, lastAnchor(window, viewport))) {
      return this.follow();
    }
    await this.goTo(anchor);
  }

  /** To the first line. */
  async top(viewport: Viewport): Promise<void> {
    this.pause(viewport);
    await this.goTo({ offset: 0, row: 0 });
  }

  /** To the next or previous line that matches; false when there is none within reach. */
  async find(pattern: RegExp, direction: Direction, viewport: Viewport): Promise<boolean> {
    const from = this.state.anchor ?? lastAnchor(this.state.window, viewport);
    const { job, size } = this.state;
    if (job === null) return false;
    const read = (offset: number, bytes: number) => this.source.readOutput(job, offset, bytes);
    const found = await findLine({ pattern, direction, from: from.offset, size, read });
    if (found === null || this.state.job !== job) return false;
    this.pause(viewport);
    await this.goTo({ offset: found, row: 0 });
    return true;
  }

  private async goTo(anchor: Anchor): Promise<void> {
    this.set({ ...this.state, anchor });
    const { window, size } = this.state;
    const near = reach / 2;
    const short =
      (window.start > 0 && anchor.offset - window.start < near) ||
      (window.end < size && window.end - anchor.offset < near) ||
      anchor.offset < window.start;
    if (short) await this.load(anchor.offset - reach, anchor.offset + reach);
  }

  private async load(from: number, to: number): Promise<void> {
    const { job } = this.state;
    if (job === null) return;
    const start = Math.max(0, from);
    const window = windowOf(await this.source.readOutput(job, start, to - start), start);
    if (this.state.job === job) this.set({ ...this.state, window });
  }

  private async lookAt(job: string, now: number): Promise<void> {
    const size = await this.source.outputSize(job);
    if (this.state.job !== job) return;
    if (size < this.state.size) this.forget(job);
    const grown = size - this.state.size;
    if (grown > 0 && !this.state.anchor) await this.load(size - reach, size);
    const behind = size - this.count.upTo;
    if (behind > 0 && grown < flood) await this.catchUp(job);
    if (this.state.job !== job) return;
    if (this.state.looked && grown <= 0 && behind <= 0) return;
    const { lines, exact } = linesSoFar(this.count, size, this.state.window);
    const missed = this.state.anchor ? Math.max(0, lines - this.pausedAt) : 0;
    const grewAt = grown > 0 ? now : this.state.grewAt;
    this.set({ ...this.state, size, lines, exact, missed, grewAt, looked: true });
  }

  /** A run that plays again went back: part of what is in view is not there yet. */
  private forget(job: string): void {
    this.count = nothingCounted;
    this.state = { ...silence, job };
  }

  private async catchUp(job: string): Promise<void> {
    const bytes = await this.source.readOutput(job, this.count.upTo, bite);
    if (this.state.job === job) this.count = counted(this.count, bytes);
  }

  private set(state: OutputState): void {
    this.state = state;
    this.changed();
  }
}
