import { setTimeout as delay } from 'node:timers/promises';
import { isOperator, roundOf } from '../../machines/approvals.ts';
import type { Entry } from '../../machines/entries.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import type { RunState } from '../../machines/state.ts';
import { createFold } from '../journal/fold.ts';
import { type CliWords, cliWords } from '../locale/cli.ts';
import type { Plan, Step } from '../plan/types.ts';
import { writeApproval } from '../store/approvals.ts';
import { storeHome } from '../store/home.ts';
import { readJournalFile } from '../store/journal-file.ts';
import { nameOfUid } from '../store/people.ts';
import { runPaths } from '../store/run-folder.ts';
import type { RunSummary } from '../store/types.ts';
import { whatIsApproved } from './around/what-is-approved.ts';
import { CliFailure, exitCodes, print, say } from './failure.ts';
import { runNamed } from './find-run.ts';
import { ask } from './hold-helm.ts';
import type { CommandInput } from './program.ts';
import { planOfRun } from './run-status.ts';
import { traitsOf } from './traits.ts';

export interface ApproveOptions {
  /** Commander's `--no-go`: false when it is given. */
  go: boolean;
  note?: string;
  confirm?: string;
}

/** What waits for an approval. */
interface Asked {
  step: Step;
  round: string;
}

/**
 * `bascule approve`: a second person says GO, or NO-GO, to the step that waits for it. It leaves a file in the
 * run's folder, whose owner the kernel tells; whoever drives has it journaled.
 */
export async function approve(input: CommandInput<ApproveOptions>, part?: string): Promise<number> {
  const { options } = input;
  const run = runNamed(storeHome(process.env, options.home), part, input.words);
  const { plan } = planOfRun(run.folder);
  const words = cliWords(input.language ?? plan.language);
  const state = stateOf(run, plan);
  const me = nameOfUid(process.geteuid?.() ?? -1);
  const asked = whatIsAsked(run, plan, state, words);
  if (isOperator(state.context.helm?.operator, me)) {
    throw new CliFailure(words.approve.own(me), words.approve.ownRemedy);
  }
  for (const line of whatIsApproved(plan, state.context, asked.step, words)) print(line);
  const word = options.go ? 'GO' : 'NO-GO';
  await confirm(asked.step, word, me, input, words);
  const verdict = options.go ? 'go' : 'no-go';
  const { step, round } = asked;
  const note = options.note ? { note: options.note } : {};
  writeApproval(run.folder, { run: run.id, step: step.id, round, verdict, ...note });
  print(words.approve.given(word, me));
  say(words.approve[await fateOf(run, me, state)]);
  return exitCodes.done;
}

function stateOf(run: RunSummary, plan: Plan): RunState {
  const fold = createFold(plan);
  return fold.toState(fold.all(readJournalFile(runPaths(run.folder).journal).entries));
}

/** @throws {CliFailure} when no step waits for an approval. */
function whatIsAsked(run: RunSummary, plan: Plan, state: RunState, words: CliWords): Asked {
  if (state.context.endedAt !== null) throw new CliFailure(words.approve.ended(run.id));
  const step = allSteps(plan).find(({ id }) => id === state.current);
  if (step?.attributes.approve !== undefined) {
    return { step, round: roundOf(state.context, step.id) };
  }
  throw new CliFailure(words.approve.nothing(run.id), words.approve.nothingRemedy);
}

/** @throws {CliFailure} unless the word was typed, or the step was named by the flag. */
async function confirm(
  step: Step,
  word: string,
  me: string,
  { options }: CommandInput<ApproveOptions>,
  { approve }: CliWords,
): Promise<void> {
  if (options.confirm === step.id) return;
  if (options.confirm !== undefined) {
    throw new CliFailure(approve.wrongStep(options.confirm, step.id));
  }
  if (!traitsOf(options).interactive) throw new CliFailure(approve.flag(step.id));
  if ((await ask(approve.question(word, me))) !== word) {
    throw new CliFailure(approve.refused(word));
  }
}

/** Milliseconds between two looks at the journal, and how many. */
const pace = 100;
const looks = 50;

/** Whether whoever drives has it journaled, or says that it does not count. */
async function fateOf(
  { folder }: RunSummary,
  me: string,
  { context }: RunState,
): Promise<'seen' | 'unseen' | 'ignored'> {
  if (context.helm === null) return 'unseen';
  for (let look = 0; look < looks; look++) {
    const { entries } = readJournalFile(runPaths(folder).journal);
    const since = entries.slice(context.seq + 1);
    if (since.some(entry => entry.type === 'approval.given' && entry.person === me)) return 'seen';
    if (since.some(entry => isIgnored(entry, me))) return 'ignored';
    await delay(pace);
  }
  return 'unseen';
}

function isIgnored(entry: Entry, me: string): boolean {
  return entry.type === 'note.added' && entry.text === `approval-ignored not-allowed ${me}`;
}
