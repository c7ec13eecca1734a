import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createJobs } from '../../jobs/jobs.ts';
import type { JournalReading } from '../../journal/chain.ts';
import type { CliWords } from '../../locale/cli.ts';
import { createOutputs, type Outputs } from '../../sources/outputs.ts';
import { storeHome } from '../../store/home.ts';
import { readJournalFile } from '../../store/journal-file.ts';
import { runPaths } from '../../store/run-folder.ts';
import { groupOf } from '../../store/sharing.ts';
import { CliFailure, exitCodes } from '../failure.ts';
import { planOfRun, type RunPlan } from '../run-status.ts';
import { resolveSecrets } from '../secrets.ts';
import { runToSee } from './which-run.ts';

/** A run as its folder tells it, for those who look without the helm. */
export interface RecordedRun extends RunPlan {
  id: string;
  folder: string;
  /** Where the plan's own scripts and documents are. */
  planFolder: string;
  /** The journal as it stood when it was opened. */
  reading: JournalReading;
  outputs: Outputs;
  /** Values of the environment's secrets; null when one of them cannot be had by whoever looks. */
  secrets: readonly string[] | null;
}

/**
 * Opens the run that `part` names, else the unfinished one, else the newest; nothing is written.
 * @throws {CliFailure} for none, several, or one without entries
 */
export function openRecorded(
  home: string | undefined,
  part: string | undefined,
  words: CliWords,
): RecordedRun {
  const { folder, id } = runToSee(storeHome(process.env, home), part, words);
  const paths = runPaths(folder);
  const reading = readJournalFile(paths.journal);
  const [created] = reading.entries;
  if (created?.type !== 'run.created') {
    const { line, why } = reading.damage ?? { line: 1, why: words.verify.empty };
    const message = words.resume.damaged(line, why);
    throw new CliFailure(message, words.resume.damagedRemedy, exitCodes.failed);
  }
  const copy = planOfRun(folder);
  const secrets = secretsOf(folder, copy, words);
  const outputs = createOutputs(createJobs({ folder: paths.jobs }), secrets);
  const planFolder = dirname(created.plan.path);
  return { ...copy, id, folder, planFolder, reading, outputs, secrets };
}

/** Null when one of them cannot be had by whoever looks. */
function secretsOf(folder: string, { environment }: RunPlan, words: CliWords): string[] | null {
  const commands = Object.values(environment.secrets).some(from => 'command' in from);
  // What others may have written is not run by somebody who only came to look.
  if (commands && !isOursAlone(folder)) return null;
  try {
    return Object.values(resolveSecrets(environment, words));
  } catch {
    return null;
  }
}

function isOursAlone(folder: string): boolean {
  const owner = statSync(runPaths(folder).environment).uid;
  return owner === process.geteuid?.() && groupOf(folder) === null;
}
