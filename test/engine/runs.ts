import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RunState } from '../../machines/state.ts';
import type { Engine, Intent, OperatorFact } from '../../src/engine/types.ts';
import { compile } from '../../src/plan/compile.ts';
import { rehearsalEnvironment } from '../../src/plan/environment.ts';
import type { Environment, Plan } from '../../src/plan/types.ts';
import type { JournalFile } from '../../src/store/types.ts';
import { openRun, type RunOnDisk } from './open-run.ts';

/** One run in a folder of its own: a real journal, real jobs, no screen. */
export interface TestRun {
  folder: string;
  plan: Plan;
  environment: Environment;
  /** Opens the engine as a cockpit would, each time on what the disk holds. */
  open(operator?: string): Promise<Opened>;
}

export interface Opened {
  engine: Engine;
  journal: JournalFile;
  /** Sends an intent that must be accepted. */
  does(intent: Intent): Promise<void>;
  /** Records a fact that must be accepted. */
  states(fact: OperatorFact): Promise<void>;
  /** Resolves once the state is as wanted; fails with the story so far. */
  until(wanted: (state: RunState) => boolean): Promise<RunState>;
  /** Entry types so far, the opening ones left out. */
  story(): string[];
  /** Ends this process's part, as a cockpit that is killed would: what is under way is lost to it. */
  leave(): void;
}

const opening = new Set(['run.created', 'helm.taken', 'helm.released']);

/** Creates a run of a plan written in Markdown, on the first of December 2026; `world`: what is beyond the run. */
export function createRun(
  markdown: string,
  changes: Partial<Environment> = {},
  secrets: Record<string, string> = {},
  world: Pick<RunOnDisk, 'reach' | 'now'> = {},
): TestRun {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-engine-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const environment = { ...rehearsalEnvironment, ...changes };
  const { plan } = compile(markdown, { path: 'plan.md', environment });
  const open = async (operator?: string): Promise<Opened> => {
    const run = { folder, plan, environment, secrets, ...world };
    const { engine, journal } = await openRun(run, operator);
    onTestFinished(() => {
      engine.close('detached');
      journal.close();
    });
    return opened(engine, journal);
  };
  return { folder, plan, environment, open };
}

function opened(engine: Engine, journal: JournalFile): Opened {
  const does = async (intent: Intent): Promise<void> => {
    const result = await engine.act(intent);
    if (!result.done) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  };
  return {
    engine,
    journal,
    does,
    states: fact => does({ type: 'record', fact }),
    until: wanted => until(engine, wanted),
    story: () => engine.entries().flatMap(({ type }) => (opening.has(type) ? [] : [type])),
    leave() {
      journal.close();
      engine.close('terminal-lost');
    },
  };
}

/** A job that does not end by then never will. Milliseconds. */
const patience = 20_000;

function until(engine: Engine, wanted: (state: RunState) => boolean): Promise<RunState> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!wanted(engine.state())) return;
      finish();
      resolve(engine.state());
    };
    const stop = engine.subscribe(look);
    const timer = setTimeout(() => {
      finish();
      const story = engine.entries().map(entry => JSON.stringify(entry));
      reject(new Error(`waited in vain; the journal says\n${story.join('\n')}`));
    }, patience);
    const finish = (): void => {
      clearTimeout(timer);
      stop();
    };
    look();
  });
}
