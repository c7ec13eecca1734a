/** The vocabulary of the chart: the types, actions and guards that every state is made of. */
import { assign, setup } from 'xstate';
import type { RunContext, StepOutcome } from './context.ts';
import type { CallHuman, CancelJob, SendMessage, StartJob } from './effects.ts';
import type { Entry } from './entries.ts';
import * as guards from './guards.ts';
import * as around from './guards-around.ts';
import { unproved } from './records/aside.ts';
import { record } from './records/record.ts';
import { finished, isOpen, reopened, unmarked } from './records/step.ts';

type Params<Effect> = Omit<Effect, 'type'>;

export const chart = setup({
  types: { context: {} as RunContext, events: {} as Entry },
  actions: {
    /** Effects: carried out by the engine, so nothing here. */
    startJob: (_, _effect: Params<StartJob>) => {},
    cancelJob: (_, _effect: Params<CancelJob>) => {},
    callHuman: (_, _effect: Params<CallHuman>) => {},
    sendMessage: (_, _effect: Params<SendMessage>) => {},

    /** What the entry leaves in the context; every accepted entry does this first. */
    record: assign(({ context, event }) => record(context, event)),
    /** The step's turn begins. */
    takeTurn: assign((_, { step }: { step: string | null }) => ({ current: step })),
    /** Of a list in any order, the first step that is open has the turn. */
    takeFirstTurn: assign(({ context }, { steps }: { steps: readonly string[] }) => ({
      current: steps.find(step => isOpen(context, step)) ?? null,
    })),
    finish: assign(({ context }, { step, outcome }: { step: string; outcome: StepOutcome }) =>
      finished(context, step, outcome),
    ),
    reopen: assign(({ context }, { steps }: { steps: Parameters<typeof reopened>[1] }) =>
      reopened(context, steps),
    ),
    unmark: assign(({ context }, { boxes }: { boxes: readonly string[] }) =>
      unmarked(context, boxes),
    ),
    /** A phase begins: what the rollback needs is proved anew. */
    unprove: assign(({ context }) => unproved(context)),
    end: assign(({ context }) => ({ endedAt: context.at, current: null })),
  },
  guards: { ...guards, ...around },
});

/** Any state of the chart, as data. */
export type StateConfig = Parameters<typeof chart.createStateConfig>[0];

/** Params of a guard that only needs what the entry itself says. */
export const said = <Said>({ event }: { event: Said }): Said => event;
