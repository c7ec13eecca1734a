/** What a decision rested on, as it was known at that moment. */
import type { Approval } from '../../../machines/context.ts';
import type { Entry } from '../../../machines/entries.ts';
import type { Item } from '../../plan/types.ts';
import { excerptLines } from '../../view/card/lines.ts';
import { endText } from '../../view/card/status.ts';
import { type Scene, stepOf } from '../../view/scene/scene.ts';
import { boxViews, itemsOf } from '../../view/step/boxes.ts';
import type { Ground } from '../course.ts';
import { commandOf } from '../story/commands.ts';
import type { Story } from '../story/story.ts';

/** In words: boxes with their verdicts, a second person's word, how the command had ended and what it said. */
export function evidenceFor(story: Story, entry: Entry): string[] {
  const ground = story.course.grounds.get(entry.seq);
  if (!ground) return [];
  const scene = sceneAt(story, entry, ground);
  const lines = [
    ...boxLines(scene, boxesOf(scene, entry)),
    ...(ground.approval && isLook(entry) ? [approvalText(scene, ground.approval)] : []),
    ...(isAboutJob(entry) ? jobLines(scene, ground.job) : []),
  ];
  return lines.map(line => scene.text(line));
}

/** The run's boxes as they stood when it was decided. */
export function sceneAt({ scene }: Story, { at }: Entry, { marks, checks }: Ground): Scene {
  return { ...scene, now: Date.parse(at), context: { ...scene.context, marks, checks } };
}

function isLook({ type }: Entry): boolean {
  return /^(checkpoint|gate)\.(passed|refused)$/.test(type);
}

function boxesOf(scene: Scene, entry: Entry): readonly Item[] {
  if (entry.type === 'rollback.validated') return scene.plan.rollback?.validation ?? [];
  if (entry.type === 'run.closed') return scene.plan.checklist;
  const said = isLook(entry) || entry.type === 'step.confirmed';
  const step = said && 'step' in entry ? stepOf(scene, entry.step ?? '') : null;
  return step ? itemsOf(scene, step) : [];
}

function boxLines(scene: Scene, boxes: readonly Item[]): string[] {
  const words = scene.words.seen.sentences;
  return boxViews(scene, boxes).map(box => {
    const label = `${box.id} ${box.title}`;
    if (box.mark === 'open') return words.unseen(label);
    return (box.mark === 'pass' ? words.green : words.red)(label, box.note);
  });
}

function approvalText(scene: Scene, { verdict, proof, person, role, note = '' }: Approval): string {
  const { seen, around } = scene.words;
  const said = seen.sentences[proof](around.choices.verdicts[verdict], person, role);
  return note === '' ? said : `${said} (${note})`;
}

const aboutJob: ReadonlySet<Entry['type']> = new Set<Entry['type']>([
  'step.retried',
  'step.amended',
  'step.accepted',
  'step.skipped',
  'rollback.decided',
  'run.aborted',
]);

function isAboutJob({ type }: Entry): boolean {
  return aboutJob.has(type);
}

/** Of a command that went wrong; what succeeded is no reason for any of these. */
function jobLines(scene: Scene, id: string | null): string[] {
  const job = scene.context.jobs[id ?? ''];
  if (!job || job.ok || job.status === 'running') return [];
  return [
    endText(scene, job, commandOf(scene, job)),
    ...excerptLines(scene, job.excerpt).map(({ text }) => text),
  ];
}
