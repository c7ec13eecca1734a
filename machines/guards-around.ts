/** When the chart accepts an entry about what surrounds the commands: days, people, messages, metrics. */
import { isOperator, roundOf } from './approvals.ts';
import { type Asked, created, driven } from './guards.ts';
import { messageOf } from './occasion.ts';

/** A prerequisite that somebody at the helm does without. */
export const mayWaive = (
  asked: Asked,
  about: { item: string; known: ReadonlySet<string> },
): boolean => driven(asked) && about.known.has(about.item);

/** Somebody else than the operator speaks of the step whose turn it is, as it stands. */
export const mayApprove = (
  { context }: Asked,
  about: { step: string; person: string; round: string; asks: ReadonlySet<string> },
): boolean =>
  context.current === about.step &&
  about.asks.has(about.step) &&
  about.round === roundOf(context, about.step) &&
  !isOperator(context.helm?.operator, about.person);

/** A message of the plan, under a name that no delivery had before. */
export const mayQueue = (
  asked: Asked,
  about: { message: string; delivery: string; known: ReadonlySet<string> },
): boolean =>
  driven(asked) &&
  about.known.has(messageOf(about.message)) &&
  !Object.hasOwn(asked.context.deliveries, about.delivery);

/** Its fate is not known yet. */
export const isUnderWay = ({ context }: Asked, about: { delivery: string }): boolean =>
  Object.hasOwn(context.deliveries, about.delivery) &&
  context.deliveries[about.delivery]!.status === 'queued';

/** The plan knows it: a message by its id, whatever the occasion; a metric, a stage, a point of the surveillance. */
export const isKnown = (asked: Asked, about: { id: string; known: ReadonlySet<string> }): boolean =>
  created(asked) && about.known.has(about.id);

export const isKnownAndDriven = (
  asked: Asked,
  about: { id: string; known: ReadonlySet<string> },
): boolean => driven(asked) && isKnown(asked, about);
