import { dirname } from 'node:path';
import { createJobs } from '../../jobs/jobs.ts';
import type { JournalReading } from '../../journal/chain.ts';
import type { CliWords } from '../../locale/cli.ts';
import { createOutputs, type Outputs } from '../../sources/outputs.ts';
import { storeHome } from '../../store/home.ts';
import { readJournalFile } from '../../store/journal-file.ts';
import { runPaths } from '../../store/run-folder.ts';
import type { RunSummary } from '../../store/types.ts';
import { CliFailure, exitCodes } from '../failure.ts';
import { runNamed } from '../find-run.ts';
import { planOfRun, type RunPlan } from '../run-status.ts';
import { resolveSecrets } from '../secrets.ts';

/** A run as its folder tells it, for those who look without the helm. */
export interface RecordedRun extends RunPlan {
  id: string;
  folder: string;
  summary: RunSummary;
  /** Where the plan's own scripts and documents are. */
  planFolder: string;
  /** The journal as it stood when it was opened. */
  reading: JournalReading;
  outputs: Outputs;
}

/** Opens the run that `part` names, or the unfinished one; nothing is written. @throws {CliFailure} for none, several, or one without entries. */
export function openRecorded(
  home: string | undefined,
  part: string | undefined,
  words: CliWords,
): RecordedRun {
  const summary = runNamed(storeHome(process.env, home), part, words);
  const { folder, id } = summary;
  const paths = runPaths(folder);
  const reading = readJournalFile(paths.journal);
  const [created] = reading.entries;
  if (created?.type !== 'run.created')
    throw new CliFailure(summary.damage ?? id, words.resume.damagedRemedy, exitCodes.failed);
  const copy = planOfRun(folder);
  const outputs = createOutputs(createJobs({ folder: paths.jobs }), secretsOf(copy, words));
  return { ...copy, id, folder, summary, planFolder: dirname(created.plan.path), reading, outputs };
}

/** Null when one of them cannot be had by whoever looks. */
function secretsOf({ environment }: RunPlan, words: CliWords): string[] | null {
  try {
    return Object.values(resolveSecrets(environment, words));
  } catch {
    return null;
  }
}
