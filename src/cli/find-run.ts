import type { CliWords } from '../locale/cli.ts';
import { findRun } from '../store/catalogue.ts';
import type { RunSummary } from '../store/types.ts';
import { CliFailure } from './failure.ts';
import { statusOfRun } from './run-status.ts';

/** The run that `part` names, or the unfinished one. @throws {CliFailure} for none, or several. */
export function runNamed(home: string, part: string | undefined, words: CliWords): RunSummary {
  const found = findRun(home, part, statusOfRun);
  if ('found' in found) return found.found;
  if ('none' in found) {
    const { none, unknown, noneRemedy } = words.resume;
    throw new CliFailure(part === undefined ? none : unknown(part), noneRemedy);
  }
  const names = found.several.map(run => `  ${run.id}`).join('\n');
  throw new CliFailure(words.resume.several, names);
}
