/** Small plans made by hand, as the compiler would give them. */
import type { Command, Item, Plan, Proof, Rollback, Stage, Step } from '../../src/plan/types.ts';

const place = { line: 1, column: 1 };

export function item(id: string): Item {
  return { id, title: `Box ${id}`, ...place };
}

/** A command that runs, or (`shown`) one that is only shown. */
export function command(index: number, more: Partial<Command> = {}): Command {
  return {
    index,
    language: 'bash',
    script: `echo ${index}`,
    runnable: true,
    variables: [],
    attributes: {},
    ...place,
    ...more,
  };
}

/** A command that looks at a box. */
export const look = (variables: string[] = []): Command => command(0, { variables });

/** A proof of a rollback step, whose command uses these variables. */
export const proof = (id: string, of: string, variables: string[] = []): Proof => ({
  ...item(id),
  step: of,
  check: look(variables),
});

/** The plan with a command to look at each of these criteria, boxes of checkpoint steps, and validations. */
export function checkedBy(subject: Plan, ...boxes: string[]): Plan {
  const checked = structuredClone(subject);
  const steps = checked.stages.flatMap(one => one.phases.flatMap(phase => phase.steps));
  const items = [
    ...steps.flatMap(one => one.items),
    ...checked.checkpoints.flatMap(one => one.criteria),
    ...(checked.rollback?.validation ?? []),
  ];
  for (const one of items) if (boxes.includes(one.id)) one.check = look();
  return checked;
}

function step(id: string, kind: Step['kind'], more: Partial<Step> = {}): Step {
  return {
    id,
    key: `s-${id.replaceAll('.', '-')}`,
    title: `Step ${id}`,
    kind,
    commands: [],
    items: [],
    attributes: {},
    ...place,
    ...more,
  };
}

/** A step of `count` commands. */
export const commands = (id: string, count = 1): Step =>
  step(id, 'command', { commands: Array.from({ length: count }, (_, index) => command(index)) });

export const manual = (id: string, boxes = 0): Step =>
  step(id, 'manual', {
    items: Array.from({ length: boxes }, (_, index) => item(`${id}/${index + 1}`)),
  });

export const checkpoint = (id: string, more: Partial<Step> = {}): Step =>
  step(id, 'checkpoint', { checkpoint: `C${id}`, ...more });

export const gate = (id: string, more: Partial<Step> = {}): Step => step(id, 'gate', more);
export const milestone = (id: string, more: Partial<Step> = {}): Step =>
  step(id, 'milestone', more);

/** One stage of one phase for each list of steps. */
export function stage(id: string, phases: Step[][]): Stage {
  return {
    id,
    key: `stage-${id}`,
    offsetDays: 0,
    title: id,
    phases: phases.map((steps, index) => ({
      id: `${id}.${index}`,
      key: `phase-${id}-${index}`,
      title: `Phase ${index}`,
      steps,
      ...place,
    })),
    ...place,
  };
}

/** A stage whose steps are done in any order. */
export function list(id: string, steps: Step[]): Stage {
  const { phases, ...rest } = stage(id, [steps]);
  return { ...rest, offsetDays: 1, phases: phases.map(phase => ({ ...phase, anyOrder: true })) };
}

export function rollback(steps: Step[], validations = 1, proofs: Proof[] = []): Rollback {
  return {
    title: 'Rollback',
    triggers: [],
    proofs,
    steps,
    validation: Array.from({ length: validations }, (_, index) => item(`V.${index + 1}`)),
    ...place,
  };
}

/** A plan of these stages; every checkpoint step gets two criteria. */
export function plan(stages: Stage[], more: Partial<Plan> = {}): Plan {
  const steps = stages.flatMap(one => one.phases.flatMap(phase => phase.steps));
  return {
    title: 'A plan',
    language: 'en',
    fingerprint: 'f'.repeat(64),
    timezone: 'UTC',
    general: { environments: [] },
    roles: [],
    availability: [],
    prerequisites: [{ title: 'Before', items: [item('P1.1')] }],
    stages,
    checkpoints: steps.filter(isCheckpoint).map(checkpointOf),
    messages: [],
    metrics: [],
    surveillance: [],
    contacts: [],
    links: [],
    checklist: [],
    variables: [],
    runners: {},
    fences: [],
    reading: [],
    ...more,
  };
}

/** A plan of one phase. */
export const planOf = (...steps: Step[]): Plan => plan([stage('A', [steps])]);

const isCheckpoint = (one: Step) => one.kind === 'checkpoint';

function checkpointOf(one: Step) {
  const criteria = [item(`${one.id}.a`), item(`${one.id}.b`)];
  return { id: one.checkpoint!, title: one.title, step: one.id, criteria, actions: [], ...place };
}
