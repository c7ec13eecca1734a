/** Boxes to tick, with what is known of each. */

import { checksOf } from '../../../machines/checks.ts';
import type { JobRecord, Mark } from '../../../machines/context.ts';
import { isBeingChecked } from '../../../machines/records/aside.ts';
import type { Item, Step } from '../../plan/types.ts';
import { boxBadge } from '../badge.ts';
import { plainLine } from '../card/lines.ts';
import { endText } from '../card/status.ts';
import { whyText } from '../log/why.ts';
import type { Scene } from '../scene/scene.ts';
import { clock, clockSeconds } from '../schedule/time.ts';
import type { BoxView } from '../types.ts';

/** The boxes of a step: its checkpoint's criteria, then its own list. */
export function itemsOf({ outline }: Scene, step: Step): readonly Item[] {
  return outline.boxes.get(step.id) ?? [];
}

export function boxViews(scene: Scene, items: readonly Item[]): BoxView[] {
  return items.map(item => boxView(scene, item));
}

function boxView(scene: Scene, { id, title }: Item): BoxView {
  const found = markOf(scene, id);
  const mark = found?.verdict ?? 'open';
  const check = checkOf(scene, id);
  return {
    id,
    title: scene.text(title),
    mark,
    badge: isOverruled(scene, id)
      ? { ...boxBadge(scene, mark), word: scene.words.decisions.boxes.overruled, tone: 'warning' }
      : boxBadge(scene, mark),
    note: noteOf(scene, id, found, check),
    ...(check && { check }),
    ...(found?.job !== undefined && found.verdict === 'fail' && { contradicts: true }),
  };
}

/** A person said it is good although its command, the last time it looked, said no. */
function isOverruled(scene: Scene, id: string): boolean {
  const mark = markOf(scene, id);
  const job = scene.context.jobs[checkOf(scene, id)?.job ?? ''];
  return mark?.verdict === 'pass' && mark.job === undefined && job?.ok === false;
}

function markOf({ context }: Scene, id: string): Mark | undefined {
  return Object.hasOwn(context.marks, id) ? context.marks[id] : undefined;
}

/** Its latest job, and whether that still runs; null for a box that people look at. */
function checkOf({ plan, context }: Scene, id: string): NonNullable<BoxView['check']> | null {
  if (!checksOf(plan).has(id)) return null;
  const job = (Object.hasOwn(context.checks, id) && context.checks[id]) || null;
  return { running: isBeingChecked(context, id), job };
}

function noteOf(
  scene: Scene,
  id: string,
  mark: Mark | undefined,
  check: BoxView['check'] | null,
): string {
  const { checking } = scene.words.decisions.boxes;
  if (check?.running) return checking;
  if (mark?.job !== undefined) return foundBy(scene, id, mark);
  if (mark) return [...overruling(scene, id, check), saidBy(scene, mark)].join(scene.text(' · '));
  const job = scene.context.jobs[check?.job ?? ''];
  return job && job.status !== 'exited' ? undecided(scene, job) : '';
}

/** What the command had found, when the person says otherwise. */
function overruling(scene: Scene, id: string, check: BoxView['check'] | null): string[] {
  if (!isOverruled(scene, id)) return [];
  return [scene.words.decisions.boxes.despite(refusal(scene, id, check?.job ?? undefined))];
}

/** What a person said: `écart de 3 · ops@bastion 07:45`. */
function saidBy(scene: Scene, { note = '', by, at }: Mark): string {
  const who = `${by} ${clock(Date.parse(at), scene.zone)}`;
  return scene.text([whyText(scene, note), who].filter(Boolean).join(' · '));
}

/** What a command found: `vérifié par la commande · OK · 09:01`; of a refusal, why as well. */
function foundBy(scene: Scene, id: string, { verdict, job, note = '', at }: Mark): string {
  const { passedBy, failedBy } = scene.words.decisions.boxes;
  const passed = verdict === 'pass';
  const how = passed ? '' : refusal(scene, id, job);
  const evidence = plainLine(scene, whyText(scene, note));
  const parts = [
    passed ? passedBy : failedBy,
    how,
    how.includes(evidence) ? '' : evidence,
    // To the second: a check that refuses again at once must be seen to have looked.
    (passed ? clock : clockSeconds)(Date.parse(at), scene.zone),
  ];
  return parts.filter(Boolean).join(scene.text(' · '));
}

function refusal(scene: Scene, id: string, job: string | undefined): string {
  const record = scene.context.jobs[job ?? ''];
  return record ? endText(scene, record, checksOf(scene.plan).get(id)?.command ?? null) : '';
}

/** It ended without a verdict. */
function undecided(scene: Scene, job: JobRecord): string {
  const { status, decisions } = scene.words;
  if (job.status === 'running' || job.status === 'exited') return '';
  return decisions.boxes.undecided(status.command[job.status]);
}

/** How many boxes are not ticked, how many of those failed, and how many are good against their command. */
export function tally(
  scene: Scene,
  items: readonly Item[],
): { left: number; failed: number; overruled: number } {
  const verdicts = items.map(item => scene.context.marks[item.id]?.verdict);
  return {
    left: verdicts.filter(verdict => verdict !== 'pass').length,
    failed: verdicts.filter(verdict => verdict === 'fail').length,
    overruled: items.filter(item => isOverruled(scene, item.id)).length,
  };
}
