/** The plan laid flat, once per plan: where each step stands, and what each box says. */
import type { Item, Phase, Plan, Stage, Step } from '../../plan/types.ts';

/** One step of the timeline and where it stands. */
export interface Spot {
  step: Step;
  phase: Phase;
  stage: Stage;
  /** Position among all the steps of the timeline. */
  at: number;
  /** Positions of its stage in the plan and of its phase in the stage. */
  stageAt: number;
  phaseAt: number;
}

export interface Outline {
  spots: readonly Spot[];
  /** Spots of each stage, in the plan's order. */
  stages: readonly (readonly Spot[])[];
  phases: ReadonlyMap<Phase, readonly Spot[]>;
  byId: ReadonlyMap<string, Spot>;
  rollback: ReadonlyMap<string, Step>;
  /** Boxes of each step that has some: its checkpoint's criteria, then its own list. */
  boxes: ReadonlyMap<string, readonly Item[]>;
  /** Titles of every box of the plan, by id. */
  items: ReadonlyMap<string, string>;
  opens: Spot | null;
  closes: Spot | null;
}

const known = new WeakMap<Plan, Outline>();

/** The outline of a plan, made once. */
export function outlineOf(plan: Plan): Outline {
  const before = known.get(plan);
  if (before) return before;
  const outline = makeOutline(plan);
  known.set(plan, outline);
  return outline;
}

function makeOutline(plan: Plan): Outline {
  const spots: Spot[] = [];
  plan.stages.forEach((stage, stageAt) => {
    stage.phases.forEach((phase, phaseAt) => {
      for (const step of phase.steps) {
        spots.push({ step, phase, stage, at: spots.length, stageAt, phaseAt });
      }
    });
  });
  const stages: Spot[][] = plan.stages.map(() => []);
  for (const spot of spots) stages[spot.stageAt]!.push(spot);
  const opens = spots.find(spot => spot.step.window === 'opens') ?? null;
  return {
    spots,
    stages,
    phases: Map.groupBy(spots, spot => spot.phase),
    byId: new Map(spots.map(spot => [spot.step.id, spot])),
    rollback: new Map((plan.rollback?.steps ?? []).map(step => [step.id, step])),
    boxes: boxesOf(plan, spots),
    items: new Map(allItems(plan, spots).map(item => [item.id, item.title])),
    opens,
    closes: spots.findLast(spot => spot.step.window === 'closes') ?? null,
  };
}

function boxesOf(plan: Plan, spots: readonly Spot[]): Map<string, Item[]> {
  const steps = [...spots.map(spot => spot.step), ...(plan.rollback?.steps ?? [])];
  const criteria = new Map(plan.checkpoints.map(one => [one.id, one.criteria]));
  const boxes = steps.map(step => {
    const own = [...(criteria.get(step.checkpoint ?? '') ?? []), ...step.items];
    return [step.id, own] as const;
  });
  return new Map(boxes.filter(([, own]) => own.length > 0));
}

function allItems(plan: Plan, spots: readonly Spot[]): Item[] {
  return [
    ...plan.prerequisites.flatMap(group => group.items),
    ...plan.checkpoints.flatMap(checkpoint => checkpoint.criteria),
    ...spots.flatMap(spot => spot.step.items),
    ...(plan.rollback?.steps ?? []).flatMap(step => step.items),
    ...(plan.rollback?.validation ?? []),
    ...(plan.rollback?.proofs ?? []),
    ...plan.metrics.flatMap(group => group.items),
    ...plan.checklist,
  ];
}
