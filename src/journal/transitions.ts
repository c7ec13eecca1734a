/** One step of the machine, as XState's own `transition` takes it, for a tenth of what that costs around it. */
import { createActor, type initialTransition } from 'xstate';
import type { DeploymentMachine } from '../../machines/deployment.ts';
import type { Entry } from '../../machines/entries.ts';

export type RunSnapshot = ReturnType<typeof initialTransition<DeploymentMachine>>[0];
type Scope = Parameters<DeploymentMachine['transition']>[2];
type Action = Parameters<Scope['actionExecutor']>[0];

/** Pure: the next snapshot, and the actions that somebody else is to perform. */
export type Transition = (snapshot: RunSnapshot, entry: Entry) => [RunSnapshot, Action[]];

/**
 * The transitions of one machine. `transition()` of XState makes an actor for every event, and with it the initial
 * snapshot; the actor is never started nor asked anything, so one serves them all.
 */
export function transitionsOf(machine: DeploymentMachine): Transition {
  const self = createActor(machine);
  const inert = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
  };
  return (snapshot, entry) => {
    const actions: Action[] = [];
    const scope: Scope = { ...inert, actionExecutor: action => actions.push(action) };
    return [machine.transition(snapshot, entry, scope), actions];
  };
}
