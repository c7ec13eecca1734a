/** The figures: what is asked first, large, and all of them in a table. */
import { rounded } from '../../view/schedule/time.ts';
import { figureLines, figureText } from '../figure-list.ts';
import { lengthText, type Reading } from '../reading.ts';
import type { Figures } from '../types.ts';
import { html, type Markup } from './markup.ts';
import { folded } from './parts.ts';

/** A figure that tests and readers may find by its name: `data-value` is the JSON's, '' for null. */
export function figureOf(
  reading: Reading,
  name: keyof Figures,
  value: number | null,
  side = '',
): Markup {
  return html`<data data-figure="${side}${name}" data-value="${value ?? ''}" value="${value ?? ''}">${figureText(reading, name, value)}</data>`;
}

export function figuresOf(reading: Reading): Markup {
  const { figures } = reading.report;
  const large = largeFigures(reading, figures).map(
    ({ name, remark, bad }) =>
      html`<div${bad ? html` class="bad"` : html``}><dt>${reading.said.figures.labels[name]}</dt><dd>${figureOf(reading, name, figures[name])}${remark && html` <small>${remark}</small>`}</dd></div>
`,
  );
  const lines = figureLines(reading, figures).map(
    ({ name, label, value }) =>
      html`<div><dt>${label}</dt><dd>${figureOf(reading, name, value)}</dd></div>
`,
  );
  const list = html`<dl class="figures-all">
${lines}</dl>`;
  return html`<dl class="figures">
${large}</dl>
${folded('figures', reading.said.figures.all, list, { printed: true })}`;
}

interface Large {
  name: keyof Figures;
  remark: string;
  bad?: boolean;
}

/** What is asked on the morning after; what did not happen is left to the table. */
function largeFigures(reading: Reading, figures: Figures): Large[] {
  const { said } = reading;
  const rollback: Large[] = figures.rollback === null ? [] : [{ name: 'rollback', remark: '' }];
  return [
    ...outage(reading, figures),
    ...rollback,
    { name: 'worked', remark: said.figures.nightsOut },
    { name: 'stepsDone', remark: doneRemark(reading, figures) },
    {
      name: 'commandsFailed',
      remark: said.figures.outOf(figures.commands),
      bad: figures.commandsFailed > 0,
    },
    { name: 'noGo', remark: `${figures.go} ${said.figures.labels.go}`, bad: figures.noGo > 0 },
    { name: 'waivers', remark: '' },
    {
      name: 'messagesSent',
      remark: figures.messagesFailed > 0 ? said.figures.notSent(figures.messagesFailed) : '',
    },
  ];
}

function outage(reading: Reading, { outage, plannedOutage }: Figures): Large[] {
  if (outage === null) {
    return plannedOutage === null ? [] : [{ name: 'plannedOutage', remark: '' }];
  }
  if (plannedOutage === null) return [{ name: 'outage', remark: '' }];
  const { over, under, planned } = reading.said.figures;
  const apart = outage - plannedOutage;
  const minute = 60_000;
  if (Math.abs(apart) < minute) {
    return [{ name: 'outage', remark: planned(lengthText(reading, plannedOutage)) }];
  }
  const text = rounded(Math.abs(apart), reading.words);
  return [{ name: 'outage', remark: (apart > 0 ? over : under)(text), bad: apart > 0 }];
}

function doneRemark({ said }: Reading, { steps, stepsSkipped }: Figures): string {
  const total = said.figures.outOf(steps);
  return stepsSkipped > 0 ? `${total}, ${said.figures.skipped(stepsSkipped)}` : total;
}
