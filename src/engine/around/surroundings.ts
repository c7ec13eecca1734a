/** What the engine does about messages, metrics and approvals, beside the commands. */
import type { Fact, FactOf } from '../../../machines/entries.ts';
import type { RunState } from '../../../machines/state.ts';
import type { Channels } from '../../channels/types.ts';
import type { Environment, Plan } from '../../plan/types.ts';
import type { Probes } from '../../probes/types.ts';
import { plainMasked } from '../outcome/secrets.ts';
import type { Beside, Intent, IntentResult, Refusal } from '../types.ts';
import { approvalFact, type GivenApproval } from './approving.ts';
import { Deliveries, lostDeliveries } from './deliveries.ts';
import { Measuring } from './measuring.ts';
import type { Revealing } from './reveal.ts';

/** Who reaches the world; without them nothing leaves and nothing is measured. */
export interface Reach {
  channels: Channels;
  probes: Probes;
}

export interface SurroundingsOptions extends Revealing {
  plan: Plan;
  environment: Environment;
  reach: Reach | null;
  state(): RunState;
  now(): number;
  observe(fact: Fact): void;
}

type Sending = Extract<Intent, { type: 'send' }>;

export class Surroundings implements Beside {
  readonly #options: SurroundingsOptions;
  readonly #deliveries: Deliveries | null;
  readonly #measuring: Measuring | null;
  /** Files that were said not to count. */
  readonly #said = new Set<string>();
  #leaving = false;
  #given: readonly GivenApproval[] = [];

  constructor(options: SurroundingsOptions) {
    this.#options = options;
    const { reach } = options;
    this.#deliveries = reach && new Deliveries({ ...options, ...reach });
    this.#measuring = reach && new Measuring({ ...options, ...reach });
  }

  /** To be called once the helm is journaled: what was under way before is doubted, what is due is measured. */
  begin(): void {
    for (const fact of lostDeliveries(this.#options.state())) this.#options.observe(fact);
    this.#measuring?.begin();
  }

  /** After each entry: a measure may be due, an approval may count now. */
  look(): void {
    this.#measuring?.look();
    this.#approve();
  }

  get takesBaseline(): boolean {
    return this.#measuring?.takesBaseline ?? false;
  }

  /** The decision to send, to be journaled first; or why not. */
  sending(intent: Sending, delivery: string): FactOf<'message.queued'> | Refusal {
    const { environment } = this.#options;
    if (!this.#deliveries || !Object.hasOwn(environment.channels, intent.channel)) {
      return { code: 'no-channel', detail: intent.channel };
    }
    return { ...intent, type: 'message.queued', delivery };
  }

  send(fact: FactOf<'message.queued'>): void {
    this.#deliveries?.send(fact);
  }

  /** Measures these metrics now; why not, when nothing measures any of them. */
  measure(ids: readonly string[]): IntentResult {
    const metrics = this.#options.plan.metrics.flatMap(group => group.items);
    const wanted = metrics.filter(({ id }) => ids.includes(id));
    const begun = wanted.filter(metric => this.#measuring?.measure({ metric, as: 'watch' }));
    if (begun.length > 0) return { done: true };
    return { done: false, refusal: { code: 'no-probe', detail: ids.join(', ') } };
  }

  /** What lies in the run's folder now; each counts once, when its step comes. */
  approvals(given: readonly GivenApproval[]): void {
    this.#given = given;
    this.#approve();
  }

  /** Whoever drives is about to leave: nothing begins by itself any more. */
  get leaving(): boolean {
    return this.#leaving;
  }

  async settle(patience: number): Promise<void> {
    this.#leaving = true;
    this.#measuring?.rest();
    await this.#deliveries?.settle(patience);
  }

  close(): void {
    this.#given = [];
    this.#deliveries?.close();
    this.#measuring?.close();
  }

  #approve(): void {
    const { plan, environment, state, observe } = this.#options;
    for (const given of this.#given) {
      const found = approvalFact(plan, environment, state(), this.#discreet(given));
      const fact = typeof found === 'string' ? this.#remark(given, found) : found;
      // One that the journal took and the machine did not would be journaled for ever.
      if (!fact || !state().can(fact)) continue;
      // Whatever is journaled has the others looked at again.
      observe(fact);
      return;
    }
  }

  /** Whoever approves may know a secret as well, and quote it. */
  #discreet(given: GivenApproval): GivenApproval {
    const { note } = given;
    if (note === undefined) return given;
    return { ...given, note: plainMasked(note, Object.values(this.#options.secrets)) };
  }

  /** The note that a file does not count, once for each; null for what needs no word. */
  #remark({ person, step, at }: GivenApproval, why: string): FactOf<'note.added'> | null {
    if (why !== 'own' && why !== 'not-allowed') return null;
    const text = `approval-ignored ${why} ${person}`;
    const name = `${text} ${step} ${at}`;
    const { notes } = this.#options.state().context;
    // Said since the file was made: by this engine, or by one before it.
    const isSaid = notes.some(note => note.text === text && note.step === step && note.at >= at);
    if (isSaid || this.#said.has(name)) return null;
    this.#said.add(name);
    return { type: 'note.added', text, step };
  }
}
