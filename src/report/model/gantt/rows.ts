/** One row for each stage, phase and step, in the plan's order; those of the rollback last. */
import type { Phase, Stage, Step } from '../../../plan/types.ts';
import type { Spot } from '../../../view/scene/outline.ts';
import { instant, recordOf } from '../../../view/scene/scene.ts';
import { lateness, slotOf } from '../../../view/schedule/schedule.ts';
import { apart } from '../../../view/schedule/time.ts';
import { rollbackBudget } from '../../../view/schedule/window.ts';
import { plannedSpan } from '../../../view/times.ts';
import { phaseKey } from '../../story/places.ts';
import type { Story } from '../../story/story.ts';
import type { GanttRow, Stretch } from '../../types.ts';
import { groupBars, momentBar, stepBars } from './bars.ts';

type Bars = ReturnType<typeof stepBars>;

export function rowsOf(story: Story): GanttRow[] {
  const bars = stepBars(story);
  const { outline, plan } = story.scene;
  const stages = plan.stages.flatMap((stage, at) => [
    groupRow(story, 'stage', `stage:${stage.id}`, stage, outline.stages[at]!),
    ...stage.phases.flatMap(phase => phaseRows(story, bars, stage, phase)),
  ]);
  return [...stages, ...rollbackRows(story, bars)];
}

function phaseRows(story: Story, bars: Bars, stage: Stage, phase: Phase): GanttRow[] {
  const spots = story.scene.outline.phases.get(phase) ?? [];
  const steps = spots.map(spot => stepRow(story, bars, spot));
  if (phase.title === '') return steps;
  return [groupRow(story, 'phase', phaseKey(stage, phase), phase, spots), ...steps];
}

function groupRow(
  story: Story,
  kind: 'stage' | 'phase',
  key: string,
  { id, title }: Stage | Phase,
  spots: readonly Spot[],
): GanttRow {
  const { scene } = story;
  const records = spots.map(({ step }) => recordOf(scene, step.id));
  const isOver = records.every(({ outcome }) => outcome !== undefined);
  const { start, end } = plannedSpan(scene, spots);
  const ended = Math.max(...records.map(({ endedAt }) => instant(endedAt) ?? 0));
  return {
    key,
    kind,
    number: scene.text(id),
    title: scene.text(title),
    planned: stretch(start, end),
    actual: groupBars(story, new Set(spots.map(({ step }) => step.id)), isOver),
    best: null,
    late: isOver && end !== null && spots.length > 0 ? apart(ended, end) : null,
  };
}

function stepRow(story: Story, bars: Bars, spot: Spot): GanttRow {
  const { scene } = story;
  const { start, end } = slotOf(scene, spot);
  const { outcome } = recordOf(scene, spot.step.id);
  const late = outcome === undefined || outcome === 'skipped' ? null : lateness(scene, spot);
  return { ...bareRow(story, bars, spot.step), planned: stretch(start, end), late };
}

function bareRow({ scene, input }: Story, bars: Bars, step: Step): GanttRow {
  const actual = bars.get(step.id) ?? momentBar(scene, step);
  const [first] = actual;
  const best = input.best?.get(step.id);
  return {
    key: `step:${step.id}`,
    kind: 'step',
    number: scene.text(step.id),
    title: scene.text(step.title),
    planned: null,
    actual,
    best: first && best !== undefined ? { from: first.from, to: first.from + best } : null,
    late: null,
  };
}

/** From the decision on: the plan gives the procedure lengths, and no times. */
function rollbackRows(story: Story, bars: Bars): GanttRow[] {
  const { scene, plan } = story;
  const decided = instant(scene.context.rollback?.at);
  if (decided === null || !plan.rollback) return [];
  const { steps } = plan.rollback;
  const plans = plannedBack(steps, decided);
  const budget = rollbackBudget(scene);
  const isOver = steps.every(({ id }) => recordOf(scene, id).outcome !== undefined);
  const whole: GanttRow = {
    key: 'rollback',
    kind: 'stage',
    number: '',
    title: scene.words.screen.tree.rollback,
    planned: budget === null ? null : { from: decided, to: decided + budget },
    actual: groupBars(story, new Set(steps.map(({ id }) => id)), isOver),
    best: null,
    late: null,
  };
  return [
    whole,
    ...steps.map((step, at) => ({ ...bareRow(story, bars, step), planned: plans[at]! })),
  ];
}

/** One after the other; a step without minutes takes none. */
function plannedBack(steps: readonly Step[], decided: number): (Stretch | null)[] {
  let at = decided;
  return steps.map(({ minutes }) => {
    if (minutes === undefined) return null;
    const from = at;
    at += minutes * 60_000;
    return { from, to: at };
  });
}

function stretch(from: number | null, to: number | null): Stretch | null {
  return from === null ? null : { from, to: Math.max(from, to ?? from) };
}
