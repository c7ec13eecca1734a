/** Every entry of the journal, in words. */
import { toneLabel } from '../labels.ts';
import { type Reading, secondText } from '../reading.ts';
import type { TimelineLine } from '../types.ts';
import { html, type Markup, nothing } from './markup.ts';
import { folded } from './parts.ts';

/** More lines than this would print a book. */
const printed = 400;
/** Lines that a browser lays out together. */
const atOnce = 200;

export function timelineSection(reading: Reading): Markup | null {
  const { timeline } = reading.report;
  if (timeline.length === 0) return null;
  const { page } = reading.said;
  const short = timeline.length <= printed;
  const table = folded(
    'timeline',
    page.lines(timeline.length),
    html`${filterOf(reading)}${tablesOf(reading)}`,
    { printed: short },
  );
  return html`${table}${short ? '' : html`<p class="on-paper">${page.notPrinted}</p>`}`;
}

/** Of use with the page's script alone, which shows it. */
function filterOf({ said: { page } }: Reading): Markup {
  return html`<p class="filter" hidden><label>${page.filter} <input id="filter" type="search" autocomplete="off"></label> <label>${page.filterKind} <select id="filter-kind"><option value="">${page.filterAll}</option><option value="trouble">${page.filterTrouble}</option></select></label> <span role="status">${page.shown} <output id="filter-count"></output></span></p>
`;
}

/**
 * As many tables as there are chunks: a browser lays out those in sight alone, and ten thousand lines open at
 * once. Each says its columns, though the first alone shows them.
 */
function tablesOf(reading: Reading): Markup {
  const { timeline } = reading.report;
  const tables = Array.from({ length: Math.ceil(timeline.length / atOnce) }, (_, at) =>
    tableOf(reading, timeline.slice(at * atOnce, (at + 1) * atOnce), at === 0),
  );
  return html`<p class="caption">${reading.said.around.timeline.caption}</p>
<div id="lines">${tables}</div>`;
}

function tableOf(reading: Reading, lines: readonly TimelineLine[], isFirst: boolean): Markup {
  const words = reading.said.around.timeline;
  const heads = [words.seq, words.at, words.by, words.text].map(
    head => html`<th scope="col">${isFirst ? head : html`<span class="sr">${head}</span>`}`,
  );
  const name = words.part(lines[0]!.seq, lines.at(-1)!.seq);
  return html`<div class="part${lines.length === atOnce && ' lazy'}"><table class="plain" aria-label="${name}"><thead${isFirst ? nothing : html` class="again"`}><tr>${heads}</thead>
<tbody>
${lines.map(line => rowOf(reading, line))}</tbody></table></div>
`;
}

/** Ends of cells are left out, as HTML allows: there may be ten thousand. */
function rowOf(reading: Reading, { seq, at, by, text, tone }: TimelineLine): Markup {
  const { glyph, word } = toneLabel(reading, tone);
  const sign = word && html`<b title="${word}">${glyph}</b> `;
  return html`<tr class="${tone}"><td>${seq}<td><time datetime="${at}">${secondText(reading, at)}</time><td>${by}<td>${sign}${text}
`;
}
