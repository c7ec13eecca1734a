import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { HelmHolder } from '../../machines/entries.ts';
import { createChannels } from '../channels/channels.ts';
import type { Reach } from '../engine/around/surroundings.ts';
import { openEngine } from '../engine/engine.ts';
import { type Ledger, openLedger } from '../engine/ledger.ts';
import { commandEnvironment, type Places, placed } from '../engine/starting/command-environment.ts';
import type { Engine } from '../engine/types.ts';
import { createJobs } from '../jobs/jobs.ts';
import { createFold } from '../journal/fold.ts';
import type { CliWords } from '../locale/cli.ts';
import type { Environment, Plan } from '../plan/types.ts';
import { createProbes } from '../probes/probes.ts';
import { identity } from '../store/identity.ts';
import { openJournal } from '../store/journal-file.ts';
import { createProgress } from '../store/progress.ts';
import { runPaths } from '../store/run-folder.ts';
import type { JournalFile } from '../store/types.ts';
import { followApprovals } from './around/approvals.ts';
import { CliFailure, exitCodes, say } from './failure.ts';
import { holdHelm } from './hold-helm.ts';
import { keepProgress, startingPoint } from './keep-progress.ts';
import type { RunPlan } from './run-status.ts';
import { resolveSecrets } from './secrets.ts';

/** A run with the helm in our hands. */
export interface Session {
  id: string;
  folder: string;
  plan: Plan;
  environment: Environment;
  engine: Engine;
  operator: HelmHolder;
  /** Where the plan's own scripts and documents are. */
  planFolder: string;
  /** Lets everything go: journal, helm. Jobs go on. */
  close(why: Parameters<Engine['close']>[0]): Promise<void>;
}

export interface SessionOptions {
  takeOver: boolean;
  /** May ask on the terminal. */
  interactive: boolean;
  words: CliWords;
  /** Milliseconds since the epoch; the machine's clock by default. */
  now?: () => number;
}

/** Milliseconds that a message under way is waited for before the run is left. */
const patience = 3000;

/** Takes the helm of a run and opens its engine. @throws {CliFailure} when it cannot be driven, with why. */
export async function openSession(
  folder: string,
  { plan, environment }: RunPlan,
  options: SessionOptions,
): Promise<Session> {
  const paths = runPaths(folder);
  const operator = identity();
  // Let go in the opposite order of taking, also when a later step of the opening fails.
  const held = new DisposableStack();
  try {
    const helm = await holdHelm(paths.helm, operator, options);
    held.defer(helm.release);
    const now = options.now ?? Date.now;
    const journal = readableJournal(paths.journal, options.words, now);
    held.defer(() => journal.close());
    const progressFile = createProgress(paths.progress);
    const fold = createFold(plan);
    const start = await startingPoint(progressFile, fold, journal, options.words);
    const ledger = openLedger(journal, fold, start);
    refuseChangedCopy(ledger, plan, options.words);
    const progress = keepProgress(progressFile, ledger, journal, fold);
    const places = { run: folder, plan: planFolder(ledger, folder) };
    const secrets = resolveSecrets(environment, options.words);
    const engine = await openEngine(
      {
        plan,
        environment,
        places,
        ledger,
        jobs: createJobs({ folder: paths.jobs }),
        helm: operator,
        secrets,
        base: process.env,
        node: process.execPath,
        now,
        reach: reachOf(environment, places, secrets, basename(folder)),
      },
      helm.from,
    );
    held.defer(followApprovals(engine, folder));
    const close = lettingGo(engine, progress, held);
    const where = { id: basename(folder), folder, planFolder: planFolder(ledger, folder) };
    return { ...where, plan, environment, engine, operator, close };
  } catch (error) {
    held.dispose();
    throw error;
  }
}

function lettingGo(
  engine: Engine,
  progress: ReturnType<typeof keepProgress>,
  held: DisposableStack,
): Session['close'] {
  return async why => {
    // What just left may still be answered; a terminal that is gone waits for nothing.
    if (why !== 'terminal-lost') await engine.around.settle(patience);
    engine.close(why);
    await progress.close();
    held.dispose();
  };
}

/** Channels and probes that are commands run where the plan's own do. */
function reachOf(
  environment: Environment,
  places: Places,
  secrets: Record<string, string>,
  run: string,
): Reach {
  const { env: base, execPath: node } = process;
  const about = { run, step: '', job: '' };
  const surroundings = {
    directory: placed(environment.directory, places),
    environment: commandEnvironment({ base, node, environment, places, secrets, ...about }),
  };
  return { channels: createChannels(surroundings), probes: createProbes(surroundings) };
}

function readableJournal(path: string, words: CliWords, now: () => number): JournalFile {
  const journal = openJournal(path, { now: () => new Date(now()) });
  if (journal.torn) say(words.resume.torn(journal.torn.bytes, journal.torn.keptIn));
  return journal;
}

/** The copy in the run's folder is what was agreed to; a changed one is another plan. */
function refuseChangedCopy(ledger: Ledger, plan: Plan, words: CliWords): void {
  const agreed = ledger.state().context.run?.fingerprint;
  if (agreed === plan.fingerprint) return;
  throw new CliFailure(words.resume.copyDamaged, '', exitCodes.planInvalid);
}

/** Where the plan's own scripts are: the folder it was read from when the run was created. */
function planFolder(ledger: Ledger, folder: string): string {
  const created = ledger.entries[0];
  return created?.type === 'run.created' ? dirname(created.plan.path) : folder;
}

/** sha256 of a text, hex. */
export function textFingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
