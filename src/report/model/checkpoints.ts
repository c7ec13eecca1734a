import type { Mark } from '../../../machines/context.ts';
import type { Entry } from '../../../machines/entries.ts';
import type { Item, Step } from '../../plan/types.ts';
import { plainLine } from '../../view/card/lines.ts';
import { whyText } from '../../view/log/why.ts';
import { isRollback } from '../../view/scene/scene.ts';
import { itemsOf } from '../../view/step/boxes.ts';
import { hasClosing } from '../../view/step/finals.ts';
import type { Story } from '../story/story.ts';
import type { CheckpointFact } from '../types.ts';
import { reasonOf } from './decisions.ts';

/** Every point at which somebody says GO or NO-GO, in the plan's order, reached or not. */
export function checkpointsOf(story: Story): CheckpointFact[] {
  const { scene, plan } = story;
  const back = isRollback(scene) ? (plan.rollback?.steps ?? []) : [];
  const steps = [...scene.outline.spots.map(({ step }) => step), ...back];
  const looks = Map.groupBy(story.facts.filter(isLook), placeOf);
  return [
    ...steps.flatMap(step => atStep(story, step, looks.get(step.id) ?? [])),
    ...(isRollback(scene) ? [validation(story, looks.get('validation') ?? [])] : []),
    ...(hasClosing(scene) ? [checklist(story, looks.get('closing') ?? [])] : []),
  ];
}

const look = /^(?:checkpoint|gate)\.(?:passed|refused)$|^rollback\.validated$|^run\.closed$/;

function isLook({ type }: Entry): boolean {
  return look.test(type);
}

function placeOf(entry: Entry): string {
  if (entry.type === 'rollback.validated') return 'validation';
  if (entry.type === 'run.closed') return 'closing';
  return 'step' in entry ? (entry.step ?? '') : '';
}

function atStep(story: Story, step: Step, looks: readonly Entry[]): CheckpointFact[] {
  const { kind } = step;
  if (kind !== 'checkpoint' && kind !== 'gate') return [];
  const title = story.scene.text(step.title);
  return [pointOf(story, { step: step.id, title, kind }, itemsOf(story.scene, step), looks)];
}

function validation(story: Story, looks: readonly Entry[]): CheckpointFact {
  const { plan, scene } = story;
  const point = {
    step: 'validation',
    title: scene.words.screen.tree.validation,
    kind: 'validation',
  } as const;
  return pointOf(story, point, plan.rollback?.validation ?? [], looks);
}

function checklist(story: Story, looks: readonly Entry[]): CheckpointFact {
  const { plan, scene } = story;
  const point = {
    step: 'closing',
    title: scene.words.screen.tree.closing,
    kind: 'checklist',
  } as const;
  return pointOf(story, point, plan.checklist, looks);
}

type Point = Pick<CheckpointFact, 'step' | 'title' | 'kind'>;

function pointOf(
  story: Story,
  point: Point,
  items: readonly Item[],
  looks: readonly Entry[],
): CheckpointFact {
  const marks = marksOf(story, items, looks);
  return {
    ...point,
    looks: looks.map(entry => lookOf(story, entry)),
    criteria: items.map(item => criterionOf(story, item, marks[item.id])),
    approvals: approvalsOf(story, point.step),
  };
}

function lookOf({ scene, input }: Story, entry: Entry): CheckpointFact['looks'][number] {
  return {
    at: entry.at,
    by: scene.text(entry.by),
    verdict: entry.type.endsWith('refused') ? 'no-go' : 'go',
    reason: scene.text(whyText(scene, reasonOf(entry))),
    hash: input.journal.hashes[entry.seq] ?? '',
  };
}

/** As they stand now, else as they stood at the last look: what is taken up again has to be looked at anew. */
function marksOf(
  { scene, course }: Story,
  items: readonly Item[],
  looks: readonly Entry[],
): Readonly<Record<string, Mark>> {
  const { marks } = scene.context;
  if (items.some(({ id }) => Object.hasOwn(marks, id))) return marks;
  return course.grounds.get(looks.at(-1)?.seq ?? -1)?.marks ?? {};
}

function criterionOf(
  { scene }: Story,
  { id, title }: Item,
  mark: Mark | undefined,
): CheckpointFact['criteria'][number] {
  return {
    id,
    title: scene.text(title),
    mark: mark?.verdict ?? 'open',
    by: scene.text(mark?.by ?? ''),
    at: mark?.at ?? null,
    note: plainLine(scene, whyText(scene, mark?.note ?? '')),
    job: mark?.job ?? null,
  };
}

function approvalsOf({ scene }: Story, step: string): CheckpointFact['approvals'] {
  const { approvals } = scene.context;
  const all = Object.hasOwn(approvals, step) ? approvals[step]! : [];
  return all.map(({ at, person, role, verdict, proof, note = '' }) => ({
    at,
    person: scene.text(person),
    role: scene.text(role),
    verdict,
    proof,
    note: scene.text(note),
  }));
}
