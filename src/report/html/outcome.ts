/** The head of the report: which run, how it ended, its figures. */
import { boundsText, longDate, type Reading } from '../reading.ts';
import type { Outcome } from '../types.ts';
import { figuresOf } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { listOf, minute } from './parts.ts';

const glyphs: Record<Outcome['status'], string> = {
  draft: '·',
  underway: '●',
  rollingBack: '↶',
  validating: '◆',
  closing: '◆',
  completed: '✓',
  rolledBack: '↶',
  aborted: '✗',
};

/** `de 20:44:31 à 20:44:56`, each a time. */
function hoursOf(reading: Reading): Markup {
  const { startedAt, endedAt } = reading.report.run;
  const { from, to, underway } = reading.said.page;
  if (endedAt === null) return html`${underway} ${minute(reading, Date.parse(startedAt))}`;
  const span = { from: Date.parse(startedAt), to: Date.parse(endedAt) };
  const [start, end] = boundsText(reading, span);
  return html`${from} <time datetime="${startedAt}">${start}</time> ${to} <time datetime="${endedAt}">${end}</time>`;
}

export function outcomeOf(reading: Reading): Markup {
  const { run, outcome } = reading.report;
  const { page } = reading.said;
  const glyph = glyphs[outcome.status];
  return html`<header class="head" id="head">
<p class="kicker">${page.kicker}</p>
<h1>${run.title}</h1>
<p class="where"><strong class="environment${run.protected && ' protected'}">${run.environment}</strong>${run.protected && html` <span class="sr">(${page.protected})</span>`} ${longDate(reading, run.date)}, ${hoursOf(reading)}</p>
<p class="outcome ${outcome.tone}"><span aria-hidden="true">${glyph}</span> ${outcome.headline}</p>
${listOf(
  outcome.lines.map(line => html`<li>${line}</li>`),
  'why',
)}
${figuresOf(reading)}
</header>
`;
}
