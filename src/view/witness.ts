/** The journal's hash at one of its entries, short enough to be read aloud: who keeps it can tell later. */
import type { Entry } from '../../machines/entries.ts';
import type { Scene } from './scene/scene.ts';

export interface Witness {
  seq: number;
  /** The first 12 digits. */
  hash: string;
}

/** Null where nobody computed it. */
export function witnessAt({ input }: Scene, seq: number): Witness | null {
  const hash = input.hashOf?.(seq);
  return hash ? { seq, hash: hash.slice(0, 12) } : null;
}

const decisions: ReadonlySet<Entry['type']> = new Set([
  'checkpoint.passed',
  'checkpoint.refused',
  'gate.passed',
  'gate.refused',
]);

/** A GO or a NO-GO. */
export const isDecision = (entry: Entry): boolean => decisions.has(entry.type);
