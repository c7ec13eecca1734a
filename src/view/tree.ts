/** Every row of the plan's tree; the cockpit folds and scrolls them. */

import type { RunContext } from '../../machines/context.ts';
import type { Phase, Stage, Step } from '../plan/types.ts';
import { groupBadge, stepBadge } from './badge.ts';
import { groupNote, isMoving, type Note, rollbackNote, stepNote } from './notes.ts';
import type { Outline, Spot } from './scene/outline.ts';
import { isRollback, recordOf, type Scene, statusOf } from './scene/scene.ts';
import { tally } from './step/boxes.ts';
import { closing, closingStatus, hasClosing } from './step/finals.ts';
import type { History, TreeRow } from './types.ts';

/** The rollback's rows first once it is decided, then the timeline, which the final checklist ends. */
export function treeRows(scene: Scene): TreeRow[] {
  const timeline = timelineRows(scene);
  if (!isRollback(scene)) return hasClosing(scene) ? [...timeline, closingRow(scene)] : timeline;
  return [...rollbackRows(scene), ...timeline.map(dimmed)];
}

function dimmed(row: TreeRow): TreeRow {
  return { ...row, current: false, noteTone: 'muted', status: { ...row.status, tone: 'muted' } };
}

/** A row, and for those that change with the clock alone, what to make it again from. */
interface Kept {
  row: TreeRow;
  moving?: { spot: Spot; depth: 1 | 2 };
}

interface Rows {
  look: string;
  outline: Outline;
  history: History;
  rows: Kept[];
}

const kept = new WeakMap<RunContext, Rows>();

/** Rows are made once per entry of the journal; each second only the few that count are made again. */
function timelineRows(scene: Scene): TreeRow[] {
  const { state, language, ascii, schedule, history } = scene.input;
  const look = [language, ascii, schedule, state.status, state.current, state.halting].join(' ');
  const before = kept.get(scene.context);
  const same = before?.look === look && before.outline === scene.outline;
  if (same && before.history === history) {
    return before.rows.map(({ row, moving }) =>
      moving ? stepRow(scene, moving.spot, moving.depth) : row,
    );
  }
  const rows = scene.plan.stages.flatMap((stage, at) => stageRows(scene, stage, at));
  kept.set(scene.context, { look, outline: scene.outline, history, rows });
  return rows.map(({ row }) => row);
}

function stageRows(scene: Scene, stage: Stage, at: number): Kept[] {
  const rows: Kept[] = [{ row: stageRow(scene, stage, scene.outline.stages[at]!) }];
  for (const phase of stage.phases) {
    const own = scene.outline.phases.get(phase) ?? [];
    if (phase.title) rows.push({ row: phaseRow(scene, phase, own) });
    for (const spot of own) rows.push(keptStep(scene, spot, phase.title ? 2 : 1));
  }
  return rows;
}

function keptStep(scene: Scene, spot: Spot, depth: 1 | 2): Kept {
  const row = stepRow(scene, spot, depth);
  return isMoving(scene, spot) ? { row, moving: { spot, depth } } : { row };
}

function stageRow(scene: Scene, stage: Stage, spots: readonly Spot[]): TreeRow {
  return {
    key: `stage:${stage.id}`,
    kind: 'stage',
    depth: 0,
    time: '',
    number: scene.text(stage.id),
    title: scene.text(stage.title),
    ...group(scene, spots),
  };
}

function phaseRow(scene: Scene, phase: Phase, spots: readonly Spot[]): TreeRow {
  return {
    key: `phase:${phase.id}`,
    kind: 'phase',
    depth: 1,
    time: phase.start ?? spots[0]?.step.time ?? '',
    number: scene.text(phase.id),
    title: scene.text(phase.title),
    ...group(scene, spots),
  };
}

function group(scene: Scene, spots: readonly Spot[]) {
  const done = spots.filter(spot => recordOf(scene, spot.step.id).outcome !== undefined).length;
  const current = spots.some(spot => spot.step.id === scene.input.state.current);
  const begun = done > 0 ? 'left' : 'waiting';
  const status = done === spots.length ? 'done' : current ? 'active' : begun;
  return { status: groupBadge(scene, status), current, ...placed(groupNote(scene, spots, done)) };
}

function placed({ text, tone }: Note) {
  return { note: text, noteTone: tone };
}

function stepRow(scene: Scene, spot: Spot, depth: 1 | 2): TreeRow {
  const { step } = spot;
  return { ...row(scene, step, depth), ...placed(stepNote(scene, spot)) };
}

function row(scene: Scene, step: Step, depth: 1 | 2) {
  return {
    key: `step:${step.id}`,
    kind: 'step' as const,
    depth,
    status: stepBadge(scene, statusOf(scene, step.id), step.kind),
    time: step.time ?? '',
    number: scene.text(step.id),
    title: scene.text(step.title),
    current: step.id === scene.input.state.current,
    step: step.id,
  };
}

function rollbackRows(scene: Scene): TreeRow[] {
  const steps = scene.plan.rollback?.steps ?? [];
  const { tree } = scene.words.screen;
  const done = steps.filter(step => recordOf(scene, step.id).outcome !== undefined).length;
  const over = scene.input.state.status === 'rolledBack';
  return [
    {
      key: 'stage:rollback',
      kind: 'stage',
      depth: 0,
      status: groupBadge(scene, over ? 'done' : 'active'),
      time: '',
      number: '',
      title: tree.rollback,
      note: `${done}/${steps.length}`,
      noteTone: 'normal',
      current: !over,
    },
    ...steps.map(step => ({ ...row(scene, step, 1), ...placed(rollbackNote(scene, step)) })),
    validationRow(scene, over),
  ];
}

function validationRow(scene: Scene, over: boolean): TreeRow {
  const current = scene.input.state.status === 'validating';
  return {
    key: 'validation',
    kind: 'step',
    depth: 1,
    status: groupBadge(scene, over ? 'done' : current ? 'decide' : 'waiting'),
    time: '',
    number: '',
    title: scene.words.screen.tree.validation,
    note: '',
    noteTone: 'muted',
    current,
  };
}

/** It is a step to the eye: the checklist can be read before its time. */
function closingRow(scene: Scene): TreeRow {
  const items = scene.plan.checklist;
  const status = closingStatus(scene);
  return {
    key: `step:${closing}`,
    kind: 'step',
    depth: 0,
    status: groupBadge(scene, status),
    time: '',
    number: '',
    title: scene.words.screen.tree.closing,
    note: `${items.length - tally(scene, items).left}/${items.length}`,
    noteTone: status === 'decide' ? 'normal' : 'muted',
    current: status === 'decide',
    step: closing,
  };
}
