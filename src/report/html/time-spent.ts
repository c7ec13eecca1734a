/** Where the time went: one bar for the run, one for each phase, and the table. */
import { longestOf } from '../longest.ts';
import { lengthText, type Reading } from '../reading.ts';
import type { Spending, TimeSpent } from '../types.ts';
import { html, type Markup, nothing } from './markup.ts';
import { folded, when, wide } from './parts.ts';

const kinds: readonly Spending[] = ['commands', 'people', 'deciding', 'waiting', 'away'];

/** Null for a run in which nothing happened yet. */
export function timeSection(reading: Reading): Markup | null {
  const { time } = reading.report;
  const whole = sum(time.total);
  if (whole === 0) return null;
  const most = fullOf(time.phases);
  return html`${legend(reading, time.total)}
<div class="bars">
<div class="bar-row whole"><p>${reading.said.charts.time.whole} <span>${lengthText(reading, whole)}</span></p>${barOf(reading, time.total, whole, null)}</div>
${time.phases.map(phase => phaseBar(reading, phase, most))}
</div>
<p class="hint">${reading.said.charts.time.present}</p>
${longestList(reading)}
${folded('time-table', reading.said.charts.time.table, tableOf(reading), { printed: true })}`;
}

function sum(spent: Record<Spending, number>): number {
  return kinds.reduce((all, kind) => all + spent[kind], 0);
}

/** Without the time that nobody was there. */
function present(spent: Record<Spending, number>): number {
  return sum(spent) - spent.away;
}

/** What a whole bar stands for: hours of waiting are cut short, so that the minutes of work can be seen. */
function fullOf(phases: TimeSpent['phases']): number {
  const most = (of: (phase: TimeSpent['phases'][number]) => number) =>
    phases.reduce((so, phase) => Math.max(so, of(phase)), 1);
  const busy = most(({ spent }) => present(spent) - spent.waiting);
  return Math.min(
    most(({ spent, planned }) => Math.max(present(spent), planned ?? 0)),
    2 * busy,
  );
}

function phaseBar(reading: Reading, phase: TimeSpent['phases'][number], most: number): Markup {
  const planned =
    phase.planned === null
      ? ''
      : `, ${reading.said.figures.planned(lengthText(reading, phase.planned))}`;
  const name = `${phase.number} ${phase.title}`.trim();
  const spent = { ...phase.spent, away: 0 };
  return html`<div class="bar-row"><p>${name} <span>${lengthText(reading, present(phase.spent))}${planned}</span></p>${barOf(reading, spent, most, phase.planned)}</div>
`;
}

/** @param full what the whole width stands for, ms */
function barOf(
  reading: Reading,
  spent: Record<Spending, number>,
  full: number,
  planned: number | null,
): Markup {
  let x = 0;
  const parts = kinds
    .filter(kind => spent[kind] > 0)
    .map(kind => {
      const width = (spent[kind] / full) * 100;
      const title = `${reading.said.charts.time.kinds[kind]} ${lengthText(reading, spent[kind])}`;
      const part = html`<rect class="spent ${kind}" x="${percent(x)}" y="2" width="${percent(width)}" height="16"><title>${title}</title></rect>`;
      x += width;
      return part;
    });
  const cut =
    x <= 100.01
      ? nothing
      : html`<svg x="100%" overflow="visible"><path class="cut" d="M-16 20l6 -20h5l-6 20z"/></svg>`;
  const mark =
    planned === null || planned > full
      ? nothing
      : html`<line class="mark" x1="${percent((planned / full) * 100)}" x2="${percent((planned / full) * 100)}" y1="0" y2="20"/>`;
  return html`<svg class="spending" width="100%" height="20" aria-hidden="true">${parts}${cut}${mark}</svg>`;
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

function legend(reading: Reading, total: Record<Spending, number>): Markup {
  const whole = sum(total);
  const items = kinds.map(
    kind =>
      html`<li><svg class="spending swatch" width="28" height="16" aria-hidden="true"><rect class="spent ${kind}" x="0.5" y="0.5" width="27" height="15"/></svg> ${reading.said.charts.time.kinds[kind]} <strong>${lengthText(reading, total[kind])}</strong> <small>${Math.round((total[kind] / whole) * 100)} %</small></li>`,
  );
  return html`<ul class="legend">${items}</ul>`;
}

function longestList(reading: Reading): Markup {
  const longest = longestOf(reading.report.time);
  if (longest.length === 0) return nothing;
  const { time } = reading.said.charts;
  const items = longest.map(
    ({ from, took, text }) =>
      html`<li class="fact"><p class="stamp">${when(reading, from)} <span class="by">${lengthText(reading, took)}</span></p><div>${text}</div></li>`,
  );
  return html`<h3>${time.longest}</h3>
<ol class="facts brief">${items}</ol>`;
}

function tableOf(reading: Reading): Markup {
  const { time: words } = reading.said.charts;
  const { phases, total } = reading.report.time;
  const heads = [words.phase, words.planned, ...kinds.map(kind => words.kinds[kind]), words.total];
  const row = (name: string, planned: number | null, spent: Record<Spending, number>) =>
    html`<tr><th scope="row">${name}</th><td>${planned === null ? '' : lengthText(reading, planned)}</td>${kinds.map(kind => html`<td>${lengthText(reading, spent[kind])}</td>`)}<td>${lengthText(reading, sum(spent))}</td></tr>
`;
  return wide(
    words.caption,
    html`<table class="plain"><caption>${words.caption}</caption>
<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${phases.map(({ number, title, planned, spent }) => row(`${number} ${title}`.trim(), planned, spent))}${row(words.total, null, total)}</tbody></table>`,
  );
}
