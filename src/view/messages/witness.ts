/** The journal's hash in a message, so that whoever gets it holds a witness of what was decided by then. */
import { messageOf, stepOfOccasion } from '../../../machines/occasion.ts';
import type { Scene } from '../scene/scene.ts';
import { witnessAt } from '../witness.ts';
import { announcesTheEnd } from './announcing.ts';
import { decidedCheckpoints } from './decisions.ts';
import { endOfMaintenance, setbackOf } from './ending.ts';
import { setbackAt } from './setback.ts';

/** The body with one line more, where it follows a checkpoint, or the end; `scene` in the plan's language. */
export function withWitness(scene: Scene, occasion: string, body: string): string {
  const seq = toldEntry(scene, occasion);
  const witness = seq === null ? null : witnessAt(scene, seq);
  if (!witness) return body;
  return `${body}\n${scene.words.seen.witness.line(witness.hash, witness.seq)}`;
}

/** Number of the entry that the message follows; it stays the same until another thing is to be told. */
function toldEntry(scene: Scene, occasion: string): number | null {
  const message = scene.plan.messages.find(({ id }) => id === messageOf(occasion));
  if (message && announcesTheEnd(message)) return entryOfEnd(scene);
  const step = stepOfOccasion(occasion);
  return decidedCheckpoints(scene).find(one => one.step === step)?.seq ?? null;
}

function entryOfEnd(scene: Scene): number | null {
  const setback = setbackOf(scene);
  const end = setback ? setbackAt(scene, setback) : endOfMaintenance(scene);
  return end === null ? null : entryAt(scene, end);
}

/** The last entry of that very time; where none has it, the first after it, which found out later. */
function entryAt({ input, context }: Scene, ms: number): number | null {
  const known = input.entries.filter(({ seq }) => seq <= context.seq);
  const first = known.find(({ at }) => Date.parse(at) >= ms);
  return known.findLast(({ at }) => at === first?.at)?.seq ?? null;
}
