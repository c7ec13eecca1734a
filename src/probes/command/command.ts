/** The figure that a command prints. */
import type { Probe } from '../../plan/types.ts';
import type { Measured } from '../types.ts';
import { codeOf, Unmeasured } from '../unmeasured.ts';
import { bash, type Ended, type Surroundings } from './bash.ts';
import { figureOf, lastLine } from './last-figure.ts';

type CommandProbe = Extract<Probe<string>, { type: 'command' }>;

/** Characters of its own words that are told. */
const mostWords = 120;

/** @throws Unmeasured, or the signal's reason once nothing of the command runs any more */
export async function measureCommand(
  { run, unit }: CommandProbe,
  surroundings: Surroundings,
  box: AbortSignal,
): Promise<Measured> {
  const { code, signal, output, errors } = await ended(run, surroundings, box);
  if (code !== 0) {
    const said = lastLine(errors) || lastLine(output);
    throw new Unmeasured('failed', short([signal ?? `exit ${code}`, said]));
  }
  const line = lastLine(output);
  const figure = figureOf(line);
  if (!figure) throw new Unmeasured('no-figure', short([line || 'no output']));
  const { value } = figure;
  return { ok: true, value, unit: figure.unit || (unit ?? ''), samples: 1, detail: short([line]) };
}

async function ended(run: string, surroundings: Surroundings, box: AbortSignal): Promise<Ended> {
  try {
    return await bash(run, surroundings, box);
  } catch (error) {
    const code = box.aborted ? undefined : codeOf(error);
    throw code === undefined ? error : new Unmeasured('failed', `bash: ${code}`);
  }
}

const short = (parts: readonly string[]): string =>
  parts.filter(Boolean).join(': ').slice(0, mostWords);
