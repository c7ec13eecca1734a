/**
 * The terminal as something that can go: the only file of the cockpit that knows Node. It writes
 * without ever blocking, and tells when the terminal is lost, in whatever way it goes.
 */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import type { Size } from './layout.ts';
import { tame, wipe } from './signals.ts';
import { packed } from './text/packed.ts';

export interface TerminalEvents {
  /** Nothing can be shown or read any more. */
  lost(): void;
  /** Asked to end from outside. */
  terminated(): void;
  resized(size: Size): void;
  /** The screen was wiped: whatever was drawn must be drawn again. */
  wiped(): void;
}

/** `process.stdin` and `process.stdout`, or streams like them. */
export type TerminalInput = NodeJS.ReadStream & { fd: number };
export type TerminalStream = NodeJS.WriteStream & { fd: number };

export interface Terminal {
  output: TerminalOutput;
  size(): Size;
  /**
   * Lends it: resolves once all that was written is out, nothing is read and nothing more is written.
   * Returns the way to take it back, whatever state it was left in.
   */
  handOver(): Promise<() => void>;
  /** Draws everything again, in the size it now has. */
  redraw(): void;
  /** Writes nothing more, ever. */
  abandon(): void;
  /** Stops watching; resolves once what was written is out, or after half a second. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at whether the terminal is still there. */
const watchPace = 1_000;
/** Milliseconds after a command gave it back during which a Ctrl-C may still be the one that ended it. */
const stray = 500;
/** Milliseconds between two tries at a terminal that does not drain. */
const retryPace = 20;
/** Bytes kept for such a terminal; beyond, frames are skipped until it drains. */
const patience = 32 * 1024;

/** A write stream that never blocks and never grows: what cannot be written now is skipped, and redrawn later. */
export class TerminalOutput extends Writable {
  readonly isTTY = true;
  private waiting: Buffer = Buffer.alloc(0);
  private skipped = false;
  private dead = false;
  private muted = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly device: number;
  private readonly stdout: TerminalStream;
  private readonly failed: () => void;
  private readonly redraw: () => void;

  constructor(stdout: TerminalStream, failed: () => void, redraw: () => void) {
    super({ decodeStrings: false });
    this.stdout = stdout;
    this.failed = failed;
    this.redraw = redraw;
    this.device = openOwn(stdout);
  }

  get columns(): number {
    return this.stdout.columns;
  }

  get rows(): number {
    return this.stdout.rows;
  }

  get drained(): boolean {
    return this.dead || this.waiting.length === 0;
  }

  /** While it is muted, what is written goes nowhere. */
  mute(muted: boolean): void {
    this.muted = muted;
  }

  abandon(): void {
    this.dead = true;
    clearTimeout(this.retry);
  }

  release(): void {
    this.abandon();
    if (this.device >= 0) closeSync(this.device);
  }

  override _write(text: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.push(Buffer.from(typeof text === 'string' ? packed(text) : text));
    done();
  }

  private push(bytes: Buffer): void {
    if (this.dead || this.muted) return;
    if (this.waiting.length + bytes.length > patience && this.waiting.length > 0)
      this.skipped = true;
    else this.waiting = this.waiting.length === 0 ? bytes : Buffer.concat([this.waiting, bytes]);
    if (this.retry === undefined) this.flush();
  }

  private flush(): void {
    this.retry = undefined;
    try {
      while (this.waiting.length > 0) this.waiting = this.waiting.subarray(this.writeSome());
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') {
        this.retry = setTimeout(() => this.flush(), retryPace);
      } else this.fail();
      return;
    }
    if (!this.skipped) return;
    this.skipped = false;
    this.redraw();
  }

  private writeSome(): number {
    if (this.device >= 0) return writeSync(this.device, this.waiting);
    this.stdout.write(this.waiting);
    return this.waiting.length;
  }

  private fail(): void {
    this.abandon();
    this.failed();
  }
}

/** Our own door to the terminal, so that not blocking is not imposed on the shell that shares the other; -1 without. */
function openOwn(stdout: TerminalStream): number {
  if (!stdout.isTTY) return -1;
  try {
    const flags = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
    return openSync(`/proc/self/fd/${stdout.fd}`, flags);
  } catch {
    return -1;
  }
}

export function openTerminal(
  stdin: TerminalInput,
  stdout: TerminalStream,
  events: TerminalEvents,
): Terminal {
  const size = (): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const redraw = () => {
    output.write(wipe);
    events.wiped();
    events.resized(size());
    output.emit('resize');
  };
  // At once: what is typed from here on must not be echoed over the first frame.
  if (stdin.isTTY) stdin.setRawMode(true);
  const output = new TerminalOutput(stdout, events.lost, redraw);
  let lent = false;
  let backAt = 0;
  const unwatch = watch(stdin, stdout, {
    lost: events.lost,
    // Ctrl-C is the command's while it has the terminal.
    interrupted: () => {
      if (!lent && Date.now() - backAt > stray) events.terminated();
    },
    terminated: events.terminated,
    redraw: () => lent || redraw(),
  });
  return {
    output,
    size,
    redraw,
    abandon: () => output.abandon(),
    async handOver() {
      lent = true;
      await stopReading(stdin);
      await drained(output);
      output.mute(true);
      return () => {
        lent = false;
        backAt = Date.now();
        output.mute(false);
        output.write(tame);
      };
    },
    async close() {
      unwatch();
      await drained(output);
      output.release();
    },
  };
}

/** Half a second at most. */
async function drained(output: TerminalOutput): Promise<void> {
  const deadline = Date.now() + 500;
  while (!output.drained && Date.now() < deadline)
    await new Promise(go => setTimeout(go, retryPace));
}

/**
 * Without a listener left a stream reads on, and would take keys meant for another. It only stops when it
 * is paused, and it can only be paused a tick after its last listener went. No key comes between two ticks.
 */
async function stopReading(stdin: TerminalInput): Promise<void> {
  await new Promise<void>(go => process.nextTick(go));
  stdin.pause();
  await new Promise<void>(go => process.nextTick(go));
}

interface Watcher {
  lost(): void;
  interrupted(): void;
  terminated(): void;
  redraw(): void;
}

/** Every way to lose a terminal. The last one, gone without a word, is found by asking. */
function watch(stdin: TerminalInput, stdout: TerminalStream, on: Watcher): () => void {
  const gone = () => on.lost();
  for (const event of ['end', 'close', 'error'] as const) stdin.on(event, gone);
  for (const event of ['close', 'error'] as const) stdout.on(event, gone);
  stdout.on('resize', on.redraw);
  const signals = [
    ['SIGHUP', gone],
    ['SIGTERM', () => on.terminated()],
    ['SIGINT', () => on.interrupted()],
    // Only a command that has the terminal can be sent it from the keyboard.
    ['SIGQUIT', () => on.interrupted()],
    ['SIGCONT', () => on.redraw()],
  ] as const;
  for (const [signal, listener] of signals) process.on(signal, listener);
  const asking = setInterval(() => {
    if (!isatty(stdin.fd) || !isatty(stdout.fd)) gone();
  }, watchPace);
  return () => {
    clearInterval(asking);
    stdout.off('resize', on.redraw);
    for (const [signal, listener] of signals) process.off(signal, listener);
    // The listeners for `error` stay: a dead terminal has no report to make.
  };
}
