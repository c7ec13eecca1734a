import type { Context } from '../context.ts';
import { headText, type LabelledList, labelledLists } from '../document/lists.ts';
import { everySection, type Section } from '../document/outline.ts';
import { placeOf } from '../document/source.ts';
import { present } from '../present.ts';
import { scriptProofs } from '../proofs/scripts.ts';
import { takeDuration } from '../quantities/time.ts';
import { commentAttributes } from '../steps/attributes.ts';
import { readBox } from '../steps/boxes.ts';
import { readSteps } from '../steps/sequence.ts';
import type { Language, Proof, Rollback } from '../types.ts';
import { announces } from '../vocabulary/recognise.ts';
import type { Vocabulary } from '../vocabulary/words.ts';

type Role = 'triggers' | 'validation' | 'procedure';

/** What a list is for: its own label says, else its heading, else its place is the procedure. */
function roleOf(label: string, heading: string): Role {
  const says = (text: string, pick: (words: Vocabulary) => readonly string[]) =>
    announces(text, pick);
  for (const text of [label, heading]) {
    if (says(text, words => words.validation)) return 'validation';
    if (says(text, words => words.triggers)) return 'triggers';
    if (says(text, words => words.procedure)) return 'procedure';
  }
  return 'procedure';
}

function listsBy(role: Role, parts: readonly Section[]): LabelledList[] {
  return parts.flatMap(part =>
    labelledLists({ ...part, sections: [] }).filter(
      ({ label }) => roleOf(label, part.title) === role,
    ),
  );
}

/** The heading that carries the time budget: the procedure's, else the section's. */
function headingOf(
  section: Section,
  lists: readonly LabelledList[],
  parts: readonly Section[],
): Section {
  const withLists = parts.filter(part => lists.some(({ list }) => part.blocks.includes(list)));
  const timed = [...withLists, ...parts].find(
    part => takeDuration(part.title).minutes !== undefined,
  );
  return timed ?? withLists[0] ?? section;
}

/**
 * Triggers, steps `R.1`… and their proofs, validation `V.1`…; the budget is the procedure heading's
 * `(30 min)`. `language` is that of the titles made here.
 */
export function readRollback(
  section: Section | undefined,
  language: Language,
  context: Context,
): Rollback | undefined {
  if (!section) return undefined;
  const parts = everySection(section);
  const procedure = listsBy('procedure', parts);
  const heading = headingOf(section, procedure, parts);
  const { title, minutes } = takeDuration(heading.title);
  const inherited = commentAttributes(heading.comments, '', context);
  const written: Proof[] = [];
  const steps = readSteps(
    procedure.map(({ list }) => list),
    { id: 'R', key: 'r', inherited, proofs: written },
    context,
  );
  const items = (role: Role) => listsBy(role, parts).flatMap(({ list }) => list.children);
  return {
    line: heading.line,
    column: heading.column,
    title,
    ...present({ minutes }),
    triggers: items('triggers').map(item => ({ text: headText(item), line: placeOf(item).line })),
    steps,
    proofs: steps.flatMap(step => [
      ...written.filter(proof => proof.step === step.id),
      ...scriptProofs(step, language),
    ]),
    validation: items('validation').map((item, index) => readBox(item, `V.${index + 1}`, context)),
  };
}
