/** What surrounded the commands: messages, prerequisites, calls, notes. */
import { label, messageLabel, prerequisiteLabel } from '../labels.ts';
import type { Reading } from '../reading.ts';
import type { MessageFact, PrerequisiteFact } from '../types.ts';
import { html, type Markup, nothing } from './markup.ts';
import { badge, fact, listOf, quote, when } from './parts.ts';

export function messagesSection(reading: Reading): Markup | null {
  const { messages } = reading.report;
  if (messages.length === 0) return null;
  return html`${messages.map(message => messageOf(reading, message))}`;
}

function messageOf(reading: Reading, message: MessageFact): Markup {
  const words = reading.said.around.messages;
  const { title, status, audience, due } = message;
  const about = [
    audience && `${words.to} ${audience}`,
    due && reading.said.around.pair(words.due, due),
  ].filter(Boolean);
  return html`<article class="card plain-card">
<h3>${title} ${badge(messageLabel(reading, status))}</h3>
<p class="hint">${about.join(reading.words.units.separator)}</p>
${deliveriesOf(reading, message)}
</article>
`;
}

function deliveriesOf(reading: Reading, { deliveries, told }: MessageFact): Markup {
  const words = reading.said.around.messages;
  if (deliveries.length + told.length === 0) return nothing;
  const sent = deliveries.map(({ at, by, channel, status, subject, detail }) =>
    fact(
      reading,
      at,
      by,
      html`${badge(messageLabel(reading, status))} ${words.through} ${channel}${subject && ` ${reading.said.around.quoted(subject)}`}${detail && html` <span class="note">${detail}</span>`}`,
    ),
  );
  const said = told.map(({ at, by, how }) =>
    fact(reading, at, by, html`${badge(messageLabel(reading, 'told'))} ${how}`),
  );
  return html`<ol class="facts">${sent}${said}</ol>`;
}

export function prerequisitesSection(reading: Reading): Markup | null {
  const { prerequisites } = reading.report;
  if (prerequisites.length === 0) return null;
  const groups = Map.groupBy(prerequisites, ({ group }) => group);
  const parts = [...groups].map(
    ([group, items]) =>
      html`${group && html`<h3>${group}</h3>`}${listOf(
        items.map(item => prerequisiteOf(reading, item)),
        'short',
      )}`,
  );
  return html`${parts}`;
}

function prerequisiteOf(reading: Reading, { status, title, at, by, note }: PrerequisiteFact) {
  const who = at || by ? html` <small>${at && when(reading, at)} ${by}</small>` : nothing;
  return html`<li>${badge(prerequisiteLabel(reading, status))} ${title}${who}${note && html` <span class="note">${note}</span>`}</li>`;
}

export function callsSection(reading: Reading): Markup | null {
  const { calls } = reading.report;
  if (calls.length === 0) return null;
  const items = calls.map(({ at, by, role, outcome, note, step }) =>
    fact(
      reading,
      at,
      by,
      html`<strong>${role}</strong> ${outcome}${stepOf(reading, step)}${quote(reading, note)}`,
    ),
  );
  return html`<ol class="facts">${items}</ol>`;
}

export function notesSection(reading: Reading): Markup | null {
  const { notes } = reading.report;
  if (notes.length === 0) return null;
  const items = notes.map(({ at, by, text, step, topic }) => {
    const kind = topic && html` ${badge(label('active', reading.said.around.topics[topic], '◇'))}`;
    return fact(
      reading,
      at,
      by,
      html`<span class="typed">${text}</span>${kind}${stepOf(reading, step)}`,
    );
  });
  return html`<ol class="facts">${items}</ol>`;
}

function stepOf({ said }: Reading, step: string | null): Markup {
  return step === null ? nothing : html` <small>${said.around.step} ${step}</small>`;
}
