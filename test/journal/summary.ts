/** What a history must fold to for ever, small enough to be read. */
import type { RunContext } from '../../machines/context.ts';
import { readJournal } from '../../src/journal/chain.ts';
import { createFold } from '../../src/journal/fold.ts';
import type { Plan } from '../../src/plan/types.ts';

export function summary(plan: Plan, journal: string) {
  const { entries, lastHash } = readJournal(journal);
  const fold = createFold(plan);
  const { ignored, ...folded } = fold.all(entries);
  const { status, current, halting, statusOf, context } = fold.toState(folded);
  const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  const all = [...steps, ...(plan.rollback?.steps ?? [])];
  return {
    entries: entries.length,
    lastHash,
    ignored,
    status,
    current,
    halting,
    steps: Object.fromEntries(all.map(({ id }) => [id, statusOf(id)])),
    jobs: Object.fromEntries(Object.values(context.jobs).map(job => [job.id, job.status])),
    marks: Object.fromEntries(
      Object.entries(context.marks).map(([id, mark]) => [id, mark.verdict]),
    ),
    variables: context.variables,
    helm: context.helm?.operator ?? null,
    notes: context.notes.length,
    rollback: context.rollback,
    endedAt: context.endedAt,
    effects: effects(fold, entries),
    ...surroundings(context),
  };
}

/** What surrounds the commands, where anything was told of it: older histories know nothing of it. */
function surroundings(context: RunContext) {
  const { opened, waived, approvals, calls, handed, messages, deliveries, metrics, looks } =
    context;
  const around = { opened, waived, approvals, calls, handed, messages, deliveries, metrics, looks };
  const isTold = Object.values(around).some(kept => Object.keys(kept ?? {}).length > 0);
  return isTold && { around };
}

/** `seq: effect subject`, in order. */
function effects(
  fold: ReturnType<typeof createFold>,
  entries: ReturnType<typeof readJournal>['entries'],
) {
  let folded = fold.initial();
  return entries.flatMap(entry => {
    const after = fold.next(folded, entry);
    folded = after;
    return after.effects.map(effect => [entry.seq, ...Object.values(effect)].join(' '));
  });
}
