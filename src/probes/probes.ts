/** Measures metrics in the world: a site, Prometheus, a command. */
import type { Probe } from '../plan/types.ts';
import type { Surroundings } from './command/bash.ts';
import { measureCommand } from './command/command.ts';
import { measureQuery } from './prometheus/prometheus.ts';
import { measureSite } from './site/site.ts';
import { within } from './time-box.ts';
import type { Measured, Probes } from './types.ts';
import { cancelled, failureOf } from './unmeasured.ts';

/** @param surroundings where the commands of probes run; the program's own folder and environment by default */
export function createProbes(surroundings: Surroundings = {}): Probes {
  const look = (probe: Probe<string>, box: AbortSignal): Promise<Measured> => {
    if (probe.type === 'http') return measureSite(probe, box);
    if (probe.type === 'prometheus') return measureQuery(probe, box);
    return measureCommand(probe, surroundings, box);
  };
  return {
    measure: async (probe, signal) => {
      try {
        const found = await within(probe.timeout * 1000, signal, box => look(probe, box));
        return signal.aborted ? cancelled : found;
      } catch (error) {
        return signal.aborted ? cancelled : failureOf(error);
      }
    },
  };
}
