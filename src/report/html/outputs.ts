/** What each command printed, folded; the longest can be played as it appeared. */
import { outputLabel } from '../labels.ts';
import { lengthText, type Reading, sizeText } from '../reading.ts';
import type { OutputFact } from '../types.ts';
import { html, type Markup, nothing } from './markup.ts';
import { outputId } from './output-id.ts';
import { badge, folded, lines, when } from './parts.ts';
import { playerOf } from './player.ts';

export function outputsSection(reading: Reading): Markup | null {
  const { outputs } = reading.report;
  if (outputs.length === 0) return null;
  return html`${outputs.map(output => outputOf(reading, output))}`;
}

function outputOf(reading: Reading, output: OutputFact): Markup {
  const id = outputId(output.job);
  return folded(
    id,
    summaryOf(reading, output),
    html`<div class="output" id="${id}">${aboutOf(reading, output)}${textOf(reading, output)}</div>`,
  );
}

function summaryOf(reading: Reading, output: OutputFact): Markup {
  const words = reading.said.around.outputs;
  const { title, script, attempt, code, took, size, player } = output;
  const about = [
    attempt > 1 ? words.attempt(attempt) : '',
    code === null ? '' : words.code(code),
    took === null ? '' : lengthText(reading, took),
    sizeText(reading, size),
  ].filter(Boolean);
  const plays =
    player &&
    html` <span class="plays"><span aria-hidden="true">▶</span> ${reading.said.page.player.title}</span>`;
  const [first = ''] = script.split('\n', 1);
  return html`<strong>${title}</strong> ${first && html`<code>${first.length > 60 ? `${first.slice(0, 59)}…` : first}</code> `}${badge(outputLabel(reading, output))} <small>${about.join(reading.words.units.separator)}</small>${plays}`;
}

function aboutOf(
  reading: Reading,
  { script, host, startedAt, endedAt, sha256 }: OutputFact,
): Markup {
  const words = reading.said.around.outputs;
  const end = endedAt ? html` – ${when(reading, endedAt)}` : nothing;
  const hash = sha256 && html` · ${words.hash} <code>sha256:${sha256}</code>`;
  return html`<p class="hint">${when(reading, startedAt)}${end}${host && ` · ${host}`}${hash}</p>
${script === '' ? nothing : html`<p class="label">${words.script}</p>${lines(script, 'script')}<p class="label">${words.text}</p>`}`;
}

function textOf(reading: Reading, output: OutputFact): Markup {
  const words = reading.said.around.outputs;
  const { head, tail, size, omitted, remark, player } = output;
  const remarked = remark && html`<p class="hint">${remark}</p>`;
  if (head === '' && tail === '') {
    return html`${remarked || html`<p class="hint">${size === 0 ? words.silent : words.absent}</p>`}`;
  }
  const first = player ? playerOf(reading, head, player) : lines(head);
  const cut =
    omitted > 0 && html`<p class="cut">⋯ ${words.omitted(sizeText(reading, omitted))} ⋯</p>`;
  const last = tail === '' ? nothing : lines(tail);
  return html`${remarked}${first}${cut}${last}${paperRemark(reading, output)}`;
}

/** On paper a text is cut after these. */
const printed = { lines: 12, characters: 1_000 };

function paperRemark({ said }: Reading, { head, tail }: OutputFact): Markup {
  const isLong = (text: string) =>
    text.length > printed.characters || text.split('\n', printed.lines + 2).length > printed.lines;
  if (!isLong(head) && !isLong(tail)) return nothing;
  return html`<p class="on-paper">${said.page.printedInPart}</p>`;
}
