/** The section at the end of a plan where its runs leave what they taught. */
import type { Heading } from 'mdast';
import { parseDocument } from '../../plan/document/parse.ts';
import { readSource } from '../../plan/document/source.ts';
import { plain } from '../../plan/document/text.ts';
import { announces, guessLanguage, sectionNamed } from '../../plan/vocabulary/recognise.ts';
import { normalise } from '../../plan/vocabulary/words.ts';
import { appended, inserted } from './placing.ts';
import { addsOnly } from './region.ts';

export interface SectionText {
  /** What the section is called in each language: the first is given to a new one. */
  headings: readonly string[];
  /** The part for this run: the first of these that is no section of a plan's is taken. */
  parts: readonly Part[];
  /** Each without its mark. Markdown as all of this. */
  items: readonly string[];
}

interface Part {
  title: string;
  /** A paragraph under it; '' for none. */
  intro: string;
}

/** Where the part goes: all in lines of the source, from 1. */
interface Spot {
  depth: 1 | 2;
  /** There is a section already. */
  exists: boolean;
  /** The last heading above it, or the beginning. */
  from: number;
  /** The next heading below it; null at the end. */
  next: number | null;
}

/**
 * The source with this part at the end of its section, which is made where it is missing. Null where the document
 * would then read another way: nothing is written.
 */
export function withSection(source: string, text: SectionText): string | null {
  const root = parseDocument(readSource(source).text);
  const top = root.children.filter(node => node.type === 'heading');
  const spot = spotOf(top, text.headings);
  const part = text.parts.find(({ title }) => isSilent(title));
  if (!part || !isSilent(text.headings[0]!)) return null;
  const candidates = closings(source).map(closing => placed(source, spot, text, part, closing));
  const added = { headings: spot.exists ? 1 : 2, intro: part.intro !== '', items: text.items };
  const found = candidates.find(after => addsOnly(source, after, spot, added));
  return found !== undefined && keepsLanguage(source, found, top) ? found : null;
}

function spotOf(top: readonly Heading[], names: readonly string[]): Spot {
  const lineOf = (heading: Heading | undefined) => heading?.position?.start.line;
  // Sections stand under the document's one title, or are of the first level themselves.
  const depth = top.filter(heading => heading.depth === 1).length > 1 ? 1 : 2;
  const at = top.findIndex(heading => heading.depth === depth && isCalled(heading, names));
  if (at < 0) return { depth, exists: false, from: lineOf(top.at(-1)) ?? 1, next: null };
  const below = top.slice(at + 1);
  const next = lineOf(below.find(heading => heading.depth <= depth)) ?? null;
  return { depth, exists: true, from: lineOf(top[at]) ?? 1, next };
}

function isCalled(heading: Heading, names: readonly string[]): boolean {
  return names.map(normalise).includes(normalise(plain(heading)));
}

/** Nothing of a plan goes by it. */
const isSilent = (title: string): boolean =>
  sectionNamed(title) === undefined && !announces(title, words => words.checklist);

/** What a document may have left open at its end: nothing, a fence, a comment. */
function closings(source: string): string[][] {
  const runs = [...source.matchAll(/`{3,}|~{3,}/g)].map(([run]) => run.length);
  const longest = runs.reduce((most, length) => Math.max(most, length), 3);
  return [[], ['`'.repeat(longest)], ['~'.repeat(longest)], ['-->']];
}

function placed(
  source: string,
  { depth, exists, next }: Spot,
  { headings, items }: SectionText,
  { title, intro }: Part,
  closing: readonly string[],
): string {
  const lines = [
    ...closing,
    ...(exists ? [] : ['', `${'#'.repeat(depth)} ${headings[0]}`]),
    '',
    `${'#'.repeat(depth + 1)} ${title}`,
    '',
    ...(intro === '' ? [] : [intro, '']),
    ...items.map(item => `- ${item}`),
  ];
  return next === null ? appended(source, lines) : inserted(source, next, lines);
}

/** Where no heading tells it, the language of a plan is that of its small words: lessons must not outvote them. */
function keepsLanguage(before: string, after: string, top: readonly Heading[]): boolean {
  const titles = top.map(heading => plain(heading));
  return guessLanguage(titles, before) === guessLanguage(titles, after);
}
