import { isOperator } from '../../machines/approvals.ts';
import { type CliWords, cliWords } from '../locale/cli.ts';
import type { FollowedSource } from '../sources/followed.ts';
import { identity } from '../store/identity.ts';
import { nameOfUid } from '../store/people.ts';
import { noHistory } from '../view/history.ts';
import type { History, ViewInput } from '../view/types.ts';
import { commandLine } from './command-line.ts';
import { exitCodes, say } from './failure.ts';
import type { CommandInput } from './program.ts';
import { followRecorded } from './recorded/follow-recorded.ts';
import { openRecorded, type RecordedRun } from './recorded/open-recorded.ts';
import { traitsOf } from './traits.ts';
import { viewInput } from './view-input.ts';

export type WatchOptions = Record<never, never>;

/** `bascule watch`: the cockpit of a run that somebody else drives; without a terminal, its entries as they come. */
export async function watch(input: CommandInput<WatchOptions>, part?: string): Promise<number> {
  const { options } = input;
  const run = openRecorded(options.home, part, input.words);
  const language = input.language ?? run.plan.language;
  const words = cliWords(language);
  const traits = traitsOf(options);
  const source = await followRecorded(run, words);
  const about = { run, source, home: options.home, looks: { language, ascii: traits.ascii } };
  try {
    if (source.state().context.endedAt !== null) sayOver(run, options.home, words);
    if (!traits.interactive) {
      const { watchPlainly } = await import('./recorded/watch-plainly.ts');
      return await watchPlainly(source, inputOf(about), run.id, words);
    }
    const { openReadOnly } = await import('./cockpit.ts');
    const { earlierRuns } = await import('./earlier-runs.ts');
    const inputAt = inputOf(about, earlierRuns(run));
    await openReadOnly({ ...run, source, inputAt }, { language, traits });
    return exitCodes.done;
  } finally {
    source.close();
  }
}

interface Watched {
  run: RecordedRun;
  source: FollowedSource;
  home: string | undefined;
  looks: Pick<ViewInput, 'language' | 'ascii'>;
}

/** What an observer sees at a time. */
function inputOf(
  { run, source, home, looks }: Watched,
  history: () => History = () => noHistory,
): (now: number) => ViewInput {
  const seen = { ...run, engine: source, operator: identity() };
  const me = nameOfUid(process.geteuid?.() ?? -1);
  const command = commandLine('approve', run.id, home);
  return now => {
    const own = isOperator(source.state().context.helm?.operator, me);
    const watching = { ...source.watching(), ...(!own && { approve: command }) };
    return viewInput(seen, { ...looks, observer: true, history: history(), watching }, now);
  };
}

function sayOver({ id }: RecordedRun, home: string | undefined, { watch: said }: CliWords): void {
  say(said.over(id));
  say(said.instead(commandLine('replay', id, home), commandLine('report', id, home)));
}
