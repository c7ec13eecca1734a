/** Boxes to tick, with what is known of each. */
import type { Item, Step } from '../../plan/types.ts';
import { boxBadge } from '../badge.ts';
import type { Scene } from '../scene/scene.ts';
import { clock } from '../schedule/time.ts';
import type { BoxView } from '../types.ts';

/** The boxes of a step: its checkpoint's criteria, then its own list. */
export function itemsOf({ outline }: Scene, step: Step): readonly Item[] {
  return outline.boxes.get(step.id) ?? [];
}

export function boxViews(scene: Scene, items: readonly Item[]): BoxView[] {
  return items.map(item => boxView(scene, item));
}

function boxView(scene: Scene, item: Item): BoxView {
  const found = scene.context.marks[item.id];
  const mark = found?.verdict ?? 'open';
  const who = found ? `${found.by} ${clock(Date.parse(found.at), scene.zone)}` : '';
  return {
    id: item.id,
    title: scene.text(item.title),
    mark,
    badge: boxBadge(scene, mark),
    note: scene.text([found?.note ?? '', who].filter(Boolean).join(' · ')),
  };
}

/** How many boxes are not ticked, and how many of those failed. */
export function tally(
  { context }: Scene,
  items: readonly Item[],
): { left: number; failed: number } {
  const verdicts = items.map(item => context.marks[item.id]?.verdict);
  return {
    left: verdicts.filter(verdict => verdict !== 'pass').length,
    failed: verdicts.filter(verdict => verdict === 'fail').length,
  };
}
