/** What the screen remembers by itself: where the cursors are, what is open. Nothing of the run. */

import type { DossierId, Tone } from '../../view/types.ts';
import type { Field } from '../asking/field.ts';
import type { Leave, Question } from '../asking/question.ts';
import type { PaneId } from '../layout.ts';
import type { Section } from './situation.ts';

/** `main` is the cockpit; the others cover it until Escape. */
export type Page =
  | 'main'
  | 'journal'
  | 'reading'
  | 'section'
  | 'help'
  | 'away'
  | 'times'
  | 'moments'
  | DossierId;

export type ListId =
  | 'plan'
  | 'boxes'
  /** The plan's actions on failure, after a NO-GO. */
  | 'actions'
  | 'next'
  | 'journal'
  | 'reading'
  | 'section'
  | 'help'
  | 'away'
  | 'times'
  | 'moments'
  | DossierId;

export interface Notice {
  text: string;
  tone: Tone;
  /** Milliseconds since the epoch. */
  until: number;
}

export interface Ui {
  page: Page;
  /** Pages that led to this one by a row of theirs: Escape goes back through them. */
  trail: readonly DossierId[];
  /** What comes after the page of what happened while away. */
  afterAway: 'main' | 'agenda';
  focus: PaneId;
  zoomed: boolean;
  /** Key of the row under each cursor; absent while the list follows the run by itself. */
  cursors: Partial<Record<ListId, string>>;
  /** Stages and phases opened or closed by hand, by row key. */
  folds: Record<string, boolean>;
  filters: Partial<Record<ListId | 'output', string>>;
  /** The filter being typed. */
  filtering: { list: ListId | 'output'; field: Field } | null;
  palette: { field: Field; cursor: number } | null;
  /** The time being typed, to go there in a run that plays again. */
  seeking: Field | null;
  question: Question | null;
  leave: Leave | null;
  notice: Notice | null;
  /** Job beside the plan whose output is in view instead of the step's; null for none. */
  pinned: string | null;
  /** First row in view of a failure card that is longer than its pane; null until it is scrolled. */
  card: { of: string; top: number } | null;
  /** First row in view of a detail that is longer than its room, and the row of the page it belongs to. */
  detail: { of: string; top: number } | null;
  /** What was written and came to nothing: see asking/drafts.ts. */
  drafts: Readonly<Record<string, string>>;
  /** The section, or the file, being read. */
  section: Section | null;
  /** When the cursor of a page went to another row by itself: the one it was on is gone. */
  shiftedAt: number;
  /** When Enter was last pressed: a held Enter must not run through the plan. */
  enterAt: number;
}

export function initialUi(away: boolean, first: Ui['afterAway'] = 'main'): Ui {
  return {
    page: away ? 'away' : first,
    trail: [],
    afterAway: first,
    focus: 'step',
    zoomed: false,
    cursors: {},
    folds: {},
    filters: {},
    filtering: null,
    palette: null,
    seeking: null,
    question: null,
    leave: null,
    notice: null,
    pinned: null,
    card: null,
    detail: null,
    drafts: {},
    section: null,
    shiftedAt: 0,
    enterAt: 0,
  };
}
