import type { Context } from '../context.ts';
import { headText, labelledLists } from '../document/lists.ts';
import type { Section } from '../document/outline.ts';
import { placeOf } from '../document/source.ts';
import { present } from '../present.ts';
import { timesIn } from '../quantities/time.ts';
import { readBox } from '../steps/boxes.ts';
import type { Checkpoint } from '../types.ts';
import { announces } from '../vocabulary/recognise.ts';

const numbered = /^\D{0,40}?(\d{1,3})\s*[:.–—-]?\s*/;
const inBrackets = /\s*\([^()]*\)\s*$/;

/** `Point de Contrôle 2 : Migration Terminée (08:55)`. */
function readHeading(title: string, ordinal: number) {
  const bare = title.replace(inBrackets, '');
  const match = announces(bare.split(/[:–—]/)[0] ?? '', words => words.checkpoint)
    ? numbered.exec(bare)
    : null;
  return {
    number: match ? Number(match[1]) : ordinal,
    title: match ? bare.slice(match[0].length) || bare : bare,
    ...present({ time: timesIn(title.slice(bare.length)).at(0) }),
  };
}

function readCheckpoint(section: Section, ordinal: number, context: Context): Checkpoint {
  const { number, ...heading } = readHeading(section.title, ordinal);
  const id = `C${number}`;
  const lists = labelledLists(section);
  const isAction = (label: string) => announces(label, words => words.actionsOnFailure);
  const criteria = lists
    .filter(({ label }) => !isAction(label))
    .flatMap(({ list }) => list.children);
  const actions = lists.filter(({ label }) => isAction(label)).flatMap(({ list }) => list.children);
  return {
    line: section.line,
    column: section.column,
    id,
    ...heading,
    criteria: criteria.map((item, index) => readBox(item, `${id}.${index + 1}`, context)),
    actions: actions.map(item => ({ text: headText(item), line: placeOf(item).line })),
  };
}

/** One checkpoint for each heading below; they are tied to steps later. */
export function readCheckpoints(section: Section | undefined, context: Context): Checkpoint[] {
  const seen = new Map<string, Checkpoint>();
  section?.sections.forEach((part, index) => {
    const checkpoint = readCheckpoint(part, index + 1, context);
    const first = seen.get(checkpoint.id);
    if (first) context.report('duplicate-checkpoint', part, { id: first.id, line: first.line });
    else seen.set(checkpoint.id, checkpoint);
  });
  return [...seen.values()];
}
