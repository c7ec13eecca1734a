/** What each drawing of the Gantt means. */
import type { Reading } from '../../reading.ts';
import { html, type Markup, trusted } from '../markup.ts';

const swatches = {
  planned: '<rect class="planned" x="1" y="2" width="26" height="12" rx="1.5"/>',
  actual: '<rect class="actual good" x="1" y="4" width="26" height="8" rx="1.5"/>',
  byHand: '<rect class="actual normal" x="1" y="4" width="26" height="8" rx="1.5"/>',
  deciding: '<rect class="actual warning" x="1" y="4" width="26" height="8" rx="1.5"/>',
  underway: '<rect class="actual active" x="1" y="4" width="26" height="8" rx="1.5"/>',
  failed:
    '<rect class="actual bad" x="1" y="4" width="16" height="8" rx="1.5"/><text class="remark bad" x="19" y="13">✗</text>',
  best: '<rect class="best" x="1" y="7" width="26" height="2.5"/>',
  window: '<rect class="window" x="1" y="1" width="26" height="14"/>',
  break: '<path class="cut" d="M10 13l4 -10M15 13l4 -10"/>',
};

export function legendOf({ said, report }: Reading): Markup {
  const words = said.charts.gantt;
  const { rows, window, gaps } = report.gantt;
  const tones = new Set(rows.flatMap(({ actual }) => actual.map(({ tone }) => tone)));
  const shown = {
    planned: rows.some(({ planned }) => planned),
    actual: tones.has('good'),
    byHand: tones.has('normal'),
    deciding: tones.has('warning'),
    underway: tones.has('active'),
    failed: tones.has('bad'),
    best: rows.some(({ best }) => best),
    window: Boolean(window?.actual ?? window?.planned),
    break: gaps.length > 0,
  };
  const items = (Object.keys(swatches) as (keyof typeof swatches)[])
    .filter(key => shown[key])
    .map(
      key =>
        html`<li><svg class="gantt swatch" width="28" height="16" aria-hidden="true">${trusted(swatches[key])}</svg> ${words[key]}</li>`,
    );
  return html`<ul class="legend">${items}</ul>`;
}
