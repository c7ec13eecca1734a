import type { ViewInput } from '../view/types.ts';
import type { Session } from './session.ts';

/** What the views need of a session, now. */
export function viewInput(
  { plan, environment, engine, operator }: Session,
  how: Pick<ViewInput, 'language' | 'ascii' | 'observer' | 'history'>,
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
    ...how,
  };
}
