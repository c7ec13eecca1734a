/** What failed, was decided, passed over or amended in one of two runs only. */
import { wordsOf } from '../../locale/locale.ts';
import type { Comparison, DecisionFact, Report } from '../types.ts';

type Difference = Comparison['differences'][number];

/** `same`: what the other run must have for it to be no difference. */
interface Event extends Omit<Difference, 'side'> {
  same: string;
}

/** Of this run, then of the other, each in the order of its report, each once. */
export function differencesOf(here: Report, there: Report): Difference[] {
  const [ours, theirs] = [eventsOf(here), eventsOf(there)];
  return [...only(ours, theirs, 'here'), ...only(theirs, ours, 'there')];
}

function only(
  own: readonly Event[],
  others: readonly Event[],
  side: Difference['side'],
): Difference[] {
  const known = new Set(others.map(({ same }) => same));
  return own.flatMap(({ same, kind, step, text }) => {
    if (known.has(same)) return [];
    known.add(same);
    return [{ side, kind, step, text }];
  });
}

function eventsOf(report: Report): Event[] {
  return [...failures(report), ...decisions(report), ...amendments(report)];
}

function failures({ failures: all, language }: Report): Event[] {
  const { because } = wordsOf(language).seen.improvement;
  return all.map(({ step, title, status }) => ({
    same: `failure ${title}`,
    kind: 'failure',
    step,
    text: because(title, status),
  }));
}

/** Those that the amendments tell are left to them; a reason given otherwise is the same decision. */
function decisions({ decisions: all }: Report): Event[] {
  return all.flatMap(decision => {
    const { type, step, text } = decision;
    if (type === 'step.amended') return [];
    const kind = type === 'step.skipped' ? 'skipped' : 'decision';
    return { same: `${type} ${text}`, kind, step, text: withReason(decision) };
  });
}

const withReason = ({ text, reason }: DecisionFact): string =>
  reason === '' ? text : `${text} (${reason})`;

/** Another change of the same command is another one. */
function amendments({ amendments: all, gantt, language }: Report): Event[] {
  const { log } = wordsOf(language);
  const titles = new Map(gantt.rows.map(({ key, number, title }) => [key, `${number} ${title}`]));
  return all.map(({ step, command, diff, reason }) => {
    const label = titles.get(`step:${step}`) ?? step;
    return {
      same: `amendment ${label} ${command} ${diff}`,
      kind: 'amendment',
      step,
      text: log.amended(label, reason),
    };
  });
}
