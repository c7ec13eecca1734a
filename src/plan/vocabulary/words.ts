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

export interface Vocabulary {
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
