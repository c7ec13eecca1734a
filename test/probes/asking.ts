/** What tests ask of the probes, with the settings that they do not speak of. */
import type { RequestListener } from 'node:http';
import type { Probe } from '../../src/plan/types.ts';
import { createProbes } from '../../src/probes/probes.ts';
import type { Measured } from '../../src/probes/types.ts';
import { deadPort } from '../channels/loopback.ts';

type Of<Type extends Probe['type']> = Extract<Probe<string>, { type: Type }>;
type Settings<Type extends Probe['type']> = Partial<Omit<Of<Type>, 'type'>>;

const base = { every: 60, timeout: 20 };

export function siteProbe(url: string, settings: Settings<'http'> = {}): Of<'http'> {
  return { ...base, type: 'http', url, measure: 'availability', requests: 20, ...settings };
}

export function queryProbe(url: string, settings: Settings<'prometheus'> = {}): Of<'prometheus'> {
  return { ...base, type: 'prometheus', url, query: 'up', headers: {}, ...settings };
}

export function commandProbe(run: string, settings: Settings<'command'> = {}): Of<'command'> {
  return { ...base, type: 'command', run, ...settings };
}

/** An address at which nobody listens. */
export async function nobody(): Promise<string> {
  return `http://127.0.0.1:${await deadPort()}`;
}

/** Never answers. */
export const silence: RequestListener = () => {};

/** Measures once, with nothing that cancels it. */
export function measure(probe: Probe<string>): Promise<Measured> {
  return createProbes().measure(probe, new AbortController().signal);
}
