/** The report as one HTML file: readable without a network and without JavaScript, on a phone and on paper. */
import { againstSection } from './html/against.ts';
import {
  callsSection,
  messagesSection,
  notesSection,
  prerequisitesSection,
} from './html/around.ts';
import { checkpointsSection } from './html/checkpoints.ts';
import { amendmentsSection, decisionsSection, improvementSection } from './html/decided.ts';
import { failuresSection } from './html/failures.ts';
import { footOf } from './html/foot.ts';
import { ganttSection } from './html/gantt.ts';
import { html, type Markup, nothing } from './html/markup.ts';
import { metricsSection } from './html/metrics.ts';
import { outcomeOf } from './html/outcome.ts';
import { outputsSection } from './html/outputs.ts';
import { pageOf } from './html/page.ts';
import type { Section } from './html/parts.ts';
import { timeSection } from './html/time-spent.ts';
import { timelineSection } from './html/timeline.ts';
import { type Reading, readingOf } from './reading.ts';
import { againstTitle, againstWhich } from './side-by-side.ts';
import type { Report } from './types.ts';

export interface HtmlOptions {
  /** To be served: the page follows `events`, and fetches itself from `page`. */
  live?: boolean;
}

const sections: Record<keyof Reading['said']['sections'], Section> = {
  gantt: ganttSection,
  time: timeSection,
  against: againstSection,
  checkpoints: checkpointsSection,
  decisions: decisionsSection,
  failures: failuresSection,
  amendments: amendmentsSection,
  messages: messagesSection,
  metrics: metricsSection,
  prerequisites: prerequisitesSection,
  calls: callsSection,
  notes: notesSection,
  improvement: improvementSection,
  timeline: timelineSection,
  outputs: outputsSection,
};

type SectionId = keyof typeof sections;

/** One whole document, safe whatever the report says. */
export function htmlOf(report: Report, { live = false }: HtmlOptions = {}): string {
  const reading = readingOf(report);
  const shown = (Object.keys(sections) as SectionId[]).flatMap(id => {
    const body = sections[id](reading) ?? emptyOf(reading, id);
    return body ? [{ id, body }] : [];
  });
  const parts = [
    outcomeOf(reading),
    contentsOf(
      reading,
      shown.map(({ id }) => id),
    ),
    ...shown.map(({ id, body }) => sectionOf(reading, id, body)),
  ];
  return pageOf(reading, { parts, foot: footOf(reading), live });
}

/** One line where a reader would look for it in vain. */
function emptyOf({ said }: Reading, id: SectionId): Markup | null {
  const empty: Partial<Record<SectionId, string>> = said.empty;
  return empty[id] === undefined ? null : html`<p class="hint">${empty[id]}</p>`;
}

function sectionOf(reading: Reading, id: SectionId, body: Markup): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${headingOf(reading, id)}</h2>
${body}
</section>
`;
}

/** The other run has a name of its own. */
function headingOf(reading: Reading, id: SectionId): Markup {
  const { against } = reading.report;
  if (id !== 'against' || !against) return html`${reading.said.sections[id]}`;
  return html`${againstTitle(reading, against)} <small>(${againstWhich(against)})</small>`;
}

function contentsOf({ said, report }: Reading, shown: readonly SectionId[]): Markup {
  const links = shown.map(id => {
    const content = id in report ? report[id as keyof Report] : null;
    const count = Array.isArray(content) ? content.length : 0;
    return html`<li><a href="#${id}">${said.sections[id]}</a>${count > 0 ? html` <small>${count}</small>` : nothing}</li>`;
  });
  return html`<nav id="contents" aria-labelledby="contents-title"><h2 id="contents-title">${said.page.contents}</h2><ol>${links}</ol><button type="button" id="unfold" aria-pressed="false" hidden>${said.page.expand}</button></nav>
`;
}
