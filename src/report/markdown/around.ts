/** What surrounded the commands: messages, metrics, prerequisites, calls, notes. */
import { figureText } from '../../view/dossier/figure.ts';
import { messageLabel, metricLabel, prerequisiteLabel } from '../labels.ts';
import { type Reading, secondText } from '../reading.ts';
import type { MessageFact, PrerequisiteFact } from '../types.ts';
import { badge, stamp } from './decided.ts';
import { blocks, listOf, plain, said, tableOf } from './text.ts';

export function messagesPart(reading: Reading): string {
  return blocks(reading.report.messages.map(message => messagePart(reading, message)));
}

function messagePart(reading: Reading, message: MessageFact): string {
  const words = reading.said.around.messages;
  const { title, status, audience, due, deliveries, told } = message;
  const about = [
    audience && `${words.to} ${audience}`,
    due && reading.said.around.pair(words.due, due),
  ];
  return blocks([
    `### ${plain(title)}`,
    `${badge(messageLabel(reading, status))} ${plain(about.filter(Boolean).join(', '))}`,
    listOf([
      ...deliveries.map(
        ({ at, by, channel, status: sent, subject, detail }) =>
          `${stamp(reading, at, by)} ${badge(messageLabel(reading, sent))} ${words.through} ${plain(channel)}${said(reading, subject)}${said(reading, detail)}`,
      ),
      ...told.map(
        ({ at, by, how }) =>
          `${stamp(reading, at, by)} ${badge(messageLabel(reading, 'told'))}${said(reading, how)}`,
      ),
    ]),
  ]);
}

export function metricsPart(reading: Reading): string {
  const { metrics, language } = reading.report;
  if (metrics.length === 0) return '';
  const { columns, failed: failedWords, judged: judgedWords } = reading.said.around.metrics;
  const figure = (measure: { at: string; value: number; unit: string } | null) =>
    measure
      ? plain(
          `${figureText({ input: { language } }, measure)} (${secondText(reading, measure.at)})`,
        )
      : '';
  return tableOf(
    [columns.title, columns.verdict, columns.last, columns.threshold, columns.baseline],
    metrics.map(metric => {
      const { title, group, last, threshold, baseline, failed, judged } = metric;
      const more = [
        group,
        failed ? failedWords(failed.why) : '',
        judged ? judgedWords(judged.by, judged.note) : '',
      ].filter(Boolean);
      return [
        plain([title, ...more].join(', ')),
        badge(metricLabel(reading, metric)),
        figure(last),
        plain(threshold),
        figure(baseline),
      ];
    }),
  );
}

export function prerequisitesPart(reading: Reading): string {
  const groups = Map.groupBy(reading.report.prerequisites, ({ group }) => group);
  return blocks(
    [...groups].flatMap(([group, items]) => [
      group && `### ${plain(group)}`,
      listOf(items.map(item => prerequisiteOf(reading, item))),
    ]),
  );
}

function prerequisiteOf(reading: Reading, { status, title, at, by, note }: PrerequisiteFact) {
  const who = at === null ? plain(by) : stamp(reading, at, by);
  return `${badge(prerequisiteLabel(reading, status))} ${plain(title)}${who && ` (${who})`}${said(reading, note)}`;
}

export function callsPart(reading: Reading): string {
  return listOf(
    reading.report.calls.map(
      ({ at, by, role, outcome, note }) =>
        `${stamp(reading, at, by)} **${plain(role)}** ${plain(outcome)}${said(reading, note)}`,
    ),
  );
}

export function notesPart(reading: Reading): string {
  const { topics, step: stepWord } = reading.said.around;
  return listOf(
    reading.report.notes.map(({ at, by, text, step, topic }) => {
      const about = [topic ? topics[topic] : '', step === null ? '' : `${stepWord} ${step}`];
      const where = about.filter(Boolean).join(', ');
      return `${stamp(reading, at, by)} ${plain(text)}${where && ` (${plain(where)})`}`;
    }),
  );
}
