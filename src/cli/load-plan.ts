import { type CliWords, cliWords } from '../locale/cli.ts';
import { checkEnvironment } from '../plan/check-environment.ts';
import type { Diagnostic, Language, Plan } from '../plan/types.ts';
import {
  compilePlan,
  type EnvironmentChoice,
  type EnvironmentSource,
  type PlanSource,
  readEnvironmentOf,
  readPlan,
} from './plan-source.ts';
import type { CommandInput } from './program.ts';

/** A plan read and compiled with its environment, everything wrong with either, and the language to say it in. */
export interface LoadedPlan {
  source: PlanSource;
  plan: Plan;
  /** Null when none was asked for. */
  environment: EnvironmentSource | null;
  diagnostics: Diagnostic[];
  /** Flag, else locale, else the plan's own. */
  language: Language;
  words: CliWords;
}

/** Reads what the command line names. @throws {CliFailure} when there is no such plan or environment. */
export function loadPlan(
  given: string,
  choice: EnvironmentChoice,
  input: Pick<CommandInput<unknown>, 'language' | 'words'>,
): LoadedPlan {
  const source = readPlan(given, input.words);
  const bare = compilePlan(source, null, input.language);
  const language = input.language ?? bare.plan.language;
  const words = cliWords(language);
  if (choice.env === undefined && choice.envFile === undefined) {
    return { source, ...bare, environment: null, language, words };
  }
  const environment = readEnvironmentOf(source, choice, language, words);
  const { plan, diagnostics } = compilePlan(source, environment.environment, language);
  const all = [
    ...environment.diagnostics,
    ...betweenThem(plan, environment, language),
    ...diagnostics,
  ];
  return { source, plan, environment, diagnostics: all, language, words };
}

/** What the environment's file names that neither it nor the plan has. */
function betweenThem(
  plan: Plan,
  { environment, text, path }: EnvironmentSource,
  language: Language,
): Diagnostic[] {
  return environment ? checkEnvironment(plan, { environment, text, path }, language) : [];
}
