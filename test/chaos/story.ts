/** One run as its tormentor knows it: what was planned, what was done to it, what it said so far. */
import type { Chance } from './chance.ts';
import { type ChaosPlan, chaosPlan } from './plan.ts';
import { wholeLines } from './proof/records.ts';

export interface Story {
  chance: Chance;
  plan: ChaosPlan;
  /** The store that holds this run alone. */
  home: string;
  /** The run's folder; '' until it was created. */
  folder: string;
  /** Jobs whose wrapper was killed, alone or with its group: only they may be in doubt. */
  harmed: Set<string>;
  /** Numbers of the entries in which the operator decided. */
  decisions: Set<number>;
  /** The journal's whole lines at the last look; later looks must begin with them. */
  seen: Buffer;
  /** Ends of the journal that were torn; each must be kept aside when it is cut. */
  torn: Buffer[];
  /** Wrappers that were stopped: none must be left so. */
  stopped: Set<number>;
}

export const newStory = (home: string, chance: Chance): Story => ({
  chance,
  plan: chaosPlan(chance),
  home,
  folder: '',
  harmed: new Set(),
  decisions: new Set(),
  seen: Buffer.alloc(0),
  torn: [],
  stopped: new Set(),
});

/** Has the run its first entry? Before that there is nothing to resume. */
export const isBegun = ({ folder }: Story): boolean =>
  folder !== '' && wholeLines(folder).length > 0;

/** Looks at the journal once more: what was there must be there, byte for byte. Gives what is wrong. */
export function lookAgain(story: Story): string[] {
  const now = wholeLines(story.folder);
  const kept = now.subarray(0, story.seen.length).equals(story.seen);
  story.seen = now;
  return kept ? [] : ['the journal’s earlier content changed'];
}
