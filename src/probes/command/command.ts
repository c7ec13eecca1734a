/** The figure that a command prints. */
import type { Probe } from '../../plan/types.ts';
import { bash, type Surroundings } from '../../reach/bash.ts';
import { detailOf, lastLine } from '../../reach/one-line.ts';
import type { TimeBox } from '../../reach/time-box.ts';
import type { Measured } from '../types.ts';
import { Unmeasured } from '../unmeasured.ts';
import { figureOf } from './figure.ts';

type CommandProbe = Extract<Probe<string>, { type: 'command' }>;

/** @throws {Unmeasured} once nothing of the command runs any more. @throws {Unusable} when it cannot be started. */
export async function measureCommand(
  { run, unit = '' }: CommandProbe,
  surroundings: Surroundings,
  box: TimeBox,
): Promise<Measured> {
  const ended = await bash(run, surroundings, box.signal);
  if (!ended) throw new Unmeasured('timeout', box.why());
  const { status, output, errors } = ended;
  if (status !== 0) {
    const how = typeof status === 'number' ? `exit ${status}` : status;
    const said = lastLine(errors) || lastLine(output);
    throw new Unmeasured('failed', detailOf(said === '' ? how : `${how}: ${said}`));
  }
  const line = lastLine(output);
  const figure = figureOf(line);
  if (!figure) throw new Unmeasured('no-figure', detailOf(line) || 'no output');
  const { value } = figure;
  return { ok: true, value, unit: figure.unit || unit, samples: 1, detail: detailOf(line) };
}
