import { isRollback, type Scene, stepLabel } from '../../view/scene/scene.ts';
import { rollbackBudget } from '../../view/schedule/window.ts';
import { plannedSpan } from '../../view/times.ts';
import { type Place, placeOf } from '../story/places.ts';
import { type Spent, spendingOf } from '../story/spending.ts';
import { iso, type Story } from '../story/story.ts';
import type { Spending, TimeSpent } from '../types.ts';

type Totals = Record<Spending, number>;

const most = 10;

/** Where the time went, each millisecond once: in all, by phase, and the longest stretches. */
export function timeSpentOf(story: Story): TimeSpent {
  const { spent, scene } = story;
  return {
    total: totalsOf(spent),
    phases: phasesOf(scene, spent),
    longest: spent
      .toSorted((a, b) => b.to - b.from - (a.to - a.from))
      .slice(0, most)
      .map(stretch => longestOf(scene, stretch)),
  };
}

function totalsOf(spent: readonly Spent[]): Totals {
  const totals: Totals = { commands: 0, people: 0, deciding: 0, waiting: 0, away: 0 };
  for (const { cause, from, to } of spent) totals[spendingOf[cause]] += to - from;
  return totals;
}

/** In the plan's order, those that took any time; then what belongs to none. */
function phasesOf(scene: Scene, spent: readonly Spent[]): TimeSpent['phases'] {
  const byPlace = Map.groupBy(placed(scene, spent), ({ place }) => place);
  const order = [...byPlace].toSorted(([a], [b]) => a.order - b.order);
  return order.map(([place, parts]) => ({
    key: place.key,
    number: scene.text(place.number),
    title: scene.text(place.title),
    planned: plannedFor(scene, place),
    spent: totalsOf(parts),
  }));
}

/** Waiting and absences before a phase begins are between the phases: a night is no part of the morning. */
function placed(scene: Scene, spent: readonly Spent[]): (Spent & { place: Place })[] {
  const begun = new Set<Place>();
  return spent.map(stretch => {
    const place = placeOf(scene, stretch);
    const idle = stretch.cause === 'away' || stretch.cause === 'time';
    if (!idle) begun.add(place);
    return { ...stretch, place: begun.has(place) ? place : placeOf(scene, null) };
  });
}

function plannedFor(scene: Scene, { key, phase }: Place): number | null {
  if (key === 'rollback') return isRollback(scene) ? rollbackBudget(scene) : null;
  if (!phase) return null;
  const { start, end } = plannedSpan(scene, scene.outline.phases.get(phase) ?? []);
  if (start === null)
    return phase.plannedMinutes === undefined ? null : phase.plannedMinutes * 60_000;
  return end === null ? null : Math.max(0, end - start);
}

function longestOf(scene: Scene, { cause, from, to, step }: Spent): TimeSpent['longest'][number] {
  const { spent } = scene.words.seen.sentences;
  const about = cause === 'held' || step === null ? '' : stepLabel(scene, step);
  return {
    kind: spendingOf[cause],
    from: iso(from),
    took: to - from,
    step,
    text: scene.text(spent[cause](about)),
  };
}
