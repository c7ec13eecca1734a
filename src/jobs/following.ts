/** Keeping what is seen of an output while its job runs. */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sharedFolder } from './files.ts';
import { sizeOf } from './output.ts';
import { type Found, OutputSearch } from './output-search.ts';
import { markLine, maskLine, readSeen } from './seen.ts';
import type { Following, SecretSearch } from './types.ts';

/** How often to look, at most. Milliseconds. */
const rhythm = 250;
/** Part of a job's age that passes between two looks: 5 hours leave some 10,000 marks. */
const share = 1 / 2000;

/** Milliseconds to the next look at a job of this age, in milliseconds. */
export const pauseAt = (age: number): number => Math.max(rhythm, age * share);

/** Follows the output of the job in `folder` from now on. */
export function followOutput(
  folder: string,
  search: SecretSearch | null,
  signal: AbortSignal,
): Following {
  const ending = new AbortController();
  const until = AbortSignal.any([signal, ending.signal]);
  // What is seen is no fact: a full disk, or a folder that went away, ends the keeping and nothing else.
  const work = keep(new Keeper(folder, search, signal), until).catch(() => {});
  return {
    end() {
      ending.abort();
      return work;
    },
  };
}

async function keep(keeper: Keeper, until: AbortSignal): Promise<void> {
  await keeper.begin();
  for (;;) {
    const last = until.aborted;
    await keeper.look(last);
    if (last) return;
    await sleep(keeper.pause(), undefined, { signal: until }).catch(() => {});
  }
}

class Keeper {
  readonly #output: string;
  readonly #file: string;
  readonly #signal: AbortSignal;
  readonly #search: OutputSearch | null;
  /** Bytes that the last mark covers. */
  #covered = 0;
  /** When the first of those who followed began; milliseconds. */
  #since = Date.now();
  /** Size at the last look; null before the first. */
  #looked: number | null = null;
  /** That we began goes with the first mark: most commands end without a word. */
  #begun = '';
  #created = false;

  constructor(folder: string, search: SecretSearch | null, signal: AbortSignal) {
    this.#output = join(folder, 'output');
    this.#file = join(folder, 'seen');
    this.#signal = signal;
    this.#search = search && new OutputSearch(this.#output, search);
  }

  /** Goes on where somebody else stopped. */
  async begin(): Promise<void> {
    const kept = await readSeen(this.#file);
    if (!kept) return;
    this.#signal.throwIfAborted();
    this.#covered = kept.marks.at(-1)?.size ?? 0;
    this.#since = kept.marks[0]?.at ?? this.#since;
    if (fs.statSync(this.#file).size > kept.goodBytes) fs.truncateSync(this.#file, kept.goodBytes);
  }

  /** Milliseconds to the next look. */
  pause(): number {
    return pauseAt(Date.now() - this.#since);
  }

  /** Keeps what came since the last time; `last`: nobody will look again. */
  async look(last: boolean): Promise<void> {
    this.#signal.throwIfAborted();
    const size = await sizeOf(this.#output);
    const at = Date.now();
    const first = this.#looked === null;
    if (size === this.#looked && !last) return;
    this.#looked = size;
    const { masks, upTo } = (await this.#through(size, last)) ?? (await this.#anew(at, size, last));
    const mark = markLine({ at, size: upTo, ...(first && { began: true }) });
    if (upTo > this.#covered) this.#write(masks.map(maskLine).join('') + mark);
    else if (first) this.#begun = mark;
    this.#covered = upTo;
  }

  /** What stands in the bytes since the last mark; null when those before it are not there any more. */
  async #through(size: number, last: boolean): Promise<Found | null> {
    if (size < this.#covered) return null;
    return this.#search ? this.#search.look(this.#covered, size, last) : { masks: [], upTo: size };
  }

  /** The command emptied its output. */
  async #anew(at: number, size: number, last: boolean): Promise<Found> {
    this.#write(markLine({ at, size: 0 }));
    this.#covered = 0;
    return (await this.#through(size, last)) ?? { masks: [], upTo: 0 };
  }

  #write(lines: string): void {
    this.#signal.throwIfAborted();
    if (!this.#created) create(this.#file);
    this.#created = true;
    append(this.#file, this.#begun + lines);
    this.#begun = '';
  }
}

/** With the modes of the other files of the folder, unless it is there. */
function create(file: string): void {
  if (fs.existsSync(file)) return;
  const shared = (fs.statSync(dirname(file)).mode & 0o2777) === sharedFolder;
  fs.closeSync(fs.openSync(file, 'wx', 0o600));
  if (shared) fs.chmodSync(file, 0o660);
}

/** Never makes it anew: without its first lines the others would mislead. */
function append(file: string, lines: string): void {
  const fd = fs.openSync(file, fs.constants.O_WRONLY | fs.constants.O_APPEND);
  try {
    fs.writeFileSync(fd, lines);
  } finally {
    fs.closeSync(fd);
  }
}
