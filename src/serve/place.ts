import dns from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import os from 'node:os';
import { ServeFailure } from './failure.ts';
import type { ServeWords } from './types.ts';

/** Where to listen. */
export interface Place {
  addresses: readonly string[];
  /** As an address of a web page has it: `localhost`, `[fd00::1]`, `bastion`. */
  name: string;
  /** Can only this machine reach it? */
  loopback: boolean;
}

const ours = new BlockList();
ours.addSubnet('127.0.0.0', 8, 'ipv4');
ours.addAddress('::1', 'ipv6');

const isOurs = (address: string): boolean =>
  ours.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** @param host as given; undefined for this machine only. @throws {ServeFailure} for one that leads nowhere. */
export async function placeOf(host: string | undefined, words: ServeWords): Promise<Place> {
  if (host === undefined || host.toLowerCase() === 'localhost')
    return { addresses: ['127.0.0.1', '::1'], name: 'localhost', loopback: true };
  const address = await addressOf(host, words);
  // Every address we have: none of them is one to go to.
  const name = /^[0:.]+$/.test(address) ? os.hostname() : hostPart(host);
  return { addresses: [address], name, loopback: isOurs(address) };
}

async function addressOf(host: string, words: ServeWords): Promise<string> {
  if (isIP(host) !== 0) return host;
  const found = host === '' ? null : await dns.lookup(host).catch(() => null);
  if (found === null) throw new ServeFailure(words.badAddress(host), words.addressRemedy);
  return found.address;
}

/** An address between brackets where colons would be taken for a port's. */
export const hostPart = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

/** The names that a browser on this machine, or at the other end of an SSH tunnel, gives us. */
export function namesOf({ addresses }: Place): ReadonlySet<string> {
  return new Set(['localhost', '127.0.0.1', '[::1]', ...addresses.map(hostPart)]);
}

/**
 * Is the request for one of these names, whatever the port? A page elsewhere whose name was made to lead here
 * (DNS rebinding) gives its own.
 */
export function isFor(names: ReadonlySet<string>, header: string | undefined): boolean {
  const [, name] = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(header?.toLowerCase() ?? '') ?? [];
  return name !== undefined && names.has(name);
}
