import type { Context } from '../context.ts';
import { everySection, type Section } from '../document/outline.ts';
import type { Language, Stage } from '../types.ts';
import { type StageName, stageNamed } from '../vocabulary/stage-name.ts';
import { readStage } from './stages.ts';

const dayOf: Record<Language, StageName> = {
  fr: { id: 'Jour J', key: 'jour-j', offsetDays: 0, title: '' },
  en: { id: 'D-day', key: 'd-day', offsetDays: 0, title: '' },
};

/** Steps and phases written without a day belong to the day itself. */
function implicitDay(section: Section): Section | undefined {
  const own = { ...section, sections: section.sections.filter(part => !stageNamed(part.title)) };
  const hasSteps = everySection(own).some(part => part.blocks.some(({ type }) => type === 'list'));
  return hasSteps ? own : undefined;
}

/** The stages of the timeline, in the order written. */
export function readTimeline(
  section: Section | undefined,
  language: Language,
  context: Context,
): Stage[] {
  if (!section) return [];
  const named = section.sections.flatMap(part => {
    const name = stageNamed(part.title);
    return name ? [readStage(part, name, context)] : [];
  });
  const own = implicitDay(section);
  if (!own) return named;
  return [...named, readStage(own, { ...dayOf[language], title: section.title }, context)];
}
