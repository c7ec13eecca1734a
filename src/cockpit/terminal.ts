/**
 * The terminal as something that can go: the only file of the cockpit that knows Node. It writes
 * without ever blocking, and tells when the terminal is lost, in whatever way it goes.
 */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import type { Size } from './layout.ts';
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
  /** Writes nothing more, ever. */
  abandon(): void;
  /** Stops watching; resolves once what was written is out, or after half a second. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at whether the terminal is still there. */
const watchPace = 1_000;
/** Milliseconds between two tries at a terminal that does not drain. */
const retryPace = 20;
/** Bytes kept for such a terminal; beyond, frames are skipped until it drains. */
const patience = 32 * 1024;
const wipe = '\x18\x1b[0m\x1b[H\x1b[2J';

/** A write stream that never blocks and never grows: what cannot be written now is skipped, and redrawn later. */
export class TerminalOutput extends Writable {
  readonly isTTY = true;
  private waiting: Buffer = Buffer.alloc(0);
  private skipped = false;
  private dead = false;
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
    if (this.dead) return;
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
  const unwatch = watch(stdin, stdout, {
    lost: events.lost,
    terminated: events.terminated,
    redraw,
  });
  return {
    output,
    size,
    abandon: () => output.abandon(),
    async close() {
      unwatch();
      const deadline = Date.now() + 500;
      while (!output.drained && Date.now() < deadline)
        await new Promise(go => setTimeout(go, retryPace));
      output.release();
    },
  };
}

interface Watcher {
  lost(): void;
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
    ['SIGINT', () => on.terminated()],
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
