import type { Context } from '../context.ts';
import { fieldsOf } from '../document/fields.ts';
import { everySection, type Section } from '../document/outline.ts';
import type { Plan, Stage } from '../types.ts';
import { announces } from '../vocabulary/recognise.ts';
import { stageNamed } from '../vocabulary/stage-name.ts';
import { readStage } from './stages.ts';

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
      .flatMap(fieldsOf)
      .map(({ label, value, line }, at) => ({
        id: `W.${at + 1}`,
        title: label,
        text: value,
        line,
      })),
    stages: parts.flatMap(part => {
      const name = stageNamed(part.title);
      return name ? [readStage(part, name, context)] : [];
    }),
  };
}
