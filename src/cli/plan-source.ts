import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { CliWords } from '../locale/cli.ts';
import { compile } from '../plan/compile.ts';
import { readEnvironment, rehearsalEnvironment } from '../plan/environment.ts';
import type { Compilation, Diagnostic, Environment, Language } from '../plan/types.ts';
import { CliFailure, exitCodes } from './failure.ts';

/** A plan on disk, before it is compiled. */
export interface PlanSource {
  /** Absolute path of the Markdown file. */
  path: string;
  /** Absolute folder of the plan. */
  folder: string;
  /** Short name for run folders: the folder's name for `plan.md`, else the file's. */
  slug: string;
  text: string;
}

const largest = 64 * 1024 * 1024;

/** Finds and reads a plan: a Markdown file, or a folder with `plan.md`. @throws {CliFailure} */
export function readPlan(given: string, words: CliWords): PlanSource {
  const asked = resolve(given);
  const path = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'plan.md') : asked;
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new CliFailure(words.plan.missing(given), words.plan.missingRemedy);
  }
  const { size } = statSync(path);
  if (size > largest) {
    const mib = Math.round(size / 1024 / 1024);
    throw new CliFailure(words.plan.tooLarge(given, mib), '', exitCodes.planInvalid);
  }
  const folder = dirname(path);
  const name = basename(path) === 'plan.md' ? basename(folder) : basename(path, '.md');
  return { path, folder, slug: slugOf(name), text: readFileSync(path, 'utf8') };
}

/** A path as seen from here, unless that is longer. */
export function asSeen(path: string): string {
  const seen = relative(process.cwd(), path);
  return seen.length < path.length ? seen : path;
}

function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'plan'
  );
}

/** An environment as read, with its source: the run keeps a copy. */
export interface EnvironmentSource {
  environment: Environment | null;
  diagnostics: Diagnostic[];
  path: string;
  text: string;
}

export interface EnvironmentChoice {
  env?: string;
  envFile?: string;
}

/** Names of the environments beside a plan, sorted. */
export function environmentNames(plan: PlanSource): string[] {
  const folder = join(plan.folder, 'environments');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter(file => /\.ya?ml$/.test(file));
  return files.map(file => file.replace(/\.ya?ml$/, '')).sort();
}

/**
 * Finds and reads an environment: `--env-file`, or `environments/NAME.yaml` beside the plan; a plan
 * without that folder can be rehearsed in the built-in one. @throws {CliFailure} when there is none.
 */
export function readEnvironmentOf(
  plan: PlanSource,
  choice: EnvironmentChoice,
  language: Language,
  words: CliWords,
): EnvironmentSource {
  const path = choice.envFile === undefined ? besides(plan, choice.env) : resolve(choice.envFile);
  if (path !== null) {
    if (!existsSync(path)) throw new CliFailure(words.plan.missing(path));
    const text = readFileSync(path, 'utf8');
    return { ...readEnvironment(text, { path: asSeen(path), language }), path, text };
  }
  const names = environmentNames(plan);
  if (choice.env === 'rehearsal' && names.length === 0) {
    const text = `name: rehearsal\ndirectory: '${rehearsalEnvironment.directory}'\n`;
    return { environment: rehearsalEnvironment, diagnostics: [], path: 'rehearsal.yaml', text };
  }
  const known =
    names.length === 0 ? words.environment.none : words.environment.known(names.join(', '));
  if (choice.env === undefined) throw new CliFailure(words.environment.owed, known);
  throw new CliFailure(words.environment.unknown(choice.env), known);
}

function besides(plan: PlanSource, name: string | undefined): string | null {
  if (name === undefined || !/^[\w.-]+$/.test(name)) return null;
  const folder = join(plan.folder, 'environments');
  return [`${name}.yaml`, `${name}.yml`].map(file => join(folder, file)).find(existsSync) ?? null;
}

/** Compiles a plan with what its folder and environment say. */
export function compilePlan(
  plan: PlanSource,
  environment: Environment | null,
  language?: Language,
): Compilation {
  return compile(plan.text, {
    path: basename(plan.path),
    exists: relative => existsSync(resolve(plan.folder, relative)),
    ...(environment === null ? {} : { environment }),
    ...(language === undefined ? {} : { language }),
  });
}
