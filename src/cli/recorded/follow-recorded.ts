import { createFold } from '../../journal/fold.ts';
import type { CliWords } from '../../locale/cli.ts';
import { type FollowedSource, followRun } from '../../sources/followed.ts';
import { openJournalFollower } from '../../store/follow-journal.ts';
import { helmSign } from '../../store/helm-sign.ts';
import { createProgress } from '../../store/progress.ts';
import { runPaths } from '../../store/run-folder.ts';
import { CliFailure, exitCodes } from '../failure.ts';
import { foldedFrom } from '../keep-progress.ts';
import type { RecordedRun } from './open-recorded.ts';

/**
 * Follows a recorded run as it goes on, until the source is closed; nothing is written, nothing locked.
 * @throws {CliFailure} when the plan in its folder is not the one that its entries are about
 */
export async function followRecorded(run: RecordedRun, words: CliWords): Promise<FollowedSource> {
  const { plan, folder, reading, outputs } = run;
  refuseAnotherPlan(run, words);
  const paths = runPaths(folder);
  const fold = createFold(plan);
  // The snapshot first: the entries that it is about are in the journal by then.
  const saved = await createProgress(paths.progress).read();
  const journal = openJournalFollower(paths.journal, { from: reading });
  const start = foldedFrom(saved, fold, journal);
  const helm = () => helmSign(paths.helm);
  return followRun({ fold, start, journal, helm, outputs, now: Date.now });
}

function refuseAnotherPlan({ plan, reading }: RecordedRun, { resume }: CliWords): void {
  const [created] = reading.entries;
  if (created?.type === 'run.created' && created.plan.fingerprint === plan.fingerprint) return;
  throw new CliFailure(resume.copyDamaged, '', exitCodes.planInvalid);
}
