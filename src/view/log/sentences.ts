/** One sentence per kind of entry. */
import type { Entry, EntryOf, FactType, HelmHolder } from '../../../machines/entries.ts';
import { runnableCommands } from '../../../machines/plan-steps.ts';
import { boxLabel } from '../aside.ts';
import { instant, type Scene, stepLabel, stepOf } from '../scene/scene.ts';
import { lasting } from '../schedule/time.ts';
import type { Tone } from '../types.ts';
import { aroundSentences, aroundTone, noteText, proved, topicOf } from './around.ts';
import { asideExited, asideLabel } from './beside.ts';
import { whyText } from './why.ts';

export type Sentences = { [T in FactType]: (scene: Scene, entry: EntryOf<T>) => string };

/** The step of an entry, named. */
const named = (scene: Scene, entry: { step: string }) => stepLabel(scene, entry.step);

const holder = ({ operator, host }: HelmHolder) => `${operator}@${host}`;

const sentences: Sentences = {
  'run.created': ({ words }, { plan, environment, date }) =>
    words.log.runCreated(plan.title, environment.name, date),
  'plan.adopted': ({ words }) => words.log.planAdopted,
  'helm.taken': ({ words }, { helm, from }) =>
    from ? words.log.helmTakenFrom(holder(helm), holder(from)) : words.log.helmTaken(holder(helm)),
  'helm.released': ({ words }, { why }) => words.log.helmReleased(words.log.released[why]),
  'run.held': ({ words }, { reason }) => words.log.held(reason),
  'run.resumed': ({ words }) => words.log.resumed,
  'pace.set': ({ words }, { pace }) => words.log.pace(words.choices.paces[pace]),
  'note.added': (scene, { text, by, step, topic }) =>
    scene.words.log.note(
      noteText(scene, { text, by }),
      topicOf(scene, topic) || (step ? stepLabel(scene, step) : ''),
    ),
  'variable.bound': ({ words }, { name, value, source }) =>
    `${words.log.bound(name, value)} (${words.log.boundHow[source]})`,
  'item.ticked': (scene, { item, verdict, note = '', evidence }) => {
    if (evidence) return proved(scene, item, evidence);
    const { ticked, tickFailed } = scene.words.log;
    return verdict === 'pass'
      ? ticked(boxLabel(scene, item), whyText(scene, note))
      : tickFailed(boxLabel(scene, item), note);
  },
  'item.cleared': (scene, { item }) => scene.words.log.cleared(boxLabel(scene, item)),
  'step.begun': (scene, entry) => scene.words.log.begun(named(scene, entry)),
  'step.confirmed': (scene, entry) => scene.words.log.confirmed(named(scene, entry), entry.reason),
  'step.skipped': (scene, entry) =>
    scene.words.log.skipped(named(scene, entry), whyText(scene, entry.reason)),
  'step.retried': (scene, entry) => scene.words.log.retried(named(scene, entry), entry.reason),
  'step.amended': (scene, entry) =>
    scene.words.log.amended(commandLabel(scene, entry.step, entry.command), entry.reason),
  'step.accepted': (scene, entry) => scene.words.log.accepted(named(scene, entry), entry.reason),
  'step.reopened': (scene, entry) => scene.words.log.reopened(named(scene, entry), entry.reason),
  'job.started': (scene, entry) => started(scene, entry),
  'job.revoked': (scene, entry) =>
    scene.words.log.revoked(jobLabel(scene, entry), whyText(scene, entry.reason)),
  'job.exited': (scene, entry) => exited(scene, entry),
  'job.doubted': (scene, entry) =>
    away(scene, entry, scene.words.log.doubted(jobLabel(scene, entry), whyText(scene, entry.why))),
  'job.orphaned': (scene, entry) =>
    scene.words.log.orphaned(jobLabel(scene, entry), whyText(scene, entry.why)),
  'job.cancelled': (scene, entry) =>
    scene.words.log.cancelled(jobLabel(scene, entry), entry.reason),
  'job.abandoned': (scene, entry) =>
    scene.words.log.abandoned(jobLabel(scene, entry), entry.reason),
  'checkpoint.passed': (scene, entry) =>
    entry.waiver
      ? scene.words.log.passedWaived(named(scene, entry), entry.waiver)
      : scene.words.log.passed(named(scene, entry)),
  'checkpoint.refused': (scene, entry) =>
    scene.words.log.refused(named(scene, entry), entry.reason),
  'checkpoint.reviewed': (scene, entry) => scene.words.log.reviewed(named(scene, entry)),
  'gate.passed': (scene, entry) => scene.words.log.passed(named(scene, entry)),
  'gate.refused': (scene, entry) => scene.words.log.refused(named(scene, entry), entry.reason),
  'gate.reviewed': (scene, entry) => scene.words.log.reviewed(named(scene, entry)),
  'milestone.reached': (scene, entry) => scene.words.log.reached(named(scene, entry)),
  'rollback.decided': (scene, { reason, trigger = '' }) =>
    scene.words.log.rollbackDecided(whyText(scene, reason), trigger === reason ? '' : trigger),
  'rollback.validated': ({ words }, { waiver }) =>
    waiver ? words.log.rollbackValidatedWaived(waiver) : words.log.rollbackValidated,
  'run.aborted': ({ words }, { reason }) => words.log.aborted(reason),
  ...aroundSentences,
};

/** What an entry says, for someone who does not know Bascule. Not yet safe to draw. */
export function sentenceOf(scene: Scene, entry: Entry): string {
  const say = sentences[entry.type] as (scene: Scene, entry: Entry) => string;
  return say(scene, entry);
}

function started(scene: Scene, entry: EntryOf<'job.started'>): string {
  const { log } = scene.words;
  const beside = asideLabel(scene, entry);
  if (entry.check !== undefined) return log.checkStarted(beside);
  if (beside) return log.asideStarted(beside, entry.host);
  const attempt = attemptOf(scene, entry);
  const what = commandLabel(scene, entry.step, entry.command);
  if (entry.interactive) return log.startedInteractive(what, entry.host);
  return attempt > 1 ? log.startedAgain(what, entry.host, attempt) : log.started(what, entry.host);
}

/** The job that an entry speaks of: its step, or what runs beside the plan. */
function jobLabel(scene: Scene, entry: { job: string; step: string }): string {
  const job = scene.context.jobs[entry.job];
  return (job && asideLabel(scene, job)) || named(scene, entry);
}

/** `2.1 Title (2/3)`: which of the commands of a step, when it has several. */
function commandLabel(scene: Scene, id: string, command: number | undefined): string {
  const step = stepOf(scene, id);
  const commands = step ? runnableCommands(step) : [];
  const at = commands.findIndex(one => one.index === command);
  const part = commands.length > 1 && at >= 0 ? ` (${at + 1}/${commands.length})` : '';
  return stepLabel(scene, id) + part;
}

/** The journal counts the jobs of the step; people count those of the command. */
function attemptOf({ context }: Scene, { job, step, command }: EntryOf<'job.started'>): number {
  const jobs = context.steps[step]?.jobs ?? [];
  const before = jobs.slice(0, jobs.indexOf(job) + 1);
  return before.filter(one => context.jobs[one]?.command === command).length;
}

function exited(scene: Scene, entry: EntryOf<'job.exited'>): string {
  const { log } = scene.words;
  const job = scene.context.jobs[entry.job];
  const beside = job ? asideLabel(scene, job) : '';
  if (job && beside) return away(scene, entry, asideExited(scene, job, entry, beside));
  const began = instant(job?.startedAt);
  const ended = instant(entry.exitedAt);
  const took = began === null || ended === null ? '' : lasting(ended - began, scene.words);
  const stopped = job?.cancelledAt === undefined ? '' : log.stoppedOnRequest;
  const why = whyText(scene, entry.why ?? '') || stopped;
  const step = commandLabel(scene, entry.step, job?.command);
  return away(
    scene,
    entry,
    entry.ok ? log.exitedOk(step, took) : log.exitedBad(step, entry.code, why),
  );
}

/** Marks what was found out after an absence. */
function away({ words }: Scene, { away }: { away?: boolean | undefined }, text: string): string {
  return away ? `${text} (${words.log.whileAway})` : text;
}

const tones: Partial<Record<FactType, Tone>> = {
  'item.cleared': 'muted',
  'note.added': 'active',
  'pace.set': 'muted',
  'variable.bound': 'muted',
  'helm.taken': 'muted',
  'helm.released': 'muted',
  'run.held': 'warning',
  'step.skipped': 'warning',
  'step.accepted': 'warning',
  'step.amended': 'warning',
  'step.reopened': 'warning',
  'job.started': 'active',
  'job.revoked': 'warning',
  'job.doubted': 'bad',
  'job.orphaned': 'warning',
  'job.cancelled': 'warning',
  'job.abandoned': 'warning',
  'checkpoint.refused': 'bad',
  'gate.passed': 'good',
  'gate.refused': 'bad',
  'milestone.reached': 'good',
  'rollback.decided': 'bad',
  'run.aborted': 'bad',
};

export function toneOf(entry: Entry): Tone {
  if (entry.type === 'job.exited') return entry.ok ? 'good' : 'bad';
  if (entry.type === 'job.started' && entry.check !== undefined) return 'muted';
  if (entry.type === 'item.ticked') return entry.verdict === 'pass' ? 'good' : 'bad';
  if (entry.type === 'checkpoint.passed' || entry.type === 'rollback.validated') {
    return entry.waiver ? 'warning' : 'good';
  }
  return tones[entry.type] ?? aroundTone(entry) ?? 'normal';
}
