import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CockpitEnd } from '../cockpit/options.ts';
import type { Engine } from '../engine/types.ts';
import { driveUnattended, type OnFailure, type UnattendedEnd } from '../engine/unattended.ts';
import type { CliWords } from '../locale/cli.ts';
import { wordsOf } from '../locale/locale.ts';
import type { Language } from '../plan/types.ts';
import { readHelm } from '../store/helm.ts';
import { runPaths } from '../store/run-folder.ts';
import type { HelmRecord } from '../store/types.ts';
import { attachEvidence, provenRuns } from './around/evidence.ts';
import { commandLine } from './command-line.ts';
import { CliFailure, exitCodes, say } from './failure.ts';
import { offerPatch } from './offer-patch.ts';
import type { Session } from './session.ts';
import type { Traits } from './traits.ts';

export interface DriveOptions {
  unattended?: boolean;
  onFailure: OnFailure;
}

export interface DriveInput {
  session: Session;
  options: DriveOptions;
  words: CliWords;
  language: Language;
  traits: Traits;
  /** Options that `bascule resume` needs to find the run again. */
  home: string | undefined;
}

/** Refuses early what cannot be driven: no terminal and not unattended. @throws {CliFailure} */
export function mustBeDrivable(options: DriveOptions, traits: Traits, words: CliWords): void {
  if (!options.unattended && !traits.interactive) throw new CliFailure(words.run.noTerminal);
}

/** Drives a session to where it ends or is left, and gives the exit code. */
export async function drive(input: DriveInput): Promise<number> {
  const { session, words, options } = input;
  const code = await (options.unattended ? unattended(input) : inCockpit(input));
  if (isOver(session)) offerPatch(session, words);
  return code;
}

async function inCockpit(input: DriveInput): Promise<number> {
  const { session, words } = input;
  const command = resumeCommand(input);
  // A terminal that goes may say so twice; the second time must not cut our last words short.
  for (const signal of ['SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {});
  const { openCockpit } = await import('./cockpit.ts');
  const end = await openCockpit(session, { ...input, resumeCommand: command });
  const over = endCode(session, words);
  const trouble = session.engine.trouble();
  await session.close(whyLeft(session, end.why));
  if (end.why === 'terminal-lost') return exitCodes.done;
  if (over !== null) return over;
  if (trouble !== null) {
    say(words.run.trouble(trouble));
    return exitCodes.failed;
  }
  const taker = end.why === 'terminated' ? await nextHolder(session.folder) : null;
  if (taker) say(words.helm.taken(taker.operator, taker.host, taker.terminal));
  say(words.run.detached(session.id));
  say(words.run.comeBack(command));
  return exitCodes.done;
}

/** Left for a colleague, when that was the last thing said with this helm. */
function whyLeft({ engine }: Session, why: CockpitEnd['why']): Parameters<Session['close']>[0] {
  const last = engine.entries().findLast(({ type }) => type.startsWith('helm.'));
  if (why === 'detached' && last?.type === 'helm.handed') return 'handed-over';
  return why === 'terminated' ? 'detached' : why;
}

async function unattended(input: DriveInput): Promise<number> {
  const { session, words, options } = input;
  const stopped = new AbortController();
  const interrupt = (): void => stopped.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt);
  say(words.run.unattended(session.id));
  const { tellEntries } = await import('./tell-entries.ts');
  const stopTelling = tellEntries(session, input.language);
  const { plan, environment, engine } = session;
  attachEvidence(session, await provenRuns(dirname(dirname(session.folder)), plan, session.id));
  const end = await driveUnattended({
    plan,
    environment,
    engine,
    onFailure: options.onFailure,
    signal: stopped.signal,
  });
  await session.close(end.why === 'stopped' || end.why === 'interrupted' ? 'detached' : 'ended');
  stopTelling();
  return unattendedCode(end, input);
}

function unattendedCode(end: UnattendedEnd, input: DriveInput): number {
  const { session, words } = input;
  if (end.why === 'interrupted' || end.why === 'stopped') {
    if (end.why === 'stopped')
      say(end.step === null ? words.run.stoppedAtValidation : words.run.stopped(end.step));
    if ('refusal' in end && end.refusal) {
      const { refusals } = wordsOf(input.language).choices;
      say(words.run.stoppedWhy(refusals[end.refusal.code](end.refusal.detail)));
    }
    say(words.run.comeBack(resumeCommand(input)));
    if (end.why === 'interrupted') return exitCodes.interrupted;
    const noGo = end.why === 'stopped' && isAtDecision(session, end.step);
    return noGo ? exitCodes.noGo : exitCodes.failed;
  }
  return endCode(session, words) ?? exitCodes.failed;
}

/** Stopped at a checkpoint: its criteria are not met, and nobody is there to say GO all the same. */
const isAtDecision = ({ engine }: Session, step: string | null): boolean =>
  step !== null && engine.state().statusOf(step) === 'reviewing';

const isOver = ({ engine }: Session): boolean => engine.state().context.endedAt !== null;

/** Says how a finished run ended, and gives its exit code; null while it goes on. */
function endCode(session: Session, words: CliWords): number | null {
  const { engine } = session;
  const { run } = words;
  const { status, context } = engine.state();
  if (status !== 'completed' && status !== 'rolledBack' && status !== 'aborted') return null;
  say(run[status](session.id));
  if (status === 'completed') return exitCodes.done;
  if (status === 'rolledBack') return exitCodes.rolledBack;
  return context.rollback === null && wasNoGo(engine) ? exitCodes.noGo : exitCodes.failed;
}

/** Was the last word before the end a NO-GO that nobody went back on? */
function wasNoGo(engine: Engine): boolean {
  const words = engine
    .entries()
    .filter(({ type }) => type.startsWith('gate.') || type.startsWith('checkpoint.'));
  return words.at(-1)?.type.endsWith('.refused') ?? false;
}

/** Who took the helm right after we were told to leave; null when nobody did. */
async function nextHolder(folder: string): Promise<HelmRecord | null> {
  for (let tries = 0; tries < 20; tries++) {
    const { held, record } = readHelm(runPaths(folder).helm);
    if (held && record && record.pid !== process.pid) return record;
    await delay(50);
  }
  return null;
}

function resumeCommand({ session, home }: DriveInput): string {
  return commandLine('resume', session.id, home);
}
