/** Checkpoints, gates and final lists: who looked, what was green, who agreed. */
import { checkpointKind, markLabel, notLookedText, shortHash, verdictLabel } from '../labels.ts';
import type { Reading } from '../reading.ts';
import type { CheckpointFact } from '../types.ts';
import { html, type Markup, nothing } from './markup.ts';
import { badge, fact, folded, listOf, quote, titled, when } from './parts.ts';

export function checkpointsSection(reading: Reading): Markup | null {
  const { checkpoints } = reading.report;
  if (checkpoints.length === 0) return null;
  return html`${checkpoints.map(checkpoint => cardOf(reading, checkpoint))}`;
}

function cardOf(reading: Reading, checkpoint: CheckpointFact): Markup {
  const last = checkpoint.looks.at(-1);
  // The final lists are no steps of the plan.
  const step =
    checkpoint.kind === 'checkpoint' || checkpoint.kind === 'gate' ? checkpoint.step : '';
  const verdict = last ? badge(verdictLabel(reading, last.verdict)) : nothing;
  return html`<article class="card">
<h3>${titled(step, checkpoint.title)} ${verdict} <small>${checkpointKind(reading, checkpoint)}</small></h3>
${looksOf(reading, checkpoint)}
${criteriaOf(reading, checkpoint)}
${approvalsOf(reading, checkpoint)}
</article>
`;
}

function looksOf(reading: Reading, { looks }: CheckpointFact): Markup {
  const words = reading.said.around.checkpoints;
  if (looks.length === 0) return html`<p class="hint">${notLookedText(reading)}</p>`;
  const items = looks.map(({ at, by, verdict, reason, hash }) =>
    fact(
      reading,
      at,
      by,
      html`${badge(verdictLabel(reading, verdict))}${hash && html` <small>${words.witness} <code title="${hash}">${shortHash(hash)}</code></small>`}${quote(reading, reason)}`,
    ),
  );
  return html`<ol class="facts">${items}</ol>`;
}

function criteriaOf(reading: Reading, { step, looks, criteria }: CheckpointFact): Markup {
  if (criteria.length === 0) return nothing;
  const words = reading.said.around.checkpoints;
  const items = criteria.map(({ title, mark, by, at, note, job }) => {
    const who = job === null ? by : words.byCommand;
    const looked = at && html` <small>${when(reading, at)} ${who}</small>`;
    return html`<li>${badge(markLabel(reading, mark))} ${title}${looked}${note && html` <span class="note">${note}</span>`}</li>`;
  });
  const list = listOf(items, 'short');
  // Nobody came to it: its boxes would only push aside those that were looked at.
  const isUntouched = looks.length === 0 && criteria.every(({ mark }) => mark === 'open');
  if (isUntouched) return folded(`criteria-${step}`, words.untouched(criteria.length), list);
  return html`<h4>${words.criteria}</h4>${list}`;
}

function approvalsOf(reading: Reading, { approvals }: CheckpointFact): Markup {
  if (approvals.length === 0) return nothing;
  const words = reading.said.around.checkpoints;
  const items = approvals.map(({ at, person, role, verdict, proof, note }) =>
    fact(
      reading,
      at,
      '',
      html`${badge(verdictLabel(reading, verdict))} ${person} (${role}) <small>${words.proofs[proof]}</small>${quote(reading, note)}`,
    ),
  );
  return html`<h4>${words.approvals}</h4><ol class="facts">${items}</ol>`;
}
