/** What the journal says of the jobs beside the plan. */
import type { JobRecord } from '../../../machines/context.ts';
import type { EntryOf } from '../../../machines/entries.ts';
import { boxLabel, firstLine } from '../aside.ts';
import { plainLine } from '../card/lines.ts';
import type { Scene } from '../scene/scene.ts';
import { lasting } from '../schedule/time.ts';
import { whyText } from './why.ts';

type Beside = Pick<EntryOf<'job.started'>, 'adhoc' | 'check' | 'proof'>;

/** What a job beside the plan is called; '' for a job of the plan. */
export function asideLabel(scene: Scene, { adhoc, check, proof }: Beside): string {
  const { log } = scene.words;
  if (check !== undefined) {
    return proof ? log.proof(boxLabel(scene, check)) : boxLabel(scene, check);
  }
  return adhoc === undefined ? '' : log.aside(firstLine(scene, adhoc));
}

/** How it ended, in its own words. */
export function asideExited(
  scene: Scene,
  { check, startedAt }: JobRecord,
  { ok, code, exitedAt, ...found }: EntryOf<'job.exited'>,
  what: string,
): string {
  const { log } = scene.words;
  if (check !== undefined) {
    const why = found.why ? whyText(scene, found.why) : '';
    const evidence = plainLine(scene, found.evidence ?? '') || why;
    return ok ? log.checkPassed(what, evidence) : log.checkFailed(what, evidence);
  }
  const took = lasting(Date.parse(exitedAt) - Date.parse(startedAt), scene.words);
  return ok ? log.asideExited(what, took) : log.asideFailed(what, code);
}
