/** List items as steps. */
import type { Code, Html, ListItem } from 'mdast';
import type { Context } from '../context.ts';
import { headText, toItem } from '../document/lists.ts';
import { placeOf } from '../document/source.ts';
import { descendants, isBlock } from '../document/text.ts';
import type { Item, Step, StepKind } from '../types.ts';
import { type Attributes, commentAttributes, inherit } from './attributes.ts';
import { readFences } from './commands.ts';
import { readTitle, type StepTitle } from './title.ts';

export interface StepPlace {
  /** `4.3`. */
  id: string;
  /** `p4s3`. */
  key: string;
  /** Attributes of the headings above. */
  inherited: Attributes;
}

/** Has it a time, a box, a number or a command? Else it is a remark. */
export function isStep(item: ListItem, ordered: boolean): boolean {
  const { time, badTime } = readTitle(item);
  if (ordered || typeof item.checked === 'boolean' || time !== undefined || badTime !== undefined)
    return true;
  return descendants(item).some(node => node.type === 'code');
}

export function readStep(
  item: ListItem,
  { id, key, inherited }: StepPlace,
  context: Context,
): Step {
  const below = descendants(item);
  const read = readTitle(item);
  remark(item, read, context);
  const comments = below.filter(isBlock('html')) as Html[];
  const own = inherit(inherited, commentAttributes(comments, id, context));
  const { commands, said } = readFences(below.filter(isBlock('code')) as Code[], id, own, context);
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
    items: readItems(item, id),
    attributes: attributes.step,
  };
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

/** The boxes under a step, at any depth: its sub-checklist. */
function readItems(item: ListItem, id: string): Item[] {
  const below = descendants(item.children).filter(isBlock('listItem')) as ListItem[];
  return below
    .filter(box => typeof box.checked === 'boolean' && headText(box) !== '')
    .map((box, index) => toItem(box, `${id}/${index + 1}`));
}
