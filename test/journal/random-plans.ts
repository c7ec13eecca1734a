/** Plans drawn at random: small, but of every kind of step, with checks, proofs, captures, and what undoes what. */
import fc from 'fast-check';
import type { Command, Item, Plan, Proof, Stage, Step } from '../../src/plan/types.ts';
import {
  checkpoint,
  command,
  commands,
  gate,
  item,
  manual,
  milestone,
  plan,
  proof,
  rollback,
  stage,
} from '../machines/plans.ts';

const names = ['backup', 'version'];
const few = <T>(from: T[]) => fc.subarray(from, { maxLength: 1 });

const commandOf: fc.Arbitrary<(index: number) => Command> = fc
  .record({
    variables: few(names),
    capture: fc.option(fc.constantFrom(...names), { nil: undefined, freq: 3 }),
    destructive: fc.boolean(),
  })
  .map(({ variables, capture, destructive }) => (index: number) => {
    const attributes = { ...(capture && { capture }), ...(destructive && { destructive }) };
    return command(index, { variables, attributes });
  });

const commandsOf = (range: { minLength?: number; maxLength: number }) =>
  fc.array(commandOf, range).map(list => list.map((make, index) => make(index)));

/** A step in want of an id. */
const stepOf: fc.Arbitrary<(id: string) => Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: commandsOf({ minLength: 1, maxLength: 3 }).map(list => (id: string) => {
      return { ...commands(id, 0), commands: list };
    }),
  },
  fc.nat({ max: 2 }).map(boxes => (id: string) => manual(id, boxes)),
  fc.tuple(commandsOf({ maxLength: 1 }), fc.boolean()).map(([list, box]) => (id: string) => {
    return checkpoint(id, { commands: list, items: box ? [item(`${id}/1`)] : [] });
  }),
  commandsOf({ maxLength: 1 }).map(list => (id: string) => gate(id, { commands: list })),
  fc
    .tuple(
      commandsOf({ maxLength: 1 }),
      fc.constantFrom(undefined, 'opens' as const, 'closes' as const),
    )
    .map(([list, window]) => (id: string) => {
      return milestone(id, { commands: list, ...(window && { window }) });
    }),
);

const phase = fc.array(stepOf, { maxLength: 3, size: 'max' });
const stagesOf = fc
  .array(fc.array(phase, { maxLength: 2, size: 'max' }), {
    minLength: 1,
    maxLength: 2,
    size: 'max',
  })
  .map(stages =>
    stages.map((phases, s) =>
      stage(
        `S${s}`,
        phases.map((steps, p) => steps.map((make, n) => make(`${s}.${p}.${n}`))),
      ),
    ),
  );

export const stepsOf = (stages: readonly Stage[]): Step[] =>
  stages.flatMap(one => one.phases.flatMap(list => list.steps));

/** A rollback step, which of the forward steps it undoes (in numbers), and what its proofs use. */
const backOf = fc.record({
  make: stepOf,
  undoes: fc.option(fc.array(fc.nat(), { maxLength: 2 }), { nil: undefined }),
  proofs: fc.array(few(names), { maxLength: 2 }),
});

/** Half of the boxes of checkpoints, and of the rollback's validation, have a command to look at them. */
export const randomPlan: fc.Arbitrary<Plan> = fc
  .record({
    stages: stagesOf,
    back: fc.option(fc.array(backOf, { maxLength: 2, size: 'max' }), { nil: undefined }),
    looks: fc.nat(),
  })
  .map(({ stages, back, looks }) => {
    const ids = stepsOf(stages).map(step => step.id);
    const steps = back?.map(({ make, undoes }, n) => {
      const undone = undoes?.flatMap(number => ids[number % ids.length] ?? []);
      return { ...make(`R.${n}`), attributes: undone ? { undoes: undone } : {} };
    });
    const proofs = back?.flatMap((one, n) => proofsOf(`R.${n}`, one.proofs));
    const whole = plan(stages, steps && { rollback: rollback(steps, 2, proofs) });
    whole.variables = names.map(name => declared(name, [...stepsOf(stages), ...(steps ?? [])]));
    return lookedAt(whole, looks);
  });

const proofsOf = (step: string, all: readonly string[][]): Proof[] =>
  all.map((variables, n) => proof(`${step}/p${n}`, step, variables));

function declared(name: string, steps: readonly Step[]) {
  const captor = steps.find(step => step.commands.some(one => one.attributes.capture === name));
  return { name, ...(captor && { capturedBy: captor.id }) };
}

/** Puts a check under boxes that the bits of a number choose. */
function lookedAt(whole: Plan, bits: number): Plan {
  const points = stepsOf(whole.stages).filter(step => step.kind === 'checkpoint');
  const boxes: Item[] = [
    ...whole.checkpoints.flatMap(one => one.criteria),
    ...points.flatMap(step => step.items),
    ...(whole.rollback?.validation ?? []),
  ];
  boxes.forEach((box, index) => {
    if ((bits >> (index % 31)) & 1) box.check = command(0);
  });
  return whole;
}
