/** Stages and their phases: shared by the timeline and the follow-up. */
import type { Context } from '../context.ts';
import { fieldsOf } from '../document/fields.ts';
import type { Section } from '../document/outline.ts';
import { present } from '../present.ts';
import { takeDuration, timesIn } from '../quantities/time.ts';
import { type Attributes, commentAttributes, inherit } from '../steps/attributes.ts';
import { readSteps } from '../steps/sequence.ts';
import type { Phase, Stage, Step } from '../types.ts';
import { announces, wordsFor } from '../vocabulary/recognise.ts';
import type { StageName } from '../vocabulary/stage-name.ts';
import { normalise, type Vocabulary } from '../vocabulary/words.ts';

function fieldValue(section: Section, pick: (words: Vocabulary) => readonly string[]) {
  return fieldsOf(section).find(({ label }) => announces(label, pick))?.value || undefined;
}

/** `Phase 4 : Migration (90 min)`: number and bare title. */
function phaseHeading(title: string): { number?: number; title: string } {
  const match = /^(\p{L}+)\s+(\d{1,3})\s*[:.–—-]*\s*/u.exec(title);
  const isPhase = match && wordsFor(words => words.phase).includes(normalise(match[1]!));
  if (!isPhase) return { title };
  return { number: Number(match[2]), title: title.slice(match[0].length) };
}

interface PhaseNumber {
  id: string;
  key: string;
}

function readPhase(
  section: Section,
  number: PhaseNumber,
  title: string,
  outer: Attributes,
  context: Context,
): Phase {
  const { title: bare, minutes } = takeDuration(title);
  const [start, end] = timesIn(fieldValue(section, words => words.schedule) ?? '');
  const inherited = inherit(outer, commentAttributes(section.comments, '', context));
  return {
    line: section.line,
    column: section.column,
    ...number,
    title: bare,
    ...present({ plannedMinutes: minutes, start, end }),
    steps: readSteps(section.blocks, { ...number, inherited }, context),
  };
}

/** Numbers of the phases of J stand alone (`4`); those of other days follow their stage (`J-1.2`). */
function phaseNumber(stage: OwnStage, number: number): PhaseNumber {
  if (stage.isTheDay) return { id: String(number), key: `p${number}` };
  return { id: `${stage.id}.${number}`, key: `${stage.key}p${number}` };
}

interface OwnStage extends StageName {
  /** J itself, written for the first time. */
  isTheDay: boolean;
}

/** A day written twice is an error, but its steps keep keys of their own. */
function ownName(section: Section, name: StageName, { stages, report }: Context): OwnStage {
  const first = stages.get(name.id);
  if (first === undefined) {
    stages.set(name.id, section.line);
    return { ...name, isTheDay: name.offsetDays === 0 };
  }
  report('duplicate-stage', section, { id: name.id, line: first });
  const { line } = section;
  return { ...name, id: `${name.id}/${line}`, key: `${name.key}-line-${line}`, isTheDay: false };
}

function readPhases(
  sections: readonly Section[],
  stage: OwnStage,
  inherited: Attributes,
  context: Context,
) {
  const lines = new Map<number, number>();
  return sections.map((section, index) => {
    const heading = phaseHeading(section.title);
    let number = heading.number ?? index + 1;
    const first = lines.get(number);
    if (first !== undefined) {
      if (heading.number !== undefined)
        context.report('duplicate-phase', section, { id: number, line: first });
      number = Math.max(...lines.keys()) + 1;
    }
    lines.set(number, section.line);
    return readPhase(section, phaseNumber(stage, number), heading.title, inherited, context);
  });
}

/** Neither times nor numbers nor commands: nothing says in which order it is done. */
function isLoose({ blocks }: Section, steps: readonly Step[]): boolean {
  const numbered = blocks.some(block => block.type === 'list' && block.ordered === true);
  return !numbered && steps.every(({ kind, time }) => kind === 'manual' && time === undefined);
}

/** A heading and what is below it, as a stage; steps written before its first phase have one, unnamed. */
export function readStage(section: Section, name: StageName, context: Context): Stage {
  const stage = ownName(section, name, context);
  const { id, key, offsetDays, title } = stage;
  const inherited = commentAttributes(section.comments, '', context);
  const own = readSteps(section.blocks, { id, key, inherited }, context);
  const phases = readPhases(section.sections, stage, inherited, context).filter(
    phase => phase.steps.length > 0,
  );
  const { line, column } = section;
  const anyOrder = offsetDays !== 0 && phases.length === 0 && isLoose(section, own);
  const unnamed: Phase = {
    line,
    column,
    id,
    key,
    title: '',
    ...(anyOrder ? { anyOrder } : {}),
    steps: own,
  };
  return {
    line,
    column,
    id,
    key,
    offsetDays,
    title,
    ...present({ objective: fieldValue(section, words => words.objective) }),
    phases: [...(own.length > 0 ? [unnamed] : []), ...phases],
  };
}
