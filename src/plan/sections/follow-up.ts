import type { Context } from '../context.ts';
import { type Field, fieldsOf } from '../document/fields.ts';
import { everySection, type Section } from '../document/outline.ts';
import { present } from '../present.ts';
import type { Plan, Stage } from '../types.ts';
import { announces } from '../vocabulary/recognise.ts';
import { everyMinutesIn } from '../vocabulary/rhythm.ts';
import { offsetsIn, stageNamed } from '../vocabulary/stage-name.ts';
import { readStage } from './stages.ts';

function readWatch(
  { label, value, line }: Field,
  heading: string,
): Omit<Plan['surveillance'][number], 'id'> {
  const everyMinutes = everyMinutesIn(`${label} ${value}`);
  return { title: label, text: value, line, ...present({ everyMinutes, ...daysOf(heading) }) };
}

/** `(J+0 à J+7)`; `(J+7)` alone is that day, `until D+7` all of them. */
function daysOf(heading: string): { fromDays?: number; toDays?: number } {
  const days = offsetsIn(heading);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || last < first) return {};
  const upTo = days.length === 1 && last >= 0 && announces(heading, words => words.until);
  return { fromDays: upTo ? 0 : first, toDays: last };
}

/** After the deployment: what is watched and how often, and the stages of the days that follow. */
export function readFollowUp(
  section: Section | undefined,
  context: Context,
): { surveillance: Plan['surveillance']; stages: Stage[] } {
  const parts = section ? everySection(section) : [];
  const watched = parts.filter(
    part => !stageNamed(part.title) && announces(part.title, words => words.surveillance),
  );
  return {
    surveillance: watched
      .flatMap(part => fieldsOf(part).map(field => readWatch(field, part.title)))
      .map((watch, at) => ({ id: `W.${at + 1}`, ...watch })),
    stages: parts.flatMap(part => {
      const name = stageNamed(part.title);
      return name ? [readStage(part, name, context)] : [];
    }),
  };
}
