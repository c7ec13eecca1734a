/** What the rollback lacks before a step may start. */
import { missingFor, type Piece } from '../../../machines/readiness.ts';
import { isBeingChecked } from '../../../machines/records/aside.ts';
import type { Step } from '../../plan/types.ts';
import { plainLine } from '../card/lines.ts';
import { whyText } from '../log/why.ts';
import { nextCommand, type Scene } from '../scene/scene.ts';

/** Names of the missing pieces, with what keeps each; '' when the step may start. */
export function missingPieces(scene: Scene, step: Step): string {
  return missingAt(scene, step)
    .map(piece => `${pieceLabel(scene, piece)} (${stateOf(scene, piece)})`)
    .join(', ');
}

/** The same, with what the failed proofs printed. */
export function missingInFull(scene: Scene, step: Step): string {
  return missingAt(scene, step)
    .map(piece => {
      const evidence = piece.state === 'failed' ? evidenceOf(scene, piece.id) : '';
      const kept = [stateOf(scene, piece), evidence].filter(Boolean).join(scene.text(' · '));
      return `${pieceLabel(scene, piece)} (${kept})`;
    })
    .join(', ');
}

/** The step is refused for want of something that can be proved, or said good. */
export function lacksProof(scene: Scene, step: Step): boolean {
  return missingAt(scene, step).some(({ kind }) => kind === 'proof');
}

function missingAt(scene: Scene, step: Step): Piece[] {
  if (nextCommand(scene, step) === null) return [];
  return missingFor(scene.plan, scene.context, step);
}

function stateOf(scene: Scene, { id, state }: Piece): string {
  const { states, checking } = scene.words.decisions.readiness;
  return isBeingChecked(scene.context, id) ? checking : states[state];
}

/** What was found, or said, when a box was last judged. */
export function evidenceOf(scene: Scene, id: string): string {
  const { marks } = scene.context;
  const note = Object.hasOwn(marks, id) ? marks[id]?.note : '';
  return plainLine(scene, whyText(scene, note ?? ''));
}

/** A variable's description, cut at its first clause, or its name; a proof's title. */
export function pieceLabel(scene: Scene, { kind, id }: Pick<Piece, 'kind' | 'id'>): string {
  if (kind === 'proof') return scene.text(scene.outline.items.get(id) ?? id);
  const { description = '' } = scene.plan.variables.find(({ name }) => name === id) ?? {};
  return scene.text(description.split(/[.;:,(]/)[0]!.trim() || id);
}
