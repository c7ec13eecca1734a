import { resolve } from 'node:path';
import type { CliWords } from '../../locale/cli.ts';
import { findRun, listRuns, namesLike, runBeginnings } from '../../store/catalogue.ts';
import { runsFolder } from '../../store/run-folder.ts';
import { CliFailure } from '../failure.ts';
import { runNamed } from '../find-run.ts';
import { statusOfRun } from '../run-status.ts';
import type { RecordedRun } from './open-recorded.ts';

/**
 * The run that `part` names; without it the unfinished one, else the newest. Of a run that is named no journal is read.
 * @throws {CliFailure} where there is none, or several
 */
export function runToSee(
  home: string,
  part: string | undefined,
  words: CliWords,
): { id: string; folder: string } {
  const [name, ...others] = part === undefined ? [] : namesLike(home, part);
  if (name !== undefined && others.length === 0)
    return { id: name, folder: resolve(runsFolder(home), name) };
  if (part !== undefined) return runNamed(home, part, words);
  const unfinished = findRun(home, undefined, statusOfRun);
  if ('found' in unfinished) return unfinished.found;
  if ('several' in unfinished) return runNamed(home, undefined, words);
  const [newest] = listRuns(home);
  if (!newest) throw new CliFailure(words.report.none, words.report.noneRemedy);
  return newest;
}

/**
 * The run to compare with: the one of exactly this name; else the last of the same plan that ended in the environment
 * of this name; else the one whose name holds it.
 * @throws {CliFailure} where there is none, several, or it is the very same run
 */
export function runToCompare(
  home: string,
  { id, plan }: RecordedRun,
  name: string,
  words: CliWords,
): string {
  const beginnings = runBeginnings(home);
  const exact = beginnings.find(run => run.id === name)?.id;
  const found =
    exact ?? lastEndedIn(home, { id, title: plan.title }, name) ?? named(home, name, words);
  if (found === id) throw new CliFailure(words.report.itself(id), words.report.noOtherRemedy);
  return found;
}

function lastEndedIn(
  home: string,
  than: { id: string; title: string },
  environment: string,
): string | undefined {
  const over = new Set(['completed', 'rolledBack', 'aborted']);
  const beginnings = runBeginnings(home).filter(
    ({ id, created }) =>
      id !== than.id &&
      created.environment.name === environment &&
      created.plan.title === than.title,
  );
  // Only those are read whole, newest first.
  return beginnings.find(({ id }) => {
    const run = findRun(home, id, statusOfRun);
    return 'found' in run && over.has(run.found.status);
  })?.id;
}

function named(home: string, part: string, { report, resume }: CliWords): string {
  const found = findRun(home, part, statusOfRun);
  if ('found' in found) return found.found.id;
  if ('none' in found) throw new CliFailure(report.noOther(part), report.noOtherRemedy);
  throw new CliFailure(resume.several, found.several.map(run => `  ${run.id}`).join('\n'));
}
