/** List items as steps. */
import type { Code, Html, ListItem } from 'mdast';
import type { Context } from '../context.ts';
import { placeOf } from '../document/source.ts';
import { descendants, isBlock } from '../document/text.ts';
import { partition, readProofs } from '../proofs/written.ts';
import type { Proof, Step, StepKind } from '../types.ts';
import { type Attributes, commentAttributes, inherit } from './attributes.ts';
import { fencesOutsideBoxes, readNestedBoxes } from './boxes.ts';
import { readFences, type StepFences } from './commands.ts';
import { readTitle, type StepTitle } from './title.ts';

export interface StepPlace {
  /** `4.3`. */
  id: string;
  /** `p4s3`. */
  key: string;
  /** Attributes of the headings above. */
  inherited: Attributes;
  /** Where its proofs go; absent on the timeline. */
  proofs?: Proof[];
}

/** Has it a time, a box, a number or a command? Else it is a remark. */
export function isStep(item: ListItem, ordered: boolean): boolean {
  const { time, badTime } = readTitle(item);
  if (ordered || typeof item.checked === 'boolean' || time !== undefined || badTime !== undefined)
    return true;
  return descendants(item).some(node => node.type === 'code');
}

export function readStep(item: ListItem, place: StepPlace, context: Context): Step {
  const { id, key, inherited } = place;
  const read = readTitle(item);
  remark(item, read, context);
  const comments = descendants(item).filter(isBlock('html')) as Html[];
  const own = inherit(inherited, commentAttributes(comments, id, context));
  const decides = read.kind === 'checkpoint' && !place.proofs;
  const { commands, said } = readBlocks(item, place, own, decides, context);
  const attributes = said.reduce(
    (all, one) => ({ ...inherit(all, one), ...nameOf(all, one) }),
    own,
  );
  const { badTime: _badTime, kind, ...title } = read;
  return {
    ...placeOf(item),
    id,
    key,
    ...nameOf(own, attributes),
    ...title,
    kind: withCommands(
      kind,
      commands.some(command => command.runnable),
    ),
    commands,
    items: readNestedBoxes(item, id, decides ? own : undefined, context),
    attributes: attributes.step,
  };
}

/** Commands of the step: not the checks of a checkpoint's boxes, nor the proofs of the rollback. */
function readBlocks(
  item: ListItem,
  { id, proofs }: StepPlace,
  own: Attributes,
  decides: boolean,
  context: Context,
): StepFences {
  const all = descendants(item).filter(isBlock('code')) as Code[];
  const fences = decides ? fencesOutsideBoxes(item) : all;
  if (!proofs) return readFences(fences, id, own, context);
  const parts = partition(fences, context);
  proofs.push(...readProofs(parts.proofs, id, own, context));
  return readFences(parts.rest, id, own, context);
}

function nameOf(outer: Attributes, inner: Attributes): { name?: string } {
  const name = inner.name ?? outer.name;
  return name === undefined ? {} : { name };
}

/** A milestone only marks a moment: one that runs something is a command. */
function withCommands(kind: StepKind, runs: boolean): StepKind {
  return runs && (kind === 'manual' || kind === 'milestone') ? 'command' : kind;
}

function remark(item: ListItem, { title, badTime }: StepTitle, { report }: Context): void {
  if (title === '') report('empty-title', placeOf(item));
  if (badTime !== undefined) report('bad-time', placeOf(item), { time: badTime });
}
