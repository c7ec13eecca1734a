/** How the steps and phases of a reported run ended, as far as its report tells. */
import type { StepStatus } from '../../../machines/state.ts';
import { type Words, wordsOf } from '../../locale/locale.ts';
import type { GanttRow, Report } from '../types.ts';

export interface Ended {
  /** In words; '' where nothing was done. */
  outcome: string;
  /** Milliseconds of its stretches; null where it was passed over, or not done to its end. */
  length: number | null;
}

type Said = Extract<StepStatus, 'accepted' | 'skipped' | 'passed' | 'refused' | 'reached'>;

interface Telling {
  words: Words;
  /** What was decided last about each step, by the key of its row. */
  decisions: ReadonlyMap<string, Said>;
  /** Nobody goes on with these: keys of rows. */
  left: ReadonlySet<string>;
  /** After these nothing of their part of the plan was done: whoever was at them may have left them. */
  last: ReadonlySet<string>;
}

/** Answers for the phases and steps of one report. */
export function endingsOf(report: Report): (row: GanttRow) => Ended {
  const telling = tellingOf(report);
  return row => (row.kind === 'step' ? stepEnd(row, telling) : groupEnd(row, telling));
}

function groupEnd({ key, actual }: GanttRow, { words, left }: Telling): Ended {
  const last = actual.at(-1);
  if (!last) return unknown('');
  const { active, left: given, done } = words.status.stage;
  if (last.tone === 'good') return { outcome: done, length: lengthOf(actual) };
  return unknown(last.tone === 'active' && !left.has(key) ? active : given);
}

function stepEnd(row: GanttRow, { words, decisions, left, last }: Telling): Ended {
  const { key, actual } = row;
  const { step, stage } = words.status;
  const said = decisions.get(key);
  const bar = actual.at(-1);
  if (said === 'skipped') return unknown(step.skipped);
  if (!bar) return unknown('');
  if (bar.tone === 'active' && !left.has(key)) return unknown(step.running);
  if (said === 'refused') return unknown(step.refused);
  if (said) return { outcome: step[said], length: lengthOf(actual) };
  if (isOver(row, last.has(key))) return { outcome: step.done, length: lengthOf(actual) };
  return unknown(actual.some(({ tone }) => tone === 'bad') ? step.failed : stage.left);
}

const unknown = (outcome: string): Ended => ({ outcome, length: null });

const lengthOf = (stretches: GanttRow['actual']): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/** A command that went well, what has a delay, and what others came after. */
function isOver({ actual, late }: GanttRow, isLast: boolean): boolean {
  const tone = actual.at(-1)?.tone;
  if (tone === 'good' || late !== null) return true;
  return !isLast && tone !== 'bad';
}

function tellingOf(report: Report): Telling {
  const { gantt, outcome, language } = report;
  const back = gantt.rows.findIndex(({ key }) => key === 'rollback');
  const forward = back < 0 ? gantt.rows : gantt.rows.slice(0, back);
  // What was gone through to its end has no step that somebody left.
  const returning = outcome.status === 'rollingBack' || outcome.status === 'aborted';
  const parts = returning && back >= 0 ? [forward, gantt.rows.slice(back)] : [forward];
  const through = outcome.status === 'completed' || outcome.status === 'closing';
  return {
    words: wordsOf(language),
    decisions: lastWords(report),
    left: new Set(back < 0 ? [] : forward.map(({ key }) => key)),
    last: new Set(through ? [] : parts.flatMap(rows => latestOf(rows)?.key ?? [])),
  };
}

function latestOf(rows: readonly GanttRow[]): GanttRow | undefined {
  return rows
    .filter(({ kind, actual }) => kind === 'step' && actual.length > 0)
    .toSorted((a, b) => a.actual.at(-1)!.to - b.actual.at(-1)!.to)
    .at(-1);
}

const decided: Readonly<Record<string, Said>> = {
  'step.skipped': 'skipped',
  'step.accepted': 'accepted',
};

const signed = { go: 'passed', 'no-go': 'refused', milestone: 'reached' } as const;

function lastWords({ decisions, gantt }: Report): Map<string, Said> {
  const facts = decisions.flatMap(({ at, step, type }) =>
    step === null ? [] : [{ at: Date.parse(at), step, said: decided[type] }],
  );
  const signs = gantt.signs.flatMap(({ at, step, kind }) =>
    step === null || kind === 'rollback' ? [] : [{ at, step, said: signed[kind] }],
  );
  const last = new Map<string, Said>();
  for (const { step, said } of [...facts, ...signs].toSorted((a, b) => a.at - b.at)) {
    // Done again, a step has another end than the one decided before.
    if (said) last.set(`step:${step}`, said);
    else last.delete(`step:${step}`);
  }
  return last;
}
