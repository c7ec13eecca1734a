/** The outputs of a run as they stood at some moment of it. */
import type { Entry } from '../../../machines/entries.ts';
import type { OutputRemark } from '../../engine/types.ts';
import type { Seen } from '../../jobs/types.ts';
import type { Outputs } from '../outputs.ts';
import { type JobEnd, jobEndsOf, toldOf } from './job-ends.ts';
import { type OutputThen, outputThen } from './output-then.ts';

/** Jobs whose marks are read at once. */
const together = 16;

/** The run's time, in milliseconds since the epoch. Asked for when it is needed: it goes on while a disk is read. */
type Now = () => number;

export class JobOutputs {
  readonly #outputs: Outputs;
  readonly #ends: ReadonlyMap<string, JobEnd>;
  readonly #jobs: readonly string[];
  readonly #seen = new Map<string, Promise<Seen | null>>();
  readonly #remarks = new Map<string, OutputRemark | null>();

  /** @param instants when each of the entries happened */
  constructor(outputs: Outputs, entries: readonly Entry[], instants: readonly number[]) {
    this.#outputs = outputs;
    this.#ends = jobEndsOf(entries, instants);
    this.#jobs = entries.flatMap(entry => (entry.type === 'job.started' ? entry.job : []));
  }

  /** When any of them was seen to grow, in no order; what cannot be read was not seen. */
  async marks(signal: AbortSignal): Promise<number[]> {
    const marks: number[] = [];
    for (let at = 0; at < this.#jobs.length && !signal.aborted; at += together) {
      const some = this.#jobs.slice(at, at + together).map(job => this.#seenOf(job));
      for (const seen of await Promise.all(some)) {
        for (const mark of seen?.marks ?? []) marks.push(mark.at);
      }
    }
    return marks;
  }

  /** @param end of the run, milliseconds since the epoch */
  async size(job: string, now: Now, end: number): Promise<number> {
    return (await this.#then(job, now, end)).size;
  }

  async read(
    job: string,
    { offset, bytes }: { offset: number; bytes: number },
    now: Now,
    end: number,
  ): Promise<Buffer> {
    const { size } = await this.#then(job, now, end);
    return this.#outputs.read(job, offset, Math.max(0, Math.min(bytes, size - offset)));
  }

  /** What the last `size` is not. */
  remark(job: string): OutputRemark | null {
    return this.#remarks.get(job) ?? null;
  }

  async #then(job: string, now: Now, end: number): Promise<OutputThen> {
    const seen = await this.#seenOf(job);
    const whole = await this.#outputs.size(job);
    const then = outputThen(toldOf(this.#ends.get(job), seen, end), whole, now());
    this.#remarks.set(job, ofTheFile(this.#outputs.remark(job)) ?? then.remark);
    return then;
  }

  #seenOf(job: string): Promise<Seen | null> {
    const known = this.#seen.get(job) ?? this.#outputs.seen(job).catch(() => null);
    this.#seen.set(job, known);
    return known;
  }
}

/** What holds whatever the time; when bytes came is told here. */
function ofTheFile(remark: OutputRemark | null): OutputRemark | null {
  return remark?.why === 'withheld' || remark?.why === 'missing' ? remark : null;
}
