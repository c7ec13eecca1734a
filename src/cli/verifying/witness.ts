import type { JournalReading } from '../../journal/chain.ts';
import { createFold } from '../../journal/fold.ts';
import type { CliWords } from '../../locale/cli.ts';
import type { Language } from '../../plan/types.ts';
import { noHistory } from '../../view/history.ts';
import { logLines } from '../../view/log.ts';
import { day } from '../../view/schedule/time.ts';
import { CliFailure } from '../failure.ts';
import { planOfRun } from '../run-status.ts';

/** The entry whose hash somebody kept. */
export interface Witnessed {
  seq: number;
  /** Of the journal, from 1. */
  line: number;
  /** The whole of it. */
  hash: string;
  /** Day and time in the run's zone. */
  at: string;
  by: string;
  /** What happened, in a sentence. */
  text: string;
}

/** The beginning of a hash, as it came with a message. @throws {CliFailure} for what could not be one. */
export function witnessGiven(text: string, words: CliWords): string {
  const given = text.trim().toLowerCase();
  if (/^[0-9a-f]{8,64}$/.test(given)) return given;
  throw new CliFailure(words.verify.badWitness(text));
}

/** The entry whose hash begins so; null when this journal has none. */
export function findWitness(
  folder: string,
  reading: JournalReading,
  given: string,
  language: Language,
): Witnessed | null {
  const seq = reading.hashes.findIndex(hash => hash.startsWith(given));
  if (seq < 0) return null;
  return {
    seq,
    line: seq + 1,
    hash: reading.hashes[seq]!,
    ...told(folder, reading, seq, language),
  };
}

type Told = Pick<Witnessed, 'at' | 'by' | 'text'>;

/** As the cockpit says it; where the plan's copy cannot be read, as the journal does. */
function told(folder: string, reading: JournalReading, seq: number, language: Language): Told {
  const { at, by, type } = reading.entries[seq]!;
  try {
    return { ...inWords(folder, reading, seq, language), by };
  } catch {
    return { at, by, text: type };
  }
}

function inWords(
  folder: string,
  { entries, hashes }: JournalReading,
  seq: number,
  language: Language,
): Pick<Told, 'at' | 'text'> {
  const { plan, environment } = planOfRun(folder);
  const fold = createFold(plan);
  const state = fold.toState(fold.all(entries));
  const now = Date.parse(entries[seq]!.at);
  const input = { plan, state, entries, away: [], now, language, ascii: false, operator: '' };
  const about = { schedule: environment.schedule, around: environment, history: noHistory };
  const hashOf = (one: number): string | null => hashes[one] ?? null;
  const seen = { ...input, ...about, observer: true, hashOf };
  const [line] = logLines(seen, { from: seq, to: seq + 1 });
  const date = day(now, state.context.run?.timezone ?? plan.timezone);
  return { at: `${date} ${line!.time}`, text: line!.text };
}
