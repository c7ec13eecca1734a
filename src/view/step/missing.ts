/** What the rollback lacks before a step may start. */
import { missingFor, type Piece } from '../../../machines/readiness.ts';
import type { Step } from '../../plan/types.ts';
import { nextCommand, type Scene } from '../scene/scene.ts';

/** Names of the missing pieces, with what keeps each; '' when the step may start. */
export function missingPieces(scene: Scene, step: Step): string {
  if (nextCommand(scene, step) === null) return '';
  return missingFor(scene.plan, scene.context, step)
    .map(piece => `${pieceLabel(scene, piece)} (${stateOf(scene, piece)})`)
    .join(', ');
}

function stateOf(scene: Scene, { id, state }: Piece): string {
  const { states, checking } = scene.words.decisions.readiness;
  return isBeingChecked(scene, id) ? checking : states[state];
}

/** Its check runs at this moment. */
export function isBeingChecked({ context }: Scene, id: string): boolean {
  const { checks, aside } = context;
  return aside !== null && Object.hasOwn(checks, id) && checks[id] === aside;
}

/** A variable's description, cut at its first clause, or its name; a proof's title. */
export function pieceLabel(scene: Scene, { kind, id }: Pick<Piece, 'kind' | 'id'>): string {
  if (kind === 'proof') return scene.text(scene.outline.items.get(id) ?? id);
  const { description = '' } = scene.plan.variables.find(({ name }) => name === id) ?? {};
  return scene.text(description.split(/[.;:,(]/)[0]!.trim() || id);
}
