/** Durations of the plan that the run did not keep to, and the figures that it measured instead. */
import { inSameForm } from '../../plan/quantities/same-form.ts';
import type { Place, Step } from '../../plan/types.ts';
import { durationFinder } from '../../plan/written-durations.ts';
import type { FigureChange } from '../../view/amendments/figures.ts';
import { type Scene, stepLabel } from '../../view/scene/scene.ts';
import type { Measured } from './measured.ts';

const minute = 60_000;

/** Something that a plan gives a duration, or could. */
export interface Timed {
  /** `2.2 Migration`, safe to draw. */
  label: string;
  /** Null for a phase, or the rollback. */
  step: string | null;
  /** Where its title stands. */
  place: Place;
  /** As the plan says; undefined where it does not. */
  minutes: number | undefined;
  /** Milliseconds, as measured. */
  took: number;
  /** Measured in a rehearsal: its target is small, so it may have shown that a step takes longer, never that it takes less. */
  rehearsed: boolean;
}

/** What was measured: the plan's phases and steps in order, then its rollback and the steps of that. */
export function timedIn(scene: Scene, measured: Measured): Timed[] {
  const { plan, words } = scene;
  const all: (Omit<Timed, 'took' | 'rehearsed'> & { took: number | null })[] = plan.stages
    .filter(stage => !stage.ofEnvironment)
    .flatMap(stage => stage.phases)
    .flatMap(phase => [
      {
        label: words.seen.improvement.phase(phase.id, scene.text(phase.title)),
        step: null,
        place: phase,
        minutes: phase.plannedMinutes,
        took: phase.plannedMinutes === undefined ? null : measured.phase(phase),
      },
      ...phase.steps.map(step => timedStep(scene, step, measured)),
    ]);
  const { rollback } = plan;
  if (rollback) {
    const label = words.seen.improvement.rollback;
    const took = measured.rollback(rollback);
    all.push({ label, step: null, place: rollback, minutes: rollback.minutes, took });
    all.push(...rollback.steps.map(step => timedStep(scene, step, measured)));
  }
  const rehearsed = scene.input.schedule === 'relative';
  return all.flatMap(one => (one.took === null ? [] : { ...one, took: one.took, rehearsed }));
}

function timedStep(scene: Scene, step: Step, measured: Measured) {
  return {
    label: stepLabel(scene, step.id),
    step: step.id,
    place: step,
    minutes: step.minutes,
    took: measured.step(step),
  };
}

/** Another duration for something, and where it is to be written. */
export interface NewDuration {
  of: Timed;
  change: FigureChange;
}

/** Answers where a plan's source writes its durations; it is read when somebody asks. */
export function lazyFinder(source: string): ReturnType<typeof durationFinder> {
  let find: ReturnType<typeof durationFinder> | undefined;
  return place => {
    find ??= durationFinder(source);
    return find(place);
  };
}

/** The durations to correct; where one cannot be written in the source it is left out. */
export function newDurations(
  find: ReturnType<typeof durationFinder>,
  timed: readonly Timed[],
): NewDuration[] {
  return timed.filter(isOff).flatMap(of => {
    const written = find(of.place);
    if (written?.minutes !== of.minutes) return [];
    const fresh = inSameForm(written!.figure, sensible(of.took));
    return fresh === null || fresh === written!.figure
      ? []
      : { of, change: { ...written!, fresh } };
  });
}

/** By more than a fifth, and more than a minute. */
export function isOff({ minutes, took, rehearsed }: Timed): boolean {
  if (minutes === undefined) return false;
  const beyond = took - minutes * minute;
  const apart = rehearsed ? beyond : Math.abs(beyond);
  return apart > minute && apart > (minutes * minute) / 5;
}

/** Minutes as a plan gives them, rounded up: by one to ten, by five to two hours, by fifteen beyond. */
export function sensible(took: number): number {
  const minutes = Math.max(1, Math.ceil(took / minute));
  const grain = minutes <= 10 ? 1 : minutes <= 120 ? 5 : 15;
  return Math.ceil(minutes / grain) * grain;
}
