import { createInterface } from 'node:readline/promises';
import type { HelmHolder } from '../../machines/entries.ts';
import type { CliWords } from '../locale/cli.ts';
import { takeHelm, takeOver } from '../store/helm.ts';
import type { HelmAttempt, HelmRecord } from '../store/types.ts';
import { CliFailure, exitCodes } from './failure.ts';

export interface HeldHelm {
  release(): void;
  /** Who held it until now, when it was taken from them. */
  from?: HelmHolder;
}

/** Takes the helm, or takes it over when asked to and confirmed. @throws {CliFailure} saying who has it. */
export async function holdHelm(
  path: string,
  who: HelmHolder,
  options: { takeOver: boolean; interactive: boolean; words: CliWords },
): Promise<HeldHelm> {
  const attempt = takeHelm(path, who);
  if (attempt.taken) return { release: attempt.release };
  const refusal = heldBy(attempt.holder, options.words);
  if (!options.takeOver) throw refusal;
  if (options.interactive && !(await confirmed(refusal.message, options.words))) {
    throw new CliFailure(options.words.helm.refused, '', exitCodes.helmTaken);
  }
  const second: HelmAttempt = await takeOver(path, who, attempt.holder);
  if (!second.taken) throw heldBy(second.holder, options.words);
  const { operator, host, pid, terminal } = attempt.holder;
  return { release: second.release, from: { operator, host, pid, terminal } };
}

function heldBy(holder: HelmRecord, { helm }: CliWords): CliFailure {
  const since = holder.since.slice(0, 19).replace('T', ' ') + ' UTC';
  const message = helm.held(holder.operator, holder.host, holder.terminal, since);
  return new CliFailure(message, helm.remedy, exitCodes.helmTaken);
}

async function confirmed(situation: string, { helm }: CliWords): Promise<boolean> {
  return (await ask(`${situation}\n${helm.question}`)) === helm.word;
}

/** Asks for one line on the terminal. */
export async function ask(question: string): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await line.question(question)).trim();
  } finally {
    line.close();
  }
}
