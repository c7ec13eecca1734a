import { readFileSync } from 'node:fs';
import { type CliWords, cliWords } from '../locale/cli.ts';
import { storeHome } from '../store/home.ts';
import { readJournalFile } from '../store/journal-file.ts';
import { runPaths } from '../store/run-folder.ts';
import type { RunSummary } from '../store/types.ts';
import { type DriveOptions, drive, mustBeDrivable } from './drive.ts';
import { CliFailure, exitCodes, print } from './failure.ts';
import { runNamed } from './find-run.ts';
import { offerPatch } from './offer-patch.ts';
import type { CommandInput } from './program.ts';
import { planOfRun } from './run-status.ts';
import { openSession, type Session, textFingerprint } from './session.ts';
import { setting } from './settle-variables.ts';
import { traitsOf } from './traits.ts';

export interface ResumeOptions extends DriveOptions {
  takeOver?: boolean;
  keepPlan?: boolean;
  set: string[];
}

/** `bascule resume`: takes the helm of a run again, says what happened meanwhile, and goes on. */
export async function resume(input: CommandInput<ResumeOptions>, part?: string): Promise<number> {
  const { options } = input;
  const traits = traitsOf(options);
  const run = runNamed(storeHome(process.env, options.home), part, input.words);
  if (run.status === 'damaged') throw damaged(run, input.words);
  const copy = planOfRun(run.folder);
  const language = input.language ?? copy.plan.language;
  const words = cliWords(language);
  if (run.status !== 'underway' && run.status !== 'rollingBack') {
    print(words.resume.ended(run.id));
    offerPatch({ folder: run.folder, plan: copy.plan }, words);
    return exitCodes.done;
  }
  mustBeDrivable(options, traits, words);
  if (!options.keepPlan) refuseEditedPlan(run, words);
  const { interactive } = traits;
  const takeOver = options.takeOver === true;
  const session = await openSession(run.folder, copy, { takeOver, interactive, words });
  await bind(session, options.set, words);
  return drive({ session, options, words, language, traits, home: options.home });
}

function damaged(run: RunSummary, words: CliWords): CliFailure {
  const { damage } = readJournalFile(runPaths(run.folder).journal);
  const message = damage ? words.resume.damaged(damage.line, damage.why) : (run.damage ?? run.id);
  return new CliFailure(message, words.resume.damagedRemedy, exitCodes.failed);
}

/** An original that is gone, or closed to us, is no edit: the run keeps its own copy. */
function refuseEditedPlan(run: RunSummary, words: CliWords): void {
  const [created] = readJournalFile(runPaths(run.folder).journal).entries;
  const original = created?.type === 'run.created' ? textAt(created.plan.path) : null;
  if (created?.type !== 'run.created' || original === null) return;
  if (
    textFingerprint(original) === textFingerprint(readFileSync(runPaths(run.folder).plan, 'utf8'))
  )
    return;
  throw new CliFailure(words.resume.planEdited(created.plan.path), words.resume.planEditedRemedy);
}

function textAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Values corrected at the resume, each an entry. */
async function bind({ engine, plan }: Session, settings: string[], words: CliWords): Promise<void> {
  for (const text of settings) {
    const [name, value] = setting(text, plan, words);
    const fact = { type: 'variable.bound', name, value, source: 'corrected' } as const;
    await engine.act({ type: 'record', fact });
  }
}
