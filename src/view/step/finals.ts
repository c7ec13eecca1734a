/** What is looked at as a whole at the ends: a rolled-back system, the final checklist. */
import type { Item } from '../../plan/types.ts';
import { groupBadge } from '../badge.ts';
import type { Scene } from '../scene/scene.ts';
import type { StepView } from '../types.ts';
import { boxViews } from './boxes.ts';
import { tallyRemarks } from './remarks.ts';

/** Id of the final checklist, among those of steps. */
export const closing = 'closing';

export function validationView(scene: Scene): StepView {
  const { tree, step } = scene.words.screen;
  const items = scene.plan.rollback?.validation ?? [];
  const nothing = [{ text: step.nothingToCheck, tone: 'warning' as const }];
  return {
    ...listView(scene, items),
    id: 'validation',
    title: tree.validation,
    place: tree.rollback,
    kind: 'validation',
    status: groupBadge(scene, 'decide'),
    remarks: items.length > 0 ? tallyRemarks(scene, items) : nothing,
  };
}

/** To be read at any time, and ticked once all the steps are done. */
export function closingView(scene: Scene): StepView {
  const { tree } = scene.words.screen;
  return {
    ...listView(scene, scene.plan.checklist),
    id: closing,
    title: tree.closing,
    place: tree.end,
    kind: 'closing',
    status: groupBadge(scene, closingStatus(scene)),
  };
}

/** How the final checklist stands. */
export function closingStatus({ input: { state } }: Scene): 'waiting' | 'decide' | 'done' | 'left' {
  if (state.status === 'closing') return 'decide';
  if (state.status === 'completed') return 'done';
  return state.context.endedAt === null ? 'waiting' : 'left';
}

/** The plan has a final checklist that this run is to go through; those begun before it closed them end without. */
export function hasClosing({ plan, context }: Scene): boolean {
  return plan.checklist.length > 0 && (context.run?.version ?? 3) >= 3;
}

function listView(scene: Scene, items: readonly Item[]) {
  return {
    timing: '',
    role: '',
    commands: [],
    job: null,
    boxes: boxViews(scene, items),
    actions: [],
    remarks: tallyRemarks(scene, items),
  };
}
