import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { JournalReading } from '../../journal/chain.ts';
import type { Language } from '../../plan/types.ts';
import { createCourse } from '../../report/course.ts';
import type { ReportInput } from '../../report/input.ts';
import { runPaths } from '../../store/run-folder.ts';
import { noHistory } from '../../view/history.ts';
import { bestRehearsal } from './best-rehearsal.ts';
import type { RecordedRun } from './open-recorded.ts';
import { createOutputReader } from './read-outputs.ts';

export interface ReportReading {
  language: Language;
  /** `bascule 0.1.0`. */
  program: string;
  /** False for a run that is only compared with: its outputs are not read. */
  outputs: boolean;
}

/** Reads what a report is made from; what does not change is read once. Nothing is written. */
export interface ReportReader {
  /**
   * @param now milliseconds
   * @param journal the run's, by default as it stood when it was opened; its entries only ever grow in number
   */
  read(
    now: number,
    journal?: Pick<JournalReading, 'entries' | 'hashes' | 'damage'>,
  ): Promise<ReportInput>;
}

/** @throws when the plan in the run's folder cannot be read, or is no statechart */
export function createReportReader(run: RecordedRun, how: ReportReading): ReportReader {
  const { plan, environment, reading } = run;
  const { language, program } = how;
  const course = createCourse(plan);
  const outputs = createOutputReader(run);
  const source = sourceOf(run);
  const best = bestRehearsal(run);
  return {
    async read(now, journal = reading) {
      const { entries } = journal;
      const passed = course.upTo(entries);
      const { state } = passed;
      return {
        view: {
          plan,
          state,
          entries,
          away: [],
          now,
          language,
          ascii: false,
          operator: '',
          schedule: environment.schedule,
          observer: true,
          history: noHistory,
          around: environment,
        },
        course: passed,
        journal,
        program,
        outputs: how.outputs ? await outputs.read(state.context, now) : new Map(),
        source,
        best,
      };
    },
  };
}

/** The plan's text as the run began with it, under the name of its original. */
function sourceOf({ folder, reading }: RecordedRun): ReportInput['source'] {
  const [created] = reading.entries;
  const path = created?.type === 'run.created' ? created.plan.path : 'plan.md';
  return { text: readFileSync(runPaths(folder).plan, 'utf8'), name: basename(path) };
}
