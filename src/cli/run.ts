import { basename } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { journalVersion, type RunEvidence } from '../../machines/entries.ts';
import { allSteps, runnableCommands } from '../../machines/plan-steps.ts';
import type { CliWords } from '../locale/cli.ts';
import type { Environment, Pace, Plan } from '../plan/types.ts';
import { storeHome } from '../store/home.ts';
import { identity } from '../store/identity.ts';
import { openJournal } from '../store/journal-file.ts';
import { createRunFolder, runPaths } from '../store/run-folder.ts';
import { provenRuns } from './around/evidence.ts';
import { confirmProtected } from './confirm-protected.ts';
import { type DriveOptions, drive, mustBeDrivable } from './drive.ts';
import { CliFailure, exitCodes, say } from './failure.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import {
  type EnvironmentChoice,
  type EnvironmentSource,
  readEnvironmentOf,
} from './plan-source.ts';
import { preflight } from './preflight.ts';
import type { CommandInput } from './program.ts';
import { type Proof, proofsOf, unprovedPrerequisites } from './proofs.ts';
import { countOf, reportDiagnostics } from './report-diagnostics.ts';
import { planOfRun } from './run-status.ts';
import { resolveSecrets } from './secrets.ts';
import { openSession, textFingerprint } from './session.ts';
import { askedSettings, settledVariables } from './settle-variables.ts';
import { traitsOf } from './traits.ts';

export interface RunOptions extends EnvironmentChoice, DriveOptions {
  date?: string;
  set: string[];
  confirm?: string;
  waive?: string;
  pace?: Pace;
}

/** `bascule run`: creates a run and drives it. Nothing is created from a plan with errors. */
export async function run(input: CommandInput<RunOptions>, given = '.'): Promise<number> {
  const { options } = input;
  const traits = traitsOf(options);
  const ready = runnablePlan(given, input);
  const { plan, environment, words, language } = ready;
  mustBeDrivable(options, traits, words);
  if (environment.protected && options.unattended) {
    throw new CliFailure(words.run.protectedUnattended(environment.name));
  }
  if (options.unattended) refuseInteractive(plan, words);
  await preflight(words);
  const asks = traits.interactive && !options.unattended;
  const settings = asks ? await askedSettings(plan, environment, options.set, words) : options.set;
  const variables = settledVariables(plan, environment, settings, words);
  const home = storeHome(process.env, options.home);
  const proven = environment.protected ? await provenRuns(home, plan) : [];
  const proof = proofsOf(proven, plan, environment, options.waive, words);
  if (environment.protected) sayWhatIsOwed(proven, plan, environment, words);
  await confirmProtected(environment, options, traits, words);
  resolveSecrets(environment, words);
  // Whatever its file says, a protected environment starts step by step.
  const pace = options.pace ?? (environment.protected ? 'step' : environment.pace);
  const date = dayOf(options.date, plan.timezone, words);
  const folder = createRun(ready, { home, variables, proof, pace, date, version: input.version });
  const { interactive } = traits;
  const session = await openSession(folder, planOfRun(folder), {
    takeOver: false,
    interactive,
    words,
  });
  return drive({ session, options, words, language, traits, home: options.home });
}

/** Named before the question: the prerequisites that no earlier run proves, and how many people owe. */
function sayWhatIsOwed(
  proven: readonly RunEvidence[],
  plan: Plan,
  environment: Environment,
  words: CliWords,
): void {
  const unproved = unprovedPrerequisites(proven, plan, environment);
  if (unproved.length > 0) say(words.run.prerequisitesUnproved(unproved));
  const all = plan.prerequisites.flatMap(group => group.items);
  const others = all.filter(item => !item.evidence);
  if (others.length > 0) say(words.run.prerequisitesOwed(others.length));
}

/** Better known now than in the middle of a maintenance window. @throws {CliFailure} */
function refuseInteractive(plan: Plan, words: CliWords): void {
  const talking = allSteps(plan).filter(step =>
    runnableCommands(step).some(({ attributes }) => attributes.interactive),
  );
  if (talking.length === 0) return;
  throw new CliFailure(words.run.interactiveUnattended(talking.map(({ id }) => id).join(', ')));
}

interface ReadyPlan extends Omit<LoadedPlan, 'environment'> {
  environment: Environment;
  environmentSource: EnvironmentSource;
}

/** The plan and its environment, without errors. @throws {CliFailure} after saying all of them. */
function runnablePlan(given: string, input: CommandInput<RunOptions>): ReadyPlan {
  const { options } = input;
  const loaded = loadPlan(given, options, input);
  const { words, environment: source } = loaded;
  // Without a name there is nothing to run in: this says which names there are.
  if (source === null) readEnvironmentOf(loaded.source, options, loaded.language, words);
  if (source?.environment && countOf(loaded.diagnostics).error === 0) {
    return { ...loaded, environment: source.environment, environmentSource: source };
  }
  reportDiagnostics(loaded, { color: traitsOf(options).color, shown: ['error'] });
  throw new CliFailure(words.check.blocked, '', exitCodes.planInvalid);
}

interface Creation {
  home: string;
  variables: Record<string, string>;
  proof: Proof | undefined;
  pace: Pace;
  date: string;
  version: string;
}

/** Builds the run's folder and writes its first entry. Gives the folder. */
function createRun(ready: ReadyPlan, creation: Creation): string {
  const { source, plan, environment, environmentSource, words } = ready;
  const { home, variables, proof, pace, date } = creation;
  const name = { date, slug: source.slug, environment: environment.name };
  const copies = { plan: source.text, environment: environmentSource.text };
  const folder = createRunFolder(home, name, copies);
  const journal = openJournal(runPaths(folder).journal, { createIfMissing: true });
  const { operator, host } = identity();
  const fingerprint = textFingerprint(environmentSource.text);
  journal.append(
    {
      type: 'run.created',
      version: journalVersion,
      run: basename(folder),
      plan: { title: plan.title, fingerprint: plan.fingerprint, path: source.path },
      environment: { name: environment.name, fingerprint, protected: environment.protected },
      date,
      timezone: plan.timezone,
      pace,
      variables,
      program: `bascule ${creation.version}`,
      ...(proof ? { proof } : {}),
    },
    `${operator}@${host}`,
  );
  journal.close();
  say(words.run.created(basename(folder)));
  return folder;
}

function dayOf(given: string | undefined, timezone: string, words: CliWords): string {
  if (given === undefined) return Temporal.Now.plainDateISO(timezone).toString();
  try {
    return Temporal.PlainDate.from(given, { overflow: 'reject' }).toString();
  } catch {
    throw new CliFailure(words.run.badDate(given));
  }
}
