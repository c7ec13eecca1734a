/** The lists of a phase, as numbered steps. */
import type { ListItem, RootContent } from 'mdast';
import type { Context } from '../context.ts';
import { headText } from '../document/lists.ts';
import { placeOf } from '../document/source.ts';
import type { Proof, Step } from '../types.ts';
import type { Attributes } from './attributes.ts';
import { isStep, readStep } from './steps.ts';

export interface Numbering {
  /** What stands before `.3` in a step's number: `4`, `J-7`, `R`. */
  id: string;
  /** What stands before `s3` in a step's key: `p4`, `j-7`, `r`. */
  key: string;
  inherited: Attributes;
  /** Where the proofs of the rollback's steps go; absent on the timeline, where nothing is to be proved. */
  proofs?: Proof[];
}

function stepItems(blocks: readonly RootContent[], context: Context): ListItem[] {
  return blocks.flatMap(block => {
    if (block.type !== 'list') return [];
    return block.children.filter(item => {
      const step = isStep(item, block.ordered === true);
      if (!step) context.report('not-a-step', placeOf(item), { text: headText(item).slice(0, 60) });
      return step;
    });
  });
}

export function readSteps(
  blocks: readonly RootContent[],
  numbering: Numbering,
  context: Context,
): Step[] {
  return stepItems(blocks, context).map((item, index) =>
    readStep(
      item,
      {
        ...numbering,
        id: `${numbering.id}.${index + 1}`,
        key: `${numbering.key}s${index + 1}`,
      },
      context,
    ),
  );
}
