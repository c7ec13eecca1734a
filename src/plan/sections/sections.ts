/** Every section of a plan, read by its own file. */
import type { Root } from 'mdast';
import type { Context } from '../context.ts';
import { everySection, type Section } from '../document/outline.ts';
import { readingSections } from '../document/reading.ts';
import { descendants } from '../document/text.ts';
import type { Language, Plan } from '../types.ts';
import { sectionsByName, titleSection } from '../vocabulary/find-sections.ts';
import { guessLanguage } from '../vocabulary/recognise.ts';
import { readChecklist, readLinks } from './appendices.ts';
import { readCheckpoints } from './checkpoints.ts';
import { readCommunication } from './communication.ts';
import { readContacts } from './contacts.ts';
import { readFollowUp } from './follow-up.ts';
import { readGeneral } from './general.ts';
import { readMetrics } from './metrics.ts';
import { readPrerequisites } from './prerequisites.ts';
import { readRollback } from './rollback.ts';
import { readTeam } from './team.ts';
import { readTimeline } from './timeline.ts';

/** What the author or the caller says beside the sections. */
export interface Given {
  title?: string;
  language?: Language;
  exists?: (relative: string) => boolean;
}

export type PlanSections = Omit<
  Plan,
  'fingerprint' | 'timezone' | 'variables' | 'runners' | 'fences'
>;

function languageOf(document: Section, context: Context): Language {
  const headings = everySection(document).map(({ title }) => title);
  return guessLanguage(headings, context.source.text);
}

export function readSections(
  root: Root,
  document: Section,
  given: Given,
  context: Context,
): PlanSections {
  const found = sectionsByName(document);
  const language = given.language ?? languageOf(document, context);
  const general = readGeneral(found.general);
  const timeline = readTimeline(found.timeline, language, context);
  const { surveillance, stages } = readFollowUp(found.followUp, context);
  const rollback = readRollback(found.rollback, language, context);
  return {
    title: given.title ?? titleSection(document)?.title ?? document.sections[0]?.title ?? '',
    language,
    general,
    ...readTeam(found.team),
    prerequisites: readPrerequisites(found.prerequisites, general.environments, context),
    stages: [...timeline, ...stages],
    checkpoints: readCheckpoints(found.checkpoints, context),
    ...(rollback ? { rollback } : {}),
    messages: readCommunication(found.communication, context),
    metrics: readMetrics(found.metrics),
    surveillance,
    contacts: readContacts(found.contacts),
    links: readLinks(descendants(root), given.exists),
    checklist: readChecklist(document),
    reading: readingSections(document, context.source),
  };
}
