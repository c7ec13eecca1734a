/** What starts by itself after an entry: the step that was decided to, the checks that are due. */
import type { Entry } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { Plan } from '../plan/types.ts';
import { DueChecks } from './due.ts';
import { startsByItself, stillWaitsForProof } from './pace.ts';
import { type Start, startOfCheck, startOfStep } from './starting/start.ts';
import type { IntentResult } from './types.ts';

export interface SelfStartOptions {
  plan: Plan;
  state(): RunState;
  now(): Parameters<typeof startOfStep>[0];
  /** Starts it in the program's name. */
  begin(start: Start): IntentResult;
}

export class SelfStart {
  readonly #options: SelfStartOptions;
  readonly #due: DueChecks;
  /** The step that did not start by itself for want of a proof alone. */
  #waiting: string | null = null;

  constructor(options: SelfStartOptions) {
    this.#options = options;
    this.#due = new DueChecks(options.plan);
  }

  after(entry: Entry): void {
    this.#goOn(entry);
    this.#check();
  }

  /** Starts the step that was decided to start by itself, now or as soon as the rollback is proved. */
  #goOn(entry: Entry): void {
    const { plan, state, begin, now } = this.#options;
    if (!stillWaitsForProof(state(), entry)) this.#waiting = null;
    const next = startsByItself(plan, state(), entry) ?? this.#waiting;
    if (next === null) return;
    const result = begin(startOfStep(now(), next));
    this.#waiting = !result.done && result.refusal.code === 'not-ready' ? next : null;
  }

  /** Starts the check that is due, if any; one that cannot start keeps no other from it. */
  #check(): void {
    const { state, begin, now } = this.#options;
    for (;;) {
      const check = this.#due.next(state());
      if (!check) break;
      if (begin(startOfCheck(now(), check.item)).done) return;
      this.#due.refuse(check);
    }
    // With nothing left to look at, no proof will come by itself.
    if (state().context.aside === null) this.#waiting = null;
  }
}
