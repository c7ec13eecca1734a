/** Proofs that the author wrote: fences with `proof="…"` in a step of the rollback. */
import type { Code } from 'mdast';
import type { Context } from '../context.ts';
import { placeOf } from '../document/source.ts';
import { notOnProof } from '../steps/attribute-set.ts';
import { type Attributes, fenceAttributes, fenceSays, type Refusal } from '../steps/attributes.ts';
import { whereItRuns } from '../steps/boxes.ts';
import { settle, toCommand } from '../steps/commands.ts';
import type { Proof } from '../types.ts';

const onProof: Refusal = { where: 'check', names: notOnProof };

/** The fences of a step that prove something, and the others. */
export function partition(
  nodes: readonly Code[],
  context: Context,
): { proofs: Code[]; rest: Code[] } {
  const isProof = (node: Code) => fenceSays(node, 'proof', context);
  return { proofs: nodes.filter(isProof), rest: nodes.filter(node => !isProof(node)) };
}

/** `R.2/p1`… A fence that nothing can run proves nothing: it is shown, and said. */
export function readProofs(
  nodes: readonly Code[],
  step: string,
  outer: Attributes,
  context: Context,
): Proof[] {
  return nodes.flatMap((node, index) => {
    const id = `${step}/p${index + 1}`;
    const said = fenceAttributes(node, id, context, onProof).command;
    const { proof: title = id, ...own } = said;
    const check = toCommand(node, 0, { ...whereItRuns(outer), ...own }, context);
    settle(node, check, id, context);
    if (check.runnable) return [{ ...placeOf(node), id, step, title, check }];
    context.report('idle-proof', placeOf(node), { title }, { length: 3 });
    return [];
  });
}
