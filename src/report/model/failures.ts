import type { JobRecord } from '../../../machines/context.ts';
import type { Entry } from '../../../machines/entries.ts';
import { isBeside } from '../../../machines/records/aside.ts';
import { excerptLines } from '../../view/card/lines.ts';
import { endText } from '../../view/card/status.ts';
import { whyText } from '../../view/log/why.ts';
import { stepLabel } from '../../view/scene/scene.ts';
import { commandOf, scriptOfJob } from '../story/commands.ts';
import type { Story } from '../story/story.ts';
import type { FailureFact } from '../types.ts';
import { decisionText, reasonOf } from './decisions.ts';

/** Every job of the plan's own that did not succeed, in the order in which that was known. */
export function failuresOf(story: Story): FailureFact[] {
  const waiting = new Map<string, FailureFact>();
  const failures: FailureFact[] = [];
  for (const entry of story.facts) {
    decide(story, waiting, entry);
    const failure = failureIn(story, entry);
    if (!failure) continue;
    const before = failures.findIndex(({ job }) => job === failure.job);
    if (before >= 0) failures.splice(before, 1);
    failures.push(failure);
    waiting.set(failure.step, failure);
  }
  return failures;
}

const endings: Partial<Record<Entry['type'], FailureFact['kind']>> = {
  'job.exited': 'failed',
  'job.doubted': 'in-doubt',
  'job.revoked': 'revoked',
  'job.abandoned': 'abandoned',
  'job.orphaned': 'orphan',
};

function failureIn(story: Story, entry: Entry): FailureFact | null {
  const kind = endings[entry.type];
  if (kind === undefined || !('job' in entry)) return null;
  const job = story.scene.context.jobs[entry.job];
  const succeeded = entry.type === 'job.exited' && entry.ok;
  if (!job || isBeside(job) || succeeded) return null;
  return failureOf(story, job, kind, entry.at);
}

function failureOf(
  story: Story,
  job: JobRecord,
  kind: FailureFact['kind'],
  at: string,
): FailureFact {
  const { scene } = story;
  const lines = excerptLines(scene, job.excerpt);
  return {
    job: job.id,
    step: job.step,
    title: stepLabel(scene, job.step),
    host: scene.text(job.host),
    at,
    kind,
    status: statusText(story, job, kind),
    script: scriptOfJob(story, job),
    excerpt: {
      first: lines.find(line => line.kind === 'first')?.text ?? '',
      last: lines.filter(line => line.kind === 'last').map(({ text }) => text),
    },
    settled: '',
  };
}

function statusText({ scene }: Story, job: JobRecord, kind: FailureFact['kind']): string {
  const words = scene.words.seen.sentences;
  const why = whyText(scene, job.why ?? '');
  if (kind === 'revoked') return scene.text(words.revoked(why));
  if (kind === 'orphan') return scene.text(words.orphan(why));
  return endText(scene, job, commandOf(scene, job));
}

const ofStep: ReadonlySet<Entry['type']> = new Set<Entry['type']>([
  'step.retried',
  'step.amended',
  'step.accepted',
  'step.skipped',
  'step.reopened',
]);

/** The first thing that was decided about a failure is what followed from it. */
function decide({ scene }: Story, waiting: Map<string, FailureFact>, entry: Entry): void {
  const ends = entry.type === 'rollback.decided' || entry.type === 'run.aborted';
  const step = ofStep.has(entry.type) && 'step' in entry ? entry.step : undefined;
  if (!ends && step === undefined) return;
  const reason = whyText(scene, reasonOf(entry));
  const text = [decisionText(scene, entry), reason && `(${reason})`].filter(Boolean).join(' ');
  const settled = ends ? [...waiting.values()] : [waiting.get(step!)];
  for (const failure of settled) if (failure) failure.settled = scene.text(text);
  if (ends) waiting.clear();
  else waiting.delete(step!);
}
