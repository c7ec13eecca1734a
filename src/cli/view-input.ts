import type { RunSource } from '../engine/types.ts';
import type { ViewInput } from '../view/types.ts';
import type { Session } from './session.ts';

/** Where entries come from, and who looks at them. */
export interface SeenRun extends Pick<Session, 'plan' | 'environment' | 'operator'> {
  engine: RunSource;
}

/** What the views need of a session, or of a run that is only looked at, now. */
export function viewInput(
  { plan, environment, engine, operator }: SeenRun,
  how: Pick<ViewInput, 'language' | 'ascii' | 'observer' | 'history' | 'watching'>,
  now: number,
): ViewInput {
  return {
    plan,
    state: engine.state(),
    entries: engine.entries(),
    away: engine.away,
    now,
    operator: `${operator.operator}@${operator.host}`,
    schedule: environment.schedule,
    around: environment,
    hashOf: seq => engine.hashOf(seq),
    ...how,
  };
}
