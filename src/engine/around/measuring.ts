/** Measures the metrics that are due, or asked for, beside everything else. */
import type { Fact } from '../../../machines/entries.ts';
import type { RunState } from '../../../machines/state.ts';
import { probeOfMetric } from '../../plan/probed-metric.ts';
import { verdictOf } from '../../plan/quantities/verdict.ts';
import type { Environment, Metric, Plan, Probe } from '../../plan/types.ts';
import type { Measured, Probes } from '../../probes/types.ts';
import { plainMasked } from '../outcome/secrets.ts';
import { type DueMeasure, dueMeasures, isTimeForBaseline } from './due-measures.ts';
import { type Revealing, revealedProbe } from './reveal.ts';

export interface MeasuringOptions extends Revealing {
  plan: Plan;
  environment: Environment;
  probes: Probes;
  state(): RunState;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Journals what was found. */
  observe(fact: Fact): void;
}

/** Milliseconds between two looks at what is due. */
const pace = 1000;

export class Measuring {
  readonly #options: MeasuringOptions;
  readonly #closing = new AbortController();
  readonly #underWay = new Set<string>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: MeasuringOptions) {
    this.#options = options;
  }

  /** Looks at what is due now, and from now on. Without probes there is nothing to look at. */
  begin(): void {
    if (Object.keys(this.#options.environment.probes).length === 0) return;
    this.#timer = setInterval(() => this.look(), pace);
    this.#timer.unref();
    this.look();
  }

  look(): void {
    const { plan, environment, state, now } = this.#options;
    if (this.#timer === undefined) return;
    for (const due of dueMeasures(plan, environment, state(), now())) this.measure(due);
  }

  /** A baseline is being taken: it would be worth nothing once the window is open. */
  get takesBaseline(): boolean {
    return [...this.#underWay].some(name => name.startsWith('baseline '));
  }

  /** Measures once; false when nothing measures this metric. One at a time for each. */
  measure(due: DueMeasure): boolean {
    const probe = probeOfMetric(this.#options.environment, due.metric);
    if (!probe) return false;
    const name = `${due.as} ${due.metric.id}`;
    if (this.#underWay.has(name)) return true;
    this.#underWay.add(name);
    void this.#measure(due, probe, name);
    return true;
  }

  /** Begins nothing more by itself; what is under way is still journaled. */
  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  close(): void {
    this.rest();
    this.#closing.abort();
  }

  async #measure({ metric, as }: DueMeasure, probe: Probe, name: string) {
    const { plan, environment, state, now } = this.#options;
    const found = await this.#look(probe);
    // First: whoever waits for it looks again when it is journaled.
    this.#underWay.delete(name);
    if (this.#closing.signal.aborted) return;
    if (as === 'baseline' && !isTimeForBaseline(plan, environment, state(), now())) return;
    this.#options.observe(this.#factOf(metric, as, probe.type, found));
  }

  async #look(probe: Probe): Promise<Measured> {
    try {
      const ready = revealedProbe(probe, this.#options);
      return await this.#options.probes.measure(ready, this.#closing.signal);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, why: 'failed', detail };
    }
  }

  #factOf(
    { id, threshold }: Metric,
    as: DueMeasure['as'],
    source: 'http' | 'prometheus' | 'command',
    found: Measured,
  ): Fact {
    const secrets = Object.values(this.#options.secrets);
    const detail = plainMasked(found.detail, secrets);
    if (!found.ok) return { type: 'metric.failed', metric: id, as, why: found.why, detail };
    const { value, samples } = found;
    const unit = found.unit || (threshold?.unit ?? '');
    const verdict = verdictOf(threshold, value, unit);
    const what = { metric: id, value, unit, verdict, source, as, samples, note: detail } as const;
    return { type: 'metric.measured', ...what };
  }
}
