/** The report as GitHub-flavoured Markdown, to be pasted into a wiki or a ticket. */
import { againstPart } from './markdown/against.ts';
import {
  callsPart,
  messagesPart,
  metricsPart,
  notesPart,
  prerequisitesPart,
} from './markdown/around.ts';
import { figuresPart, ganttPart, timePart } from './markdown/charts.ts';
import {
  amendmentsPart,
  checkpointsPart,
  decisionsPart,
  failuresPart,
  improvementPart,
} from './markdown/decided.ts';
import { footPart, outputsPart, timelinePart } from './markdown/record.ts';
import { blocks, listOf, plain } from './markdown/text.ts';
import { boundsText, longDate, minuteText, type Reading, readingOf } from './reading.ts';
import { againstTitle, againstWhich } from './side-by-side.ts';
import type { Report } from './types.ts';

/** In the order of the HTML page; '' leaves a section out. */
const parts: Record<keyof Reading['said']['sections'], (reading: Reading) => string> = {
  gantt: ganttPart,
  time: timePart,
  against: againstPart,
  checkpoints: checkpointsPart,
  decisions: decisionsPart,
  failures: failuresPart,
  amendments: amendmentsPart,
  messages: messagesPart,
  metrics: metricsPart,
  prerequisites: prerequisitesPart,
  calls: callsPart,
  notes: notesPart,
  improvement: improvementPart,
  timeline: timelinePart,
  outputs: outputsPart,
};

/** One whole document, safe whatever the report says; long outputs are cut in the middle. */
export function markdownOf(report: Report): string {
  const reading = readingOf(report);
  const sections = (Object.keys(parts) as (keyof typeof parts)[]).map(id => {
    const empty: Partial<Record<string, string>> = reading.said.empty;
    const body = parts[id](reading) || (empty[id] ?? '');
    return body && `## ${headingOf(reading, id)}\n\n${body}`;
  });
  return `${blocks([headPart(reading), ...sections, '---', footPart(reading)])}\n`;
}

function hoursBetween(reading: Reading, span: { from: number; to: number }): string[] {
  const { page } = reading.said;
  const [start, end] = boundsText(reading, span);
  return [page.from, start, page.to, end];
}

/** The other run has a name of its own. */
function headingOf(reading: Reading, id: keyof typeof parts): string {
  const { against } = reading.report;
  if (id !== 'against' || !against) return reading.said.sections[id];
  return `${againstTitle(reading, against)} (${plain(againstWhich(against))})`;
}

function headPart(reading: Reading): string {
  const { run, outcome } = reading.report;
  const { page } = reading.said;
  const from = Date.parse(run.startedAt);
  const hours =
    run.endedAt === null
      ? [page.underway, minuteText(reading, from)]
      : hoursBetween(reading, { from, to: Date.parse(run.endedAt) });
  return blocks([
    `# ${plain(run.title)}`,
    `**${plain(run.environment)}**, ${longDate(reading, run.date)}, ${hours.join(' ')}`,
    `**${plain(outcome.headline)}**`,
    listOf(outcome.lines.map(plain)),
    figuresPart(reading),
  ]);
}
