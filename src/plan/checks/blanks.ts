/** What the author left to be filled in. */
import type { Code, Nodes } from 'mdast';
import { type Blank, blanksIn, undecidedWords } from '../blanks.ts';
import type { Context } from '../context.ts';
import { placeOf, placeWithin, rawOf, scriptPlace } from '../document/source.ts';
import type { Place, Plan } from '../types.ts';
import { declaredNames } from '../variables.ts';

/** A whole value, at the end of its line: in a sentence these words only speak. */
const undecided = new RegExp(
  `(?:^|[:–—|-])[ \\t]*(${undecidedWords.join('|')})[ \\t]*[.…!]?[ \\t]*$`,
  'gimu',
);

/** Names of variables are no blanks; braces are the variables' own, known or not. */
function unfilled(raw: string, known: ReadonlySet<string>): Blank[] {
  const left = blanksIn(raw).filter(
    ({ text, name = '' }) => !text.startsWith('{{') && !known.has(name),
  );
  const undecidedYet = [...raw.matchAll(undecided)].map(match => {
    const text = match[1]!;
    return { text, index: match.index + match[0].indexOf(text) };
  });
  return [...left, ...undecidedYet];
}

/** Prose, tables, and the bodies of messages. Commands have variables instead. */
export function checkBlanks(
  plan: Pick<Plan, 'variables'>,
  nodes: readonly Nodes[],
  context: Context,
): void {
  const known = declaredNames(plan.variables);
  const say = (place: Place, text: string) => {
    context.report('blank', place, { text }, { length: text.length });
  };
  const messages = new Set(
    context.fences.all().flatMap(({ fate, line }) => (fate === 'message' ? [line] : [])),
  );
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'html') {
      const raw = rawOf(context.source, node);
      for (const { text, index } of unfilled(raw, known))
        say(placeWithin(placeOf(node), raw, index), text);
    } else if (node.type === 'code' && messages.has(placeOf(node).line)) {
      for (const { text, index } of unfilled(node.value, known)) {
        say(scriptPlace(context.source, placeOf(node as Code), node.value, index), text);
      }
    }
  }
}
