/** What a vocabulary holds: for each concept, the words that announce it, normalised. */

/** Lower case, no accents, punctuation to single spaces: `Contacts d'Urgence` is `contacts d urgence`. */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Does `text` hold one of the phrases, as whole words? */
export function mentions(text: string, phrases: readonly string[]): boolean {
  const padded = ` ${normalise(text)} `;
  return phrases.some(phrase => padded.includes(` ${phrase} `));
}

export type SectionName =
  | 'general'
  | 'team'
  | 'prerequisites'
  | 'timeline'
  | 'checkpoints'
  | 'rollback'
  | 'communication'
  | 'metrics'
  | 'followUp'
  | 'contacts'
  | 'appendices';

/** How prerequisites speak of earlier runs of the plan. `*` stands for one of the places. */
export interface EvidenceWords {
  /** Where a plan is tried before its day. */
  places: readonly string[];
  /** What a clause is about, at its start. */
  environment: readonly string[];
  /** Tell of a run only when the clause says where. */
  scripts: readonly string[];
  there: readonly string[];
  tests: readonly string[];
  rehearsal: readonly string[];
  rollback: readonly string[];
  /** Says that it took place. */
  done: readonly string[];
  /** Says that it was tried, which a review on paper is not. */
  tried: readonly string[];
  /** Says that it did not take place, or will. */
  denied: readonly string[];
}

/** Minutes, and the words that mean them. */
export type Minutes = readonly (readonly [number, readonly string[]])[];

export interface RhythmWords {
  every: readonly string[];
  numbers: Readonly<Record<string, number>>;
  units: Minutes;
  phrases: Minutes;
}

/** Words about prerequisites, messages and surveillance. */
export interface AroundWords {
  evidence: EvidenceWords;
  /** Audience that decides, or answers for the decision. */
  management: readonly string[];
  /** In the frequency of a message: it is sent at each of them. */
  everyCheckpoint: readonly string[];
  rhythm: RhythmWords;
  /** Before a single day: everything up to it. */
  until: readonly string[];
}

export interface Vocabulary extends AroundWords {
  /** Tried in this order; the first that matches a heading names the section. */
  sections: readonly (readonly [SectionName, readonly string[]])[];
  general: Record<'version' | 'date' | 'duration' | 'window' | 'environments', readonly string[]>;
  roleColumns: Record<'title' | 'person' | 'contact' | 'responsibilities', readonly string[]>;
  availability: readonly string[];
  objective: readonly string[];
  schedule: readonly string[];
  phase: readonly string[];
  checkpoint: readonly string[];
  actionsOnFailure: readonly string[];
  /** What an action on failure asks for; tried in this order. */
  moves: Record<'rollback' | 'redo' | 'fix' | 'read' | 'review', readonly string[]>;
  windowOpens: readonly string[];
  windowCloses: readonly string[];
  triggers: readonly string[];
  procedure: readonly string[];
  validation: readonly string[];
  message: Record<'audience' | 'channels' | 'frequency' | 'body' | 'when', readonly string[]>;
  moments: Record<'before' | 'during' | 'after', readonly string[]>;
  surveillance: readonly string[];
  checklist: readonly string[];
  /** Says that a value is still to be given. */
  undecided: readonly string[];
  /** Compare with something: without a figure, nobody can tell. */
  comparatives: readonly string[];
  /** Name what a comparison is made with, when no figure does. */
  baselines: readonly string[];
  /** Frequent small words: tell the language when headings do not. */
  common: readonly string[];
}
