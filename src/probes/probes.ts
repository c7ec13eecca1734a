/** Measures metrics in the world: a site, Prometheus, a command. */
import type { Probe } from '../plan/types.ts';
import type { Surroundings } from '../reach/bash.ts';
import { type TimeBox, within } from '../reach/time-box.ts';
import { measureCommand } from './command/command.ts';
import { measureQuery } from './prometheus/prometheus.ts';
import { measureSite } from './site/site.ts';
import type { Measured, Probes } from './types.ts';
import { cancelled, failureOf } from './unmeasured.ts';

/** @param surroundings where the commands of probes run; the program's own folder and environment by default */
export function createProbes(surroundings: Surroundings = {}): Probes {
  const look = (probe: Probe<string>, box: TimeBox): Promise<Measured> => {
    if (probe.type === 'http') return measureSite(probe, box.signal);
    if (probe.type === 'prometheus') return measureQuery(probe, box.signal);
    return measureCommand(probe, surroundings, box);
  };
  return {
    measure: (probe, signal) =>
      within(probe.timeout, signal, async box => {
        const found = await look(probe, box).catch((error: unknown) => failureOf(error, box));
        return signal.aborted ? cancelled : found;
      }),
  };
}
