/** Who was called, when, and what came of it. */
import type { Call } from '../../../machines/context.ts';
import { normalise } from '../../plan/vocabulary/words.ts';
import { whenText } from '../messages/when.ts';
import type { Scene } from '../scene/scene.ts';
import type { DossierRow } from '../types.ts';

/** The same role or contact, however it is written. */
export function isSame(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

/** `joint 07:12`: the last call; '' where nobody called. */
export function lastCall(scene: Scene, role: string): string {
  const call = callsTo(scene, role).at(-1);
  if (!call) return '';
  const { called } = scene.words.around.people.page;
  return called(outcomeOf(scene, call), whenText(scene, Date.parse(call.at)));
}

/** Every call, newest first. */
export function callLines(scene: Scene, role: string): DossierRow['detail'] {
  const { callOf } = scene.words.around.people.page;
  return callsTo(scene, role)
    .toReversed()
    .map(call => {
      const time = whenText(scene, Date.parse(call.at));
      const said = callOf(time, outcomeOf(scene, call), call.by, call.note ?? '');
      return { text: scene.text(said), tone: call.outcome === 'reached' ? 'good' : 'warning' };
    });
}

function callsTo({ context }: Scene, role: string): Call[] {
  return context.calls.filter(call => isSame(call.role, role));
}

function outcomeOf({ words }: Scene, { outcome }: Call): string {
  return words.around.choices.outcomes[outcome];
}
