/** What failed or whose outcome nobody knows: the lines that matter, and what was decided. */
import { failureLabel } from '../labels.ts';
import type { Reading } from '../reading.ts';
import type { FailureFact } from '../types.ts';
import { html, type Markup, nothing } from './markup.ts';
import { outputId } from './output-id.ts';
import { badge, lines, stamp, titled } from './parts.ts';

export function failuresSection(reading: Reading): Markup | null {
  const { failures } = reading.report;
  if (failures.length === 0) return null;
  const shown = new Set(reading.report.outputs.map(({ job }) => job));
  return html`${failures.map(failure => cardOf(reading, failure, shown.has(failure.job)))}`;
}

function cardOf(reading: Reading, failure: FailureFact, hasOutput: boolean): Markup {
  const words = reading.said.around.failures;
  const { step, title, at, host, kind, status, script, excerpt } = failure;
  const link = hasOutput ? html` <a href="#${outputId(failure.job)}">${words.output}</a>` : nothing;
  return html`<article class="card">
<h3>${titled(step, title)} ${badge(failureLabel(reading, kind))}</h3>
${stamp(reading, at, host)}
<p>${status}</p>
${script === '' ? nothing : html`<h4>${words.script}</h4>${lines(script)}`}
${excerptOf(reading, excerpt)}
<p class="then"><strong>${words.after}</strong> ${failure.settled || words.nothing}.${link}</p>
</article>
`;
}

function excerptOf({ said }: Reading, { first, last }: FailureFact['excerpt']): Markup {
  const words = said.around.failures;
  if (first === '' && last.length === 0) return html`<p class="hint">${words.quiet}</p>`;
  // The end of the output often has that line already.
  const apart = first !== '' && !last.some(line => line.includes(first));
  return html`<h4>${words.excerpt}</h4>${apart ? lines(first, 'first') : nothing}${last.length === 0 ? nothing : lines(last.join('\n'))}`;
}
