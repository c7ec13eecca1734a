/** The part of the plan that a stretch of time belongs to. */
import type { Phase, Plan } from '../../plan/types.ts';
import type { Scene } from '../../view/scene/scene.ts';
import type { Spent } from './spending.ts';

export interface Place {
  /** `phase:Jour J:4`, `rollback`, `closing`, `between`, `apart`. */
  key: string;
  number: string;
  /** Raw. */
  title: string;
  phase: Phase | null;
  /** Rises along the report. */
  order: number;
}

interface Places {
  ofStep: ReadonlyMap<string, Place>;
  rollback: Place;
  closing: Place;
  between: Place;
  apart: Place;
}

const known = new WeakMap<Plan, Map<string, Places>>();

/** Null for what comes before a phase begins. */
export function placeOf(scene: Scene, spent: Spent | null): Place {
  const places = placesOf(scene);
  if (spent === null) return places.between;
  if (spent.cause === 'validation') return places.rollback;
  if (spent.cause === 'closing') return places.closing;
  if (spent.step === null) return nowhere(scene, places);
  const place = places.ofStep.get(spent.step);
  return place ?? (scene.outline.rollback.has(spent.step) ? places.rollback : places.apart);
}

/** Nobody's turn: the lists at the ends, whatever interrupts them. */
function nowhere({ context }: Scene, { rollback, closing }: Places): Place {
  return context.rollback === null ? closing : rollback;
}

/** `phase:Jour J:4`: phases of two stages may have the same number. */
export function phaseKey(stage: { id: string }, phase: { id: string }): string {
  return `phase:${stage.id}:${phase.id}`;
}

function placesOf({ plan, input, words }: Scene): Places {
  const byLanguage = known.get(plan) ?? new Map<string, Places>();
  known.set(plan, byLanguage);
  const before = byLanguage.get(input.language);
  if (before) return before;
  const { seen, screen } = words;
  const after = (key: string, title: string, order: number): Place => {
    return { key, number: '', title, phase: null, order: 1e9 + order };
  };
  const places: Places = {
    ofStep: stepPlaces(plan),
    rollback: after('rollback', screen.tree.rollback, 0),
    closing: after('closing', screen.tree.closing, 1),
    between: after('between', seen.sentences.between, 2),
    apart: after('apart', seen.sentences.apart, 3),
  };
  byLanguage.set(input.language, places);
  return places;
}

function stepPlaces({ stages }: Plan): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const stage of stages) {
    for (const phase of stage.phases) {
      const named = phase.title === '' ? stage : phase;
      const place: Place = {
        key: phaseKey(stage, phase),
        number: named.id,
        title: named.title,
        phase,
        order: places.size,
      };
      for (const step of phase.steps) places.set(step.id, place);
    }
  }
  return places;
}
