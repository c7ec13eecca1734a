/** Boxes to tick, and the fences under them that look by themselves. */
import type { Code, ListItem, Nodes } from 'mdast';
import type { Context } from '../context.ts';
import { headText, toItem } from '../document/lists.ts';
import { placeOf } from '../document/source.ts';
import { descendants, isBlock } from '../document/text.ts';
import { present } from '../present.ts';
import type { Command, CommandAttributes, Item } from '../types.ts';
import { notOnCheck } from './attribute-set.ts';
import { type Attributes, fenceAttributes, type Refusal } from './attributes.ts';
import { settle, toCommand } from './commands.ts';

const onCheck: Refusal = { where: 'check', names: notOnCheck };

/** A box whose fences are its check. */
export function readBox(item: ListItem, id: string, context: Context): Item {
  const check = readCheck(descendants(item).filter(isBlock('code')) as Code[], id, {}, context);
  return { ...toItem(item, id), ...present({ check }) };
}

/** Of what is said above a check, where and how long it runs; never what its verdict is. */
export function whereItRuns({ command }: Attributes): CommandAttributes {
  const { timeout, silence, on, dir } = command;
  return present({ timeout, silence, on, dir });
}

/** The first fence that runs is the check; a second one would have no box to answer for. */
function readCheck(
  nodes: readonly Code[],
  box: string,
  outer: CommandAttributes,
  context: Context,
): Command | undefined {
  let check: Command | undefined;
  for (const node of nodes) {
    const { command: own } = fenceAttributes(node, box, context, onCheck);
    const command = toCommand(node, 0, { ...outer, ...own }, context);
    if (check && command.runnable) leaveOut(node, box, context);
    else settle(node, command, box, context);
    if (command.runnable) check ??= command;
  }
  return check;
}

function leaveOut(node: Code, box: string, context: Context): void {
  context.fences.settle(node, { fate: 'left-out', why: 'second-check', step: box });
  context.report('second-check', placeOf(node), { box }, { length: 3 });
}

/** The boxes under a step, at any depth, as its sub-checklist; with their checks when `outer` is given. */
export function readNestedBoxes(
  item: ListItem,
  step: string,
  outer: Attributes | undefined,
  context: Context,
): Item[] {
  const fences = outer ? fencesByBox(item) : new Map<ListItem, Code[]>();
  return nestedBoxes(item).map((box, index) => {
    const id = `${step}/${index + 1}`;
    if (!outer) return toItem(box, id);
    const check = readCheck(fences.get(box) ?? [], id, whereItRuns(outer), context);
    return { ...toItem(box, id), ...present({ check }) };
  });
}

/** The fences of a step that no nested box holds. */
export function fencesOutsideBoxes(item: ListItem): Code[] {
  return fencesByBox(item).get(item) ?? [];
}

function nestedBoxes(item: ListItem): ListItem[] {
  return (descendants(item.children).filter(isBlock('listItem')) as ListItem[]).filter(isBox);
}

function isBox(item: ListItem): boolean {
  return typeof item.checked === 'boolean' && headText(item) !== '';
}

/** Each fence with the innermost box around it, else the item itself. */
function fencesByBox(item: ListItem): Map<ListItem, Code[]> {
  const found = new Map<ListItem, Code[]>();
  const pending: [Nodes, ListItem][] = [[item, item]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, box] = next;
    if (node.type === 'code')
      found
        .set(box, found.get(box) ?? [])
        .get(box)!
        .push(node);
    if (!('children' in node)) continue;
    const inside = node !== item && node.type === 'listItem' && isBox(node) ? node : box;
    for (const child of [...node.children].reverse()) pending.push([child as Nodes, inside]);
  }
  return found;
}
