/** Sends what was decided to be sent: once, beside everything else, whatever the other end does. */
import type { Fact, FactOf } from '../../../machines/entries.ts';
import type { RunState } from '../../../machines/state.ts';
import type { Channels } from '../../channels/types.ts';
import type { Environment } from '../../plan/types.ts';
import { plainMasked } from '../outcome/secrets.ts';
import { type Revealing, revealedChannel } from './reveal.ts';

export interface DeliveriesOptions extends Revealing {
  environment: Environment;
  channels: Channels;
  /** Journals what became of a message. */
  observe(fact: Fact): void;
}

export class Deliveries {
  readonly #options: DeliveriesOptions;
  readonly #closing = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: DeliveriesOptions) {
    this.#options = options;
  }

  /** Sends one message that is journaled. */
  send(fact: FactOf<'message.queued'>): void {
    const work = this.#send(fact).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  /** Resolves once nothing is under way, or after `patience` milliseconds. */
  async settle(patience: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>(resolve => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([Promise.all(this.#underWay), enough]);
    clearTimeout(timer);
  }

  close(): void {
    this.#closing.abort();
  }

  async #send({ delivery, channel, subject, body }: FactOf<'message.queued'>): Promise<void> {
    const { observe, channels } = this.#options;
    const secrets = Object.values(this.#options.secrets);
    const outcome = await this.#ready(channel).then(
      ready => channels.send(ready, { id: delivery, subject, body }, this.#closing.signal),
      error => ({ sent: 'no', why: 'settings', detail: textOf(error) }) as const,
    );
    if (this.#closing.signal.aborted) return;
    const detail = plainMasked(outcome.detail, secrets);
    if (outcome.sent === 'yes') return observe({ type: 'message.sent', delivery, detail });
    const type = outcome.sent === 'no' ? 'message.failed' : 'message.doubted';
    observe({ type, delivery, why: outcome.why, detail });
  }

  async #ready(name: string) {
    const channel = this.#options.environment.channels[name];
    if (!channel) throw new Error(`channel ${name}`);
    return revealedChannel(channel, this.#options);
  }
}

/** What was under way when the run was last left: nobody knows whether it arrived. */
export function lostDeliveries({ context }: RunState): FactOf<'message.doubted'>[] {
  return Object.values(context.deliveries)
    .filter(({ status }) => status === 'queued')
    .map(({ id }) => ({ type: 'message.doubted', delivery: id, why: 'lost', detail: '' }));
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
