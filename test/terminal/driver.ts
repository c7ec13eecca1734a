/** Drives a program in a real pseudo-terminal, and reads what a person would see of it. */
import { setTimeout as delay } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import { type Cell, createEmulator, type Emulator } from './emulator.ts';
import { bytesOf } from './keys.ts';

export interface TerminalOptions {
  file: string;
  args?: string[];
  /** Default 120. */
  cols?: number;
  /** Default 36. */
  rows?: number;
  /** Added to a small environment of its own; the caller's is not inherited, so that neither its
   * colours, nor its locale, nor its CI decide what is seen. */
  env?: Record<string, string>;
  cwd?: string;
}

export interface End {
  code: number;
  /** Number of the signal that ended it; 0 for none. */
  signal: number;
}

/** What to wait for: a text or pattern on the screen, or anything that can be said of the terminal. */
export type Expectation = string | RegExp | ((terminal: Terminal) => boolean);

export interface WaitOptions {
  /** Milliseconds; default 10,000. */
  timeout?: number;
  /** Said first when it fails. */
  message?: string;
}

export interface Terminal extends AsyncDisposable {
  readonly pid: number;
  /** Rows of the screen, without trailing spaces. */
  screen(): string[];
  /** The screen as one text. */
  text(): string;
  /** What scrolled away, then the screen. */
  transcript(): string;
  cell(row: number, column: number): Cell;
  cursor(): { row: number; column: number };
  title(): string;
  altScreen(): boolean;
  /** Bytes received so far. */
  bytes(): number;
  /** Sends keys by name (`Enter`, `Up`, `^C`; see keys.ts) or text, all in one write. */
  press(...keys: string[]): void;
  /** Sends a text as it stands. */
  type(text: string): void;
  /** @throws with the whole screen, when the time is over or the program ended before. */
  waitFor(expectation: Expectation, options?: WaitOptions): Promise<void>;
  /** @throws with the whole screen, when it still runs after the time. */
  waitForEnd(options?: WaitOptions): Promise<End>;
  resize(cols: number, rows: number): void;
  /** Closes the terminal, as a lost connection does: the program is sent SIGHUP. */
  hangUp(): void;
  /** Stops reading, as a frozen connection does; `thaw` goes on. */
  freeze(): void;
  thaw(): void;
  /** Sends a signal to the program alone. */
  kill(signal: NodeJS.Signals): void;
  /** Ends the program if it still runs. */
  close(): Promise<void>;
}

/** Starts a program in a new terminal. */
export function openTerminal(options: TerminalOptions): Terminal {
  const { cols = 120, rows = 36 } = options;
  const pty = spawn(options.file, options.args ?? [], {
    name: 'xterm-256color',
    cols,
    rows,
    cwd: options.cwd ?? process.cwd(),
    env: { ...plainEnvironment(), ...options.env },
    encoding: null,
  });
  const emulator = createEmulator(cols, rows, answer => pty.write(answer));
  return new DrivenTerminal(pty, emulator, options);
}

function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '/', USER = 'operator' } = process.env;
  return { PATH, HOME, USER, LANG: 'C.UTF-8', TERM: 'xterm-256color' };
}

class DrivenTerminal implements Terminal {
  readonly #pty: IPty;
  readonly #emulator: Emulator;
  readonly #name: string;
  readonly #ended: Promise<End>;
  #end: End | undefined;
  #bytes = 0;
  #wake = Promise.withResolvers<void>();

  constructor(pty: IPty, emulator: Emulator, options: TerminalOptions) {
    this.#pty = pty;
    this.#emulator = emulator;
    this.#name = [options.file, ...(options.args ?? [])].join(' ');
    pty.onData(data => this.#receive(data));
    this.#ended = new Promise(resolve => {
      pty.onExit(({ exitCode, signal = 0 }) => {
        this.#end = { code: exitCode, signal };
        resolve(this.#end);
        this.#wake.resolve();
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  screen = (): string[] => this.#emulator.screen();
  text = (): string => this.screen().join('\n');
  transcript = (): string => this.#emulator.transcript().join('\n');
  cell = (row: number, column: number): Cell => this.#emulator.cell(row, column);
  cursor = (): { row: number; column: number } => this.#emulator.cursor();
  title = (): string => this.#emulator.title();
  altScreen = (): boolean => this.#emulator.alternate();
  bytes = (): number => this.#bytes;

  press(...keys: string[]): void {
    const mode = this.#emulator.applicationCursorKeys();
    this.type(keys.map(key => bytesOf(key, mode)).join(''));
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  async waitFor(expectation: Expectation, options: WaitOptions = {}): Promise<void> {
    const { timeout = 10_000, message = describe(expectation) } = options;
    const deadline = performance.now() + timeout;
    for (;;) {
      // Before looking, so that what arrives meanwhile is not missed.
      this.#wake = Promise.withResolvers<void>();
      if (await this.#meets(expectation)) return;
      if (this.#end) throw this.#failure(`${message}: the program ended first`);
      const left = deadline - performance.now();
      if (left <= 0) throw this.#failure(`${message}: not seen in ${timeout} ms`);
      // At most 50 ms: a predicate may speak of something else than the screen.
      await within(this.#wake.promise, Math.min(left, 50));
    }
  }

  async waitForEnd({ timeout = 10_000, message = 'its end' }: WaitOptions = {}): Promise<End> {
    const end = await within(this.#ended, timeout);
    await this.#emulator.drawn();
    if (!end) throw this.#failure(`${message}: still running after ${timeout} ms`);
    return end;
  }

  resize(cols: number, rows: number): void {
    this.#emulator.resize(cols, rows);
    this.#pty.resize(cols, rows);
  }

  hangUp(): void {
    if (!this.#end) (this.#pty as IPty & { destroy(): void }).destroy();
  }

  freeze = (): void => this.#pty.pause();
  thaw = (): void => this.#pty.resume();

  kill(signal: NodeJS.Signals): void {
    // Once it ended its number may be another's.
    if (!this.#end) process.kill(this.pid, signal);
  }

  async close(): Promise<void> {
    if (!this.#end) this.hangUp();
    if (await within(this.#ended, 2_000)) return;
    this.kill('SIGKILL');
    await this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #receive(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    this.#bytes += bytes.length;
    this.#emulator.write(bytes);
    this.#wake.resolve();
  }

  async #meets(expectation: Expectation): Promise<boolean> {
    await this.#emulator.drawn();
    if (typeof expectation === 'function') return expectation(this);
    const text = this.text();
    return typeof expectation === 'string' ? text.includes(expectation) : expectation.test(text);
  }

  #failure(why: string): Error {
    const rows = this.screen();
    const edge = '─'.repeat(Math.max(20, ...rows.map(row => row.length)));
    const end = this.#end ? ` (code ${this.#end.code}, signal ${this.#end.signal})` : '';
    return new Error(`${why}${end}\n$ ${this.#name}\n${edge}\n${rows.join('\n')}\n${edge}`);
  }
}

function describe(expectation: Expectation): string {
  return typeof expectation === 'function' ? 'what was waited for' : `waiting for ${expectation}`;
}

/** The promise's value, or undefined when it takes longer than `milliseconds`. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const stop = new AbortController();
  const late = delay(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
  }
}
