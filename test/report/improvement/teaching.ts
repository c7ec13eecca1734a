/** Plans written for the tests, runs of them, and what these teach; real git applies it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runnableOf } from '../../../machines/commands.ts';
import type { Fact } from '../../../machines/entries.ts';
import { allSteps } from '../../../machines/plan-steps.ts';
import { compile } from '../../../src/plan/compile.ts';
import type { Step } from '../../../src/plan/types.ts';
import { improvementOf } from '../../../src/report/model/improvement.ts';
import type { Improvement } from '../../../src/report/types.ts';
import type { ViewInput } from '../../../src/view/types.ts';
import { Journey } from '../../view/journey.ts';

const helm = { operator: 'ops', host: 'bastion', pid: 1, terminal: '/dev/pts/1' };

/** A run of a plan's source, at a terminal, with words for what happens most. */
export class Run extends Journey {
  readonly source: string;

  /** Created at this time of the first of December 2026, UTC. */
  constructor(source: string, at: string, language: ViewInput['language'] = 'fr') {
    super(compile(source, { path: 'plan.md' }).plan, `2026-12-01T${at}:00Z`);
    this.source = source;
    this.more = { language };
    this.leaves().comes();
  }

  leaves(): this {
    return this.say({ type: 'helm.released', why: 'detached' });
  }

  comes(more: Partial<typeof helm> = {}): this {
    return this.say({ type: 'helm.taken', helm: { ...helm, ...more } });
  }

  /** Facts, each at its time of day. */
  tells(...facts: [at: string, fact: Fact][]): this {
    for (const [at, fact] of facts) this.at(at).say(fact);
    return this;
  }

  /** Starts the next command of a step, and ends it. */
  runs(step: string, from: string, to: string, ok = true): this {
    const job = `j${this.entries.length}`;
    const { jobs = [], command = 0 } = this.state.context.steps[step] ?? {};
    const index = allSteps(this.plan).find(({ id }) => id === step)!.commands[command]!.index;
    const about = { job, step, command: index, attempt: jobs.length + 1, script: 's', host: 'h' };
    const exitedAt = `2026-12-01T${to}Z`;
    return this.tells(
      [from, { type: 'job.started', ...about }],
      [to, { type: 'job.exited', job, step, code: ok ? 0 : 1, size: 1, exitedAt, ok }],
    );
  }

  /** Every step of the timeline as the plan wants it, this many minutes each, all boxes ticked. */
  goesThrough(minutes: number): this {
    for (let { current } = this.state; this.state.status === 'underway'; { current } = this.state) {
      const step = allSteps(this.plan).find(({ id }) => id === current)!;
      const from = this.now;
      this.now += minutes * 60_000;
      const at = (ms: number) => new Date(ms).toISOString().slice(11, 19);
      if (runnableOf(step).length > (this.state.context.steps[step.id]?.command ?? 0))
        this.runs(step.id, at(from), at(this.now));
      else this.say(doneBy(step));
    }
    return this;
  }

  teaches(name = 'plan.md'): Improvement {
    return improvementOf({ view: this.input, source: { text: this.source, name } });
  }

  /** The plan's source once git took the patch. */
  improved(): string {
    return appliedByGit(this.source, this.teaches().patch!);
  }
}

function doneBy({ id: step, kind }: Step): Fact {
  if (kind === 'gate') return { type: 'gate.passed', step };
  if (kind === 'milestone') return { type: 'milestone.reached', step };
  if (kind === 'checkpoint') return { type: 'checkpoint.passed', step, waiver: 'vu de loin' };
  return { type: 'step.confirmed', step, reason: 'cases vues de loin' };
}

/** The file once `git apply` took the patch in a repository of its own. */
export function appliedByGit(source: string, patch: string, name = 'plan.md'): string {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-patch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  execFileSync('git', ['init', '-q', folder], { env });
  execFileSync('git', ['apply', '-'], { cwd: folder, env, input: patch, stdio: 'pipe' });
  return readFileSync(file, 'utf8');
}

/** Durations as they were measured need not add up: the compiler is right to say so. */
const sums = new Set(['steps-exceed-phase', 'rollback-over-budget']);

/** What a patch must not harm: ids, titles and commands of the steps, phases, boxes, what the compiler thinks of it all. */
export function outlineOf(source: string) {
  const { plan, diagnostics } = compile(source, { path: 'plan.md' });
  return {
    steps: allSteps(plan).map(({ id, title, kind, commands }) => [
      id,
      title,
      kind,
      commands.length,
    ]),
    phases: plan.stages.flatMap(({ phases }) => phases.map(({ id, title }) => [id, title])),
    boxes: [plan.prerequisites, plan.checklist, plan.metrics].map(boxes => boxes.length),
    complaints: diagnostics.map(({ code }) => code).filter(code => !sums.has(code)),
  };
}
