/** The earlier run that proves a prerequisite: said in a comment, else told by its words. */
import type { Html, ListItem } from 'mdast';
import type { Context } from '../context.ts';
import { headText } from '../document/lists.ts';
import { descendants, isBlock } from '../document/text.ts';
import { attributeNames } from '../steps/attribute-set.ts';
import type { Token } from '../steps/tokens.ts';
import { commentTokens } from '../steps/written.ts';
import { suggest } from '../suggest.ts';
import type { Evidence } from '../types.ts';
import { evidenceIn } from '../vocabulary/evidence.ts';

const kinds = ['run', 'rollback'] as const satisfies Evidence['kind'][];
const expected = 'run, run:staging, rollback';

/** @param environments those that the plan speaks of, for the words; a comment may name any other. */
export function readEvidence(
  item: ListItem,
  environments: readonly string[],
  context: Context,
): Evidence | undefined {
  const comments = descendants(item).filter(isBlock('html')) as Html[];
  const said = comments.flatMap(comment => commentTokens(comment, context));
  for (const token of said.filter(({ name }) => name !== 'proof')) refuse(token, context);
  const proof = said.findLast(({ name }) => name === 'proof');
  return proof ? written(proof, context) : evidenceIn(headText(item), environments);
}

/** Nothing else can be said of a prerequisite. */
function refuse(token: Token, { report }: Context): void {
  const { name, length } = token;
  if (attributeNames.includes(name)) {
    report('misplaced-attribute', token, { name, where: 'prerequisite' }, { length });
    return;
  }
  const suggestion = suggest(name, ['proof']);
  report('unknown-attribute', token, { name, suggestion, allowed: 'proof' }, { length });
}

/** `run`, `run:staging`, `rollback`. */
function written(token: Token, { report }: Context): Evidence | undefined {
  const { name, value = '', length } = token;
  const [, word = '', environment] = /^([^:]*)(?::([a-z0-9][a-z0-9_-]{0,39}))?$/i.exec(value) ?? [];
  const kind = kinds.find(one => one === word);
  if (kind) return { kind, ...(environment === undefined ? {} : { environment }) };
  const suggestion = suggest(value.split(':')[0]!, kinds);
  report('bad-attribute', token, { name, value: value || '—', expected, suggestion }, { length });
  return undefined;
}
