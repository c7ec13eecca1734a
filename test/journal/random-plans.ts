/** Plans drawn at random: small, but of every kind of step, with checks, proofs, captures, and what undoes what. */
import fc from 'fast-check';
import type { Command, Item, Plan, Proof, Stage, Step } from '../../src/plan/types.ts';
import {
  checkpoint,
  command,
  commands,
  gate,
  item,
  list,
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
const stepOf: fc.Arbitrary<StepInWant> = fc.oneof(
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

type StepInWant = (id: string) => Step;

/** One step in ten waits for somebody else. */
const askingOf = (make: fc.Arbitrary<StepInWant>): fc.Arbitrary<StepInWant> =>
  fc.tuple(make, fc.integer({ min: 0, max: 9 })).map(([step, asks]) => (id: string) => {
    return asks > 0 ? step(id) : { ...step(id), attributes: { approve: 'Direction' } };
  });

/** A stage in want of its number. */
type StageInWant = (s: number) => Stage;

const phase = fc.array(askingOf(stepOf), { maxLength: 3, size: 'max' });
const inOrder: fc.Arbitrary<StageInWant> = fc
  .array(phase, { maxLength: 2, size: 'max' })
  .map(phases => s => {
    return stage(
      `S${s}`,
      phases.map((steps, p) => steps.map((make, n) => make(`${s}.${p}.${n}`))),
    );
  });

/** Of steps by hand, in any order. */
const listOf: fc.Arbitrary<StageInWant> = fc
  .array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 3, size: 'max' })
  .map(boxes => s => {
    return list(
      `S${s}`,
      boxes.map((count, n) => manual(`${s}.0.${n}`, count)),
    );
  });

/** Before the day, on it, or after it. */
const stageOf: fc.Arbitrary<StageInWant> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: inOrder }, { weight: 1, arbitrary: listOf }),
    fc.constantFrom(0, 0, -1, 1),
  )
  .map(([make, offsetDays]) => s => ({ ...make(s), offsetDays }));

const stagesOf = fc
  .array(stageOf, { minLength: 1, maxLength: 3, size: 'max' })
  .map(stages => stages.map((make, s) => make(s)));

export const stepsOf = (stages: readonly Stage[]): Step[] =>
  stages.flatMap(one => one.phases.flatMap(list => list.steps));

/** A rollback step, which of the forward steps it undoes (in numbers), and what its proofs use. */
const backOf = fc.record({
  make: stepOf,
  undoes: fc.option(fc.array(fc.nat(), { maxLength: 2 }), { nil: undefined }),
  proofs: fc.array(few(names), { maxLength: 2 }),
});

const place = { line: 1, column: 1 };

/** What every plan has around its commands. */
const around = {
  messages: [{ id: 'before', title: 'Before', ...place }],
  metrics: [{ title: 'Site', items: [{ ...item('M1.1'), text: '< 2 s' }] }],
  surveillance: [{ id: 'W.1', title: 'Logs', text: 'every hour', line: 1 }],
};

/** Half of the prerequisites, of the boxes of checkpoints, and of the rollback's validation, have a command to look at them. */
export const randomPlan: fc.Arbitrary<Plan> = fc
  .record({
    stages: stagesOf,
    back: fc.option(fc.array(backOf, { maxLength: 2, size: 'max' }), { nil: undefined }),
    looks: fc.nat(),
    boxes: fc.nat({ max: 2 }),
  })
  .map(({ stages, back, looks, boxes }) => {
    const ids = stepsOf(stages).map(step => step.id);
    const steps = back?.map(({ make, undoes }, n) => {
      const undone = undoes?.flatMap(number => ids[number % ids.length] ?? []);
      return { ...make(`R.${n}`), attributes: undone ? { undoes: undone } : {} };
    });
    const proofs = back?.flatMap((one, n) => proofsOf(`R.${n}`, one.proofs));
    const whole = plan(stages, {
      ...around,
      ...(steps && { rollback: rollback(steps, 2, proofs) }),
      checklist: Array.from({ length: boxes }, (_, n) => item(`L.${n + 1}`)),
    });
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
    ...whole.prerequisites.flatMap(group => group.items),
    ...whole.checkpoints.flatMap(one => one.criteria),
    ...points.flatMap(step => step.items),
    ...(whole.rollback?.validation ?? []),
  ];
  boxes.forEach((box, index) => {
    if ((bits >> (index % 31)) & 1) box.check = command(0);
  });
  return whole;
}
