/** Every entry, what the commands printed, and where all this comes from. */
import { outputLabel } from '../labels.ts';
import { fullText, lengthText, type Reading, secondText, sizeText } from '../reading.ts';
import type { OutputFact } from '../types.ts';
import { badge } from './decided.ts';
import { blocks, fenced, listOf, plain, tableOf } from './text.ts';

/** Lines of an output that a page of a wiki can bear, at each end. */
const atEachEnd = 30;
/** Characters of one line, likewise. */
const ofALine = 400;

export function timelinePart(reading: Reading): string {
  const { timeline } = reading.report;
  if (timeline.length === 0) return '';
  const words = reading.said.around.timeline;
  return tableOf(
    [words.seq, words.at, words.by, words.text],
    timeline.map(({ seq, at, by, text }) => [
      String(seq),
      secondText(reading, at),
      plain(by),
      plain(text),
    ]),
  );
}

export function outputsPart(reading: Reading): string {
  return blocks(reading.report.outputs.map(output => outputPart(reading, output)));
}

function outputPart(reading: Reading, output: OutputFact): string {
  const words = reading.said.around.outputs;
  const { title, code, took, size, script, head, tail, remark } = output;
  const about = [
    code === null ? '' : words.code(code),
    took === null ? '' : lengthText(reading, took),
    sizeText(reading, size),
  ].filter(Boolean);
  const silent = size === 0 ? words.silent : words.absent;
  return blocks([
    `### ${plain(title)}`,
    `${badge(outputLabel(reading, output))} ${plain(about.join(', '))}`,
    script === '' ? '' : fenced(script),
    plain(remark),
    head + tail === '' ? (remark === '' ? silent : '') : fenced(shortened(reading, output)),
  ]);
}

/** Both ends of what the report has; the rest is in the HTML report, or in the run's folder. */
function shortened({ said }: Reading, { head, tail, omitted }: OutputFact): string {
  const lines = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  const cut = (line: string) => (line.length > ofALine ? `${line.slice(0, ofALine)}…` : line);
  const first = lines(head);
  const last = lines(tail);
  const all = [...first, ...last];
  if (omitted === 0 && all.length <= 2 * atEachEnd) return all.map(cut).join('\n');
  const end = last.length > 0 ? last : first;
  return [
    ...first.slice(0, atEachEnd),
    `⋯ ${said.around.outputs.shortened} ⋯`,
    ...end.slice(-atEachEnd),
  ]
    .map(cut)
    .join('\n');
}

export function footPart(reading: Reading): string {
  const { run, generated } = reading.report;
  const { foot } = reading.said.page;
  const { pair } = reading.said.around;
  return listOf([
    pair(foot.run, plain(run.id)),
    pair(foot.fingerprint, plain(run.fingerprint)),
    pair(foot.operators, plain(run.operators.join(', ') || '—')),
    pair(foot.zone, plain(run.timezone)),
    pair(foot.journal, foot.entries(run.entries)),
    pair(foot.hash, `${plain(run.hash || '—')} (${foot.verify})`),
    `${plain(foot.made(generated.program))} ${foot.madeAt} ${fullText(reading, generated.at)}`,
  ]);
}
