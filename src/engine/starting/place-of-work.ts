/** On which machine a command works: this one, or over the system's own ssh. */
import { hostname } from 'node:os';
import type { Command, Environment } from '../../plan/types.ts';

/** `address`: as given to ssh. `unknown`: the environment has no such host. */
export type Place =
  | { kind: 'here'; host: string }
  | { kind: 'there'; host: string; address: string }
  | { kind: 'unknown'; host: string };

export function placeOfWork({ hosts }: Environment, { attributes }: Command): Place {
  const host = attributes.on;
  if (host === undefined || host === 'local') return { kind: 'here', host: hostname() };
  const said = Object.hasOwn(hosts, host) ? hosts[host] : undefined;
  if (!said) return { kind: 'unknown', host };
  if (said.local) return { kind: 'here', host };
  return { kind: 'there', host, address: said.address ?? host };
}

/**
 * A script that has its standard input read by a command on a host, by the operator's own ssh settings. Nobody
 * is asked for a password, and a host that does not answer is given up: what only looks can look again.
 * @param directory where it looks, there
 */
export function overSsh(address: string, reader: string, directory?: string): string {
  const there = directory === undefined ? reader : `cd ${quoted(directory)} && exec ${reader}`;
  const options = '-T -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=5';
  return `exec ssh ${options} -- ${quoted(address)} ${quoted(there)}\n`;
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
