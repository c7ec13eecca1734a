/** Reports of runs told by hand, and of the golden histories. */
import type { Entry } from '../../machines/entries.ts';
import { type JournalReading, readJournal } from '../../src/journal/chain.ts';
import type { Plan } from '../../src/plan/types.ts';
import { createCourse } from '../../src/report/course.ts';
import type { ReportInput } from '../../src/report/input.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Report } from '../../src/report/types.ts';
import { nothingAround } from '../../src/view/around.ts';
import { noHistory } from '../../src/view/history.ts';
import type { ViewInput } from '../../src/view/types.ts';
import { planOf, textOf } from '../journal/golden.ts';
import type { Journey } from '../view/journey.ts';

/** What a report is made from, of these entries; as of one minute after the last one. */
export function inputOf(
  plan: Plan,
  entries: readonly Entry[],
  view: Partial<ViewInput> = {},
  more: Partial<ReportInput> = {},
): ReportInput {
  const course = createCourse(plan).upTo(entries);
  const last = entries.at(-1)?.at ?? '2026-12-01T05:00:00.000Z';
  return {
    view: {
      plan,
      state: course.state,
      entries,
      away: [],
      now: Date.parse(last) + 60_000,
      language: 'fr',
      ascii: false,
      operator: '',
      schedule: 'absolute',
      observer: true,
      history: noHistory,
      around: nothingAround,
      ...view,
    },
    course,
    journal: { hashes: entries.map(({ seq }) => `hash-${seq}`) },
    program: 'bascule 0.0.0',
    outputs: new Map(),
    source: { text: '', name: 'plan.md' },
    best: null,
    ...more,
  };
}

/** The report of a run as it stands now. */
export function reportedOf(
  { plan, entries, now, more }: Journey,
  input: Partial<ReportInput> = {},
): Report {
  return reportOf(inputOf(plan, entries, { now, ...more }, input));
}

/** One of the golden histories, with its plan. */
export function history(name: string): { plan: Plan; reading: JournalReading } {
  return { plan: planOf(name), reading: readJournal(textOf(`${name}.jsonl`)) };
}

/** `05:40`, of an ISO time or of milliseconds, in UTC. */
export function utc(at: string | number): string {
  return new Date(at).toISOString().slice(11, 16);
}
