/** Channels and probes with nothing hidden any more: secrets and files put in. */
import { readFileSync } from 'node:fs';
import type { Channel, Hidden, Probe } from '../../plan/types.ts';
import { type Places, placed } from '../starting/command-environment.ts';

export interface Revealing {
  secrets: Readonly<Record<string, string>>;
  places: Places;
}

/** The same channel, ready to send. @throws when a file cannot be read or a secret is unknown, naming it. */
export function revealedChannel(channel: Channel, by: Revealing): Channel<string> {
  return everyHidden(channel, by) as Channel<string>;
}

/** The same probe, ready to measure. @throws as above. */
export function revealedProbe(probe: Probe, by: Revealing): Probe<string> {
  return everyHidden(probe, by) as Probe<string>;
}

/** Texts keep the folders they name; objects of one secret or file become its text. */
function everyHidden(value: unknown, by: Revealing): unknown {
  if (typeof value === 'string') return placed(value, by.places);
  if (Array.isArray(value)) return value.map(one => everyHidden(one, by));
  if (typeof value !== 'object' || value === null) return value;
  if (isHidden(value)) return reveal(value, by);
  return eachHidden(value, by);
}

/** The names of headers are the author's own: one may be `secret`. */
function eachHidden(value: object, by: Revealing): Record<string, unknown> {
  const revealed = (name: string, inner: unknown) =>
    name === 'headers' ? eachHidden(inner as object, by) : everyHidden(inner, by);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, revealed(name, inner)]),
  );
}

function isHidden(value: object): value is Exclude<Hidden, string> {
  const names = Object.keys(value);
  return names.length === 1 && (names[0] === 'secret' || names[0] === 'file');
}

function reveal(hidden: Exclude<Hidden, string>, { secrets, places }: Revealing): string {
  if ('file' in hidden) return readFileSync(placed(hidden.file, places), 'utf8').trimEnd();
  if (!Object.hasOwn(secrets, hidden.secret)) throw new Error(`secret ${hidden.secret}`);
  return secrets[hidden.secret]!;
}
