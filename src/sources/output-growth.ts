import type { RunState } from '../../machines/state.ts';
import type { Outputs } from './outputs.ts';

/** Whether the outputs of what runs have grown since they were last looked at. */
export class OutputGrowth {
  readonly #outputs: Pick<Outputs, 'size'>;
  #sizes = new Map<string, number>();

  constructor(outputs: Pick<Outputs, 'size'>) {
    this.#outputs = outputs;
  }

  /** True when one of them has bytes that the look before had not; a first look knows of none. */
  async look({ context: { liveJob, aside } }: RunState): Promise<boolean> {
    const sizes = new Map<string, number>();
    for (const job of [liveJob, aside])
      if (job !== null) sizes.set(job, await this.#outputs.size(job));
    const before = this.#sizes;
    this.#sizes = sizes;
    return [...sizes].some(([job, size]) => size > (before.get(job) ?? size));
  }
}
