/** Checkpoints, decisions, failures, and what was changed. */
import {
  checkpointKind,
  failureLabel,
  type Label,
  markLabel,
  notLookedText,
  shortHash,
  verdictLabel,
} from '../labels.ts';
import { type Reading, secondText } from '../reading.ts';
import type { CheckpointFact, FailureFact } from '../types.ts';
import { blocks, fenced, listOf, plain, said } from './text.ts';

/** `**✗ échec**`. */
export function badge({ glyph, word }: Label): string {
  return `**${plain(`${glyph} ${word}`)}**`;
}

/** `08:12:00 ops@bastion`. */
export function stamp(reading: Reading, at: string, by: string): string {
  return [secondText(reading, at), plain(by)].filter(Boolean).join(' ');
}

export function checkpointsPart(reading: Reading): string {
  return blocks(reading.report.checkpoints.map(each => checkpointPart(reading, each)));
}

function checkpointPart(reading: Reading, checkpoint: CheckpointFact): string {
  const words = reading.said.around.checkpoints;
  const { title, step, kind, looks, criteria, approvals } = checkpoint;
  const sort = checkpointKind(reading, checkpoint);
  const name = kind === 'checkpoint' || kind === 'gate' ? `${step} ${title}` : title;
  return blocks([
    `### ${plain(name)}${sort && ` (${sort})`}`,
    looks.length === 0 ? notLookedText(reading) : '',
    listOf(
      looks.map(
        ({ at, by, verdict, reason, hash }) =>
          `${stamp(reading, at, by)} ${badge(verdictLabel(reading, verdict))}${said(reading, reason)}${hash && ` (${words.witness} ${shortHash(plain(hash))})`}`,
      ),
    ),
    criteria.length === 0 ? '' : words.criteria,
    listOf(
      criteria.map(({ title: criterion, mark, by, job, note }) => {
        const who = job === null ? by : words.byCommand;
        return `${badge(markLabel(reading, mark))} ${plain(criterion)}${who && ` (${plain(who)})`}${said(reading, note)}`;
      }),
    ),
    approvals.length === 0 ? '' : words.approvals,
    listOf(
      approvals.map(
        ({ at, person, role, verdict, proof, note }) =>
          `${stamp(reading, at, person)} (${plain(role)}) ${badge(verdictLabel(reading, verdict))}, ${words.proofs[proof]}${said(reading, note)}`,
      ),
    ),
  ]);
}

export function decisionsPart(reading: Reading): string {
  const { decisions: words } = reading.said.around;
  return listOf(
    reading.report.decisions.flatMap(({ at, by, text, reason, evidence }) => [
      [
        `${stamp(reading, at, by)} **${plain(text)}**${said(reading, reason)}`,
        ...(evidence.length > 0 ? [`  - ${words.evidence}`] : []),
        ...evidence.map(each => `    - ${plain(each)}`),
      ].join('\n'),
    ]),
  );
}

export function failuresPart(reading: Reading): string {
  return blocks(reading.report.failures.map(failure => failurePart(reading, failure)));
}

function failurePart(reading: Reading, failure: FailureFact): string {
  const words = reading.said.around.failures;
  const { title, step, at, host, kind, status, script, excerpt, settled } = failure;
  const { first, last } = excerpt;
  const name = title.startsWith(`${step} `) ? title : `${step} ${title}`;
  const shown = first !== '' && !last.some(line => line.includes(first)) ? [first, ...last] : last;
  return blocks([
    `### ${plain(name)}`,
    `${stamp(reading, at, host)} ${badge(failureLabel(reading, kind))} ${plain(status)}`,
    script === '' ? '' : words.script,
    script === '' ? '' : fenced(script),
    shown.length === 0 ? words.quiet : words.excerpt,
    shown.length === 0 ? '' : fenced(shown.join('\n')),
    reading.said.around.pair(words.after, plain(settled || words.nothing)),
  ]);
}

export function amendmentsPart(reading: Reading): string {
  return blocks(
    reading.report.amendments.flatMap(({ at, by, step, reason, diff }) => [
      `${stamp(reading, at, by)} **${plain(step)}**${said(reading, reason)}`,
      fenced(diff, 'diff'),
    ]),
  );
}

export function improvementPart(reading: Reading): string {
  const { changes, patch, file } = reading.report.improvement;
  const { improvement: words, pair } = reading.said.around;
  return blocks([
    listOf(changes.map(({ kind, text }) => pair(words.kinds[kind], plain(text)))),
    patch === null ? '' : `${plain(words.patch(file))}. ${plain(words.apply)}`,
    patch === null ? '' : fenced(patch, 'diff'),
  ]);
}
