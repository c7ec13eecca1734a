/** What the author left to be filled in. */
import type { Code, Nodes } from 'mdast';
import type { Context } from '../context.ts';
import { placeOf, placeWithin, rawOf, scriptPlace } from '../document/source.ts';
import type { Place, Plan } from '../types.ts';
import { declaredNames } from '../variables.ts';
import { wordsFor } from '../vocabulary/recognise.ts';

const undecided = wordsFor(words => words.undecided).join('|');

const blank = new RegExp(
  [
    // [Nom], [lien vers documentation]; not [x], ![image], \[escaped], [text](link), [^note].
    '(?<![!\\\\\\p{L}\\p{N}])\\[(?<bracket>\\p{L}[^\\[\\]\\n]{1,60})\\](?![(\\[:])',
    // +33 X XX XX XX XX
    '(?<phone>\\+?\\d{0,3}(?:[ .-]?X{1,2}){4,8})(?![\\p{L}\\p{N}])',
    '<(?<angle>[A-Z][A-Z0-9_-]{2,})>',
    '(?<![\\p{L}\\p{N}_])(?<yours>(?:YOUR|VOTRE)_[A-Z0-9_]+)',
    // A whole value, at the end of its line: in a sentence these words only speak.
    `(?:^|[:–—|-])[ \\t]*(?<undecided>${undecided})[ \\t]*[.…!]?[ \\t]*$`,
  ].join('|'),
  'gmu',
);
const blankAnyCase = new RegExp(blank.source, 'gmiu');

interface Found {
  text: string;
  index: number;
}

/** Blanks of a text as written; names of variables are no blanks. */
function blanksIn(raw: string, known: ReadonlySet<string>): Found[] {
  const exact = [...raw.matchAll(blank)].flatMap(match => found(match, known));
  const loose = [...raw.matchAll(blankAnyCase)].filter(
    match => match.groups?.undecided !== undefined,
  );
  return [...exact, ...loose.flatMap(match => found(match, known))];
}

function found(match: RegExpMatchArray, known: ReadonlySet<string>): Found[] {
  const { bracket, undecided: words } = match.groups ?? {};
  if (bracket !== undefined && known.has(bracket)) return [];
  const text = words ?? match[0].trim();
  return [{ text, index: match.index! + match[0].indexOf(text) }];
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
      for (const { text, index } of blanksIn(raw, known))
        say(placeWithin(placeOf(node), raw, index), text);
    } else if (node.type === 'code' && messages.has(placeOf(node).line)) {
      for (const { text, index } of blanksIn(node.value, known)) {
        say(scriptPlace(context.source, placeOf(node as Code), node.value, index), text);
      }
    }
  }
}
