import type { Blockquote, Code, RootContent } from 'mdast';
import type { Context } from '../context.ts';
import { type Field, fieldsOf } from '../document/fields.ts';
import { everySection, type Section } from '../document/outline.ts';
import { rawOf, type Source } from '../document/source.ts';
import { present } from '../present.ts';
import type { Message } from '../types.ts';
import { announces, keyFor } from '../vocabulary/recognise.ts';
import { isAtEachCheckpoint } from '../vocabulary/rhythm.ts';
import { offsetIn } from '../vocabulary/stage-name.ts';
import { normalise } from '../vocabulary/words.ts';

function value(fields: readonly Field[], wanted: 'audience' | 'channels' | 'frequency' | 'when') {
  const found = fields.find(({ label }) => keyFor(label, words => words.message) === wanted);
  return found?.value || undefined;
}

function quoted(block: Blockquote, source: Source): string {
  return rawOf(source, block)
    .split('\n')
    .map(line => line.replace(/^\s*>\s?/, ''))
    .join('\n');
}

/** The body: the first fence, else the first quotation. */
function readBody(blocks: readonly RootContent[], { fences, source }: Context): string | undefined {
  const fence = blocks.find((block): block is Code => block.type === 'code');
  if (fence) {
    fences.settle(fence, { fate: 'message' });
    return fence.value;
  }
  const quote = blocks.find((block): block is Blockquote => block.type === 'blockquote');
  return quote ? quoted(quote, source) : undefined;
}

function readMessage(section: Section, id: string, context: Context): Message {
  const parts = everySection(section);
  const fields = parts.flatMap(fieldsOf);
  const when = value(fields, 'when');
  const audience = value(fields, 'audience');
  const frequency = value(fields, 'frequency');
  return {
    line: section.line,
    column: section.column,
    id,
    title: section.title,
    ...present({
      offsetDays: offsetIn(section.title) ?? (when === undefined ? undefined : offsetIn(when)),
      audience,
      channels: value(fields, 'channels'),
      frequency,
      body: readBody(
        parts.flatMap(part => part.blocks),
        context,
      ),
      each: frequency && isAtEachCheckpoint(frequency) ? ('checkpoint' as const) : undefined,
      toManagement: (audience && announces(audience, words => words.management)) || undefined,
    }),
  };
}

function nameOf(title: string, taken: ReadonlySet<string>): string {
  const slug = normalise(title).replaceAll(' ', '-') || 'message';
  const moment = keyFor(title, words => words.moments);
  const candidates = moment ? [moment, slug] : [slug];
  const free = candidates.find(name => !taken.has(name));
  for (let count = 2; ; count++) {
    const name = free ?? `${slug}-${count}`;
    if (!taken.has(name)) return name;
  }
}

/** One message for each heading below: `before`, `during`, `after`, else a slug of its title. */
export function readCommunication(section: Section | undefined, context: Context): Message[] {
  const taken = new Set<string>();
  return (section?.sections ?? []).map(part => {
    const id = nameOf(part.title, taken);
    taken.add(id);
    return readMessage(part, id, context);
  });
}
