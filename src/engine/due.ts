import { type Check, dueCheck } from '../../machines/checks.ts';
import type { RunState } from '../../machines/state.ts';
import type { Plan } from '../plan/types.ts';

/** The checks that should run by themselves, less those that could not: they would be refused for ever. */
export class DueChecks {
  readonly #plan: Plan;
  #refused: Record<string, string> = {};
  #variables: object = {};

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** The next one, or null. What was refused is due again once a variable changes. */
  next(state: RunState): Check | null {
    const { context } = state;
    if (context.variables !== this.#variables) this.#refused = {};
    this.#variables = context.variables;
    // As if they had been run once: nothing else may keep the others waiting.
    const checks = { ...context.checks, ...this.#refused };
    return dueCheck(this.#plan, { ...state, context: { ...context, checks } });
  }

  /** It could not be started. */
  refuse(check: Check): void {
    this.#refused[check.item] = '';
  }
}
