import { wordsOf } from '../locale/locale.ts';
import { exitCodes, say } from './failure.ts';
import type { CommandInput } from './program.ts';
import { openRecorded, type RecordedRun } from './recorded/open-recorded.ts';
import { statusOfRun } from './run-status.ts';
import { type GlobalOptions, traitsOf } from './traits.ts';

export interface ReplayOptions {
  speed?: number;
}

/** A minute of the run each second: an evening is seen again over a coffee. */
const usualSpeed = 60;

/** `bascule replay`: in the cockpit, or without a terminal one line per fact, paced only where `--speed` asks for it. */
export async function replay(
  { options, words, language: chosen }: CommandInput<ReplayOptions & GlobalOptions>,
  part?: string,
): Promise<number> {
  const run = openRecorded(options.home, part, words);
  const language = chosen ?? run.plan.language;
  const traits = traitsOf(options);
  const { ascii, interactive } = traits;
  for (const remark of remarksOn(run, wordsOf(language, ascii).seen.playback)) say(remark);
  const code = run.reading.damage ? exitCodes.failed : exitCodes.done;
  if (interactive) {
    const { openReplay } = await import('./recorded/open-replay.ts');
    await openReplay(run, { language, traits }, options.speed ?? usualSpeed);
    return code;
  }
  const { replayPlainly } = await import('./recorded/replay-plain.ts');
  return (await replayPlainly(run, { language, ascii }, options.speed)) || code;
}

type Words = ReturnType<typeof wordsOf>['seen']['playback'];

/** What is not to be expected of it. */
function remarksOn(run: RecordedRun, words: Words): string[] {
  const { id, folder, plan, reading } = run;
  const { damage, entries } = reading;
  if (damage) return [words.damaged(damage.line, damage.why)];
  const status = statusOfRun(folder, entries, () => plan);
  const over = ['completed', 'rolledBack', 'aborted'].includes(status);
  return over ? [] : [words.unfinished(id)];
}
