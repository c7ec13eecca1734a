import type { JournalReading } from '../../journal/chain.ts';
import { htmlOf } from '../../report/html.ts';
import { reportOf } from '../../report/report.ts';
import type { Page } from '../../serve/types.ts';
import type { FollowedSource } from '../../sources/followed.ts';
import type { RecordedRun } from './open-recorded.ts';
import { createReportReader, type ReportReading } from './report-input.ts';

/** Milliseconds between two pages of a run in which nothing happens: its time goes by all the same. */
const tick = 30_000;

/** The report of a run as it goes on. */
export interface LiveReport {
  /** Made anew at each call, of what is known by then. */
  page(): Promise<Page>;
  /** Calls back when there is more to tell. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

export function liveReport(
  run: RecordedRun,
  source: FollowedSource,
  how: Omit<ReportReading, 'outputs'>,
): LiveReport {
  const reader = createReportReader(run, { ...how, outputs: true });
  // Whoever kept a page of an earlier server is not to take it for this one's.
  const began = Date.now().toString(36);
  let changes = 0;
  return {
    async page() {
      const version = `${began}.${changes}`;
      const report = reportOf(await reader.read(Date.now(), readingOf(source)));
      const html = htmlOf(report, { live: true });
      return { version, html, json: () => `${JSON.stringify(report, null, 2)}\n` };
    },
    subscribe(listener) {
      const change = (): void => {
        changes += 1;
        listener();
      };
      const stop = source.subscribe(change);
      const ticking = setInterval(() => isUnderway(source) && change(), tick);
      return () => {
        clearInterval(ticking);
        stop();
      };
    },
  };
}

const isUnderway = (source: FollowedSource): boolean =>
  source.state().context.endedAt === null && !source.isBroken();

/** The journal as far as it was followed, and why no further. */
function readingOf(source: FollowedSource): Pick<JournalReading, 'entries' | 'hashes' | 'damage'> {
  const entries = [...source.entries()];
  const hashes = entries.map(({ seq }) => source.hashOf(seq) ?? '');
  const { trouble } = source.watching();
  const why = trouble?.replace(/^line \d+: /, '');
  return {
    entries,
    hashes,
    ...(why !== undefined && { damage: { line: entries.length + 1, why } }),
  };
}
