/** Drives the real fold along a plan, by hand or through the choices that the view offers. */
import { checksOf } from '../../machines/checks.ts';
import type { Entry, Fact } from '../../machines/entries.ts';
import { createFold, type Folded } from '../../src/journal/fold.ts';
import type { Plan } from '../../src/plan/types.ts';
import { nothingAround } from '../../src/view/around.ts';
import { noHistory } from '../../src/view/history.ts';
import { intentOf } from '../../src/view/intent.ts';
import { screenView } from '../../src/view/screen.ts';
import type { Answers, Choice, ChoiceId, ScreenView, ViewInput } from '../../src/view/types.ts';

const operator = 'ops@bastion';

export class Journey {
  readonly plan: Plan;
  readonly entries: Entry[] = [];
  /** Milliseconds since the epoch. */
  now: number;
  more: Partial<ViewInput> = {};
  readonly #fold: ReturnType<typeof createFold>;
  #folded: Folded;

  /** Created and with the helm taken at `at` (ISO 8601), J being `date`. */
  constructor(plan: Plan, at: string, date = at.slice(0, 10)) {
    this.plan = plan;
    this.now = Date.parse(at);
    this.#fold = createFold(plan);
    this.#folded = this.#fold.initial();
    this.say({
      type: 'run.created',
      version: 1,
      run: 'run-1',
      plan: { title: plan.title, fingerprint: plan.fingerprint, path: 'plan.md' },
      environment: { name: 'production', fingerprint: 'e', protected: true },
      date,
      timezone: plan.timezone,
      pace: 'step',
      variables: { version: 'v1.0.0' },
      program: '0.1.0',
    });
    this.say({
      type: 'helm.taken',
      helm: { operator: 'ops', host: 'bastion', pid: 1, terminal: '' },
    });
  }

  /** Sets the clock, `HH:MM[:SS]` of the day it is, in UTC. */
  at(time: string): this {
    this.now = Date.parse(`${new Date(this.now).toISOString().slice(0, 10)}T${time}Z`);
    return this;
  }

  /** Journals a fact, which the machine must take. */
  say(fact: Fact): this {
    const at = new Date(this.now).toISOString();
    const entry = { ...fact, seq: this.entries.length, at, by: operator } as Entry;
    const next = this.#fold.next(this.#folded, entry);
    if (next.ignored) throw new Error(`refused: ${JSON.stringify(fact)} at ${this.state.current}`);
    this.entries.push(entry);
    this.#folded = next;
    return this;
  }

  get state() {
    return this.#fold.toState(this.#folded);
  }

  get input(): ViewInput {
    return {
      plan: this.plan,
      state: this.state,
      entries: this.entries,
      away: [],
      now: this.now,
      language: 'fr',
      ascii: false,
      operator,
      schedule: 'absolute',
      observer: false,
      history: noHistory,
      around: nothingAround,
      ...this.more,
    };
  }

  get view(): ScreenView {
    return screenView(this.input);
  }

  choice(id: ChoiceId): Choice {
    const found = this.view.choices.find(choice => choice.id === id);
    if (!found) throw new Error(`no choice ${id} at ${this.state.current}`);
    return found;
  }

  /** Makes a choice as the cockpit would; `start` and `cancel` become the entries the engine would journal. */
  choose(id: ChoiceId, answers: Answers = {}): this {
    return this.make(this.choice(id), answers);
  }

  make(choice: Choice, answers: Answers): this {
    const intent = intentOf(choice, answers, this.input);
    if (intent.type === 'record') return this.say(intent.fact);
    if (intent.type === 'start') return this.start(intent.step);
    if (intent.type === 'adhoc') return this.beside({ adhoc: intent.script });
    if (intent.type === 'check') return this.beside({ check: intent.item });
    if (intent.type === 'each') {
      for (const fact of intent.facts) this.say(fact);
      return this;
    }
    if (intent.type === 'send') {
      return this.say({ ...intent, type: 'message.queued', delivery: `d${this.entries.length}` });
    }
    if (intent.type === 'measure') return this;
    const { liveJob, aside, jobs } = this.state.context;
    const job = (intent.aside ? aside : liveJob)!;
    return this.say({
      type: 'job.cancelled',
      job,
      step: jobs[job]!.step,
      reason: intent.reason,
    });
  }

  /** Starts a job beside the plan, as the engine would. */
  beside(what: { adhoc: string } | { check: string }): this {
    const check = 'check' in what ? checksOf(this.plan).get(what.check)! : null;
    return this.say({
      type: 'job.started',
      job: `job-${this.entries.length}`,
      step: check?.step ?? this.state.current ?? 'validation',
      command: check ? 0 : -1,
      attempt: 1,
      script: 'abc',
      host: 'app1',
      ...(check?.proof && { proof: true }),
      ...what,
    });
  }

  /** The job beside the plan ends now. */
  besideExit(code = 0, more: Partial<Extract<Fact, { type: 'job.exited' }>> = {}): this {
    const job = this.state.context.aside!;
    const { step } = this.state.context.jobs[job]!;
    const exitedAt = new Date(this.now).toISOString();
    const exited = {
      type: 'job.exited',
      job,
      step,
      code,
      ok: code === 0,
      size: 0,
      exitedAt,
    } as const;
    return this.say({ ...exited, ...more });
  }

  start(step: string): this {
    const { command = 0, jobs = [] } = this.state.context.steps[step] ?? {};
    const all = this.plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
    const found = [...all, ...(this.plan.rollback?.steps ?? [])].find(one => one.id === step)!;
    const runnable = found.commands.filter(one => one.runnable && !one.attributes.sample);
    return this.say({
      type: 'job.started',
      job: `job-${this.entries.length}`,
      step,
      command: runnable[command]!.index,
      attempt: jobs.length + 1,
      script: 'abc',
      host: 'app1',
    });
  }

  /** The running command ends now. */
  exit(code = 0, more: Partial<Extract<Fact, { type: 'job.exited' }>> = {}): this {
    const { liveJob, jobs } = this.state.context;
    const { step } = jobs[liveJob!]!;
    const exitedAt = new Date(this.now).toISOString();
    const ok = code === 0;
    return this.say({
      type: 'job.exited',
      job: liveJob!,
      step,
      code,
      ok,
      size: 0,
      exitedAt,
      ...more,
    });
  }

  row(key: string) {
    const row = this.view.tree.find(one => one.key === key);
    if (!row) throw new Error(`no row ${key}`);
    return row;
  }

  /** Does the current step the shortest way, whatever it is. */
  pass(): this {
    const step = this.state.current!;
    const status = this.state.statusOf(step);
    if (status === 'reviewing') return this.choose('go', { reason: 'vu' });
    const primary = this.view.choices.find(choice => choice.primary)!;
    if (primary.id !== 'start') return this.make(primary, { reason: 'vu' });
    this.make(primary, {});
    return this.exit(
      0,
      'backup' in this.state.context.variables ? {} : { captured: { backup: 'b1' } },
    );
  }

  /** Passes every step up to this one, whose turn it then is. */
  until(step: string): this {
    for (let guard = 0; guard < 10_000 && this.state.current !== step; guard += 1) this.pass();
    if (this.state.current !== step) throw new Error(`never came to ${step}`);
    return this;
  }
}

/** At the beginning of the small plan's J, in UTC: 06:00 in Paris in winter. */
export const winterMorning = '2026-12-01T05:00:00.000Z';
