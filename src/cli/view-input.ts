import type { Language } from '../plan/types.ts';
import { noHistory } from '../view/history.ts';
import type { ViewInput } from '../view/types.ts';
import type { Session } from './session.ts';

/** What the views need of a session, now. */
export function viewInput(
  { plan, environment, engine, operator }: Session,
  how: { language: Language; ascii: boolean; observer: boolean },
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
    history: noHistory,
    ...how,
  };
}
