/** What an operator who knows nothing of the plan can read on the screen. */
import type { Terminal } from '../../driver.ts';

export type Speech = 'fr' | 'en';

/** A question over the screen: a word to type, a reason that is owed or may be left out, a choice. */
export type Asked =
  | { what: 'word'; word: string }
  | { what: 'reason' }
  | { what: 'optional' }
  | { what: 'option' }
  /** Opened, and not ready to be answered. */
  | { what: 'wait' };

export interface Reading {
  /** Id of the step in the step pane, or in the question that covers it; '' when there is none. */
  step: string;
  asked: Asked | null;
  /** Boxes that are not ticked. */
  open: number;
  /** May Enter act, says the bottom line? */
  enter: boolean;
  /** A command runs, and can be stopped. */
  running: boolean;
  /** A page covers the cockpit, and Enter closes it. */
  page: boolean;
  ended: boolean;
}

/** The words by which each language says it, with or without accents. */
const signs = {
  fr: {
    enter: /Entr[ée]e agir/,
    tick: /Espace cocher/,
    stop: /X arr[êe]ter/,
    quit: /q quitter/,
    dialog: /Entr[ée]e confirmer/,
    close: /Entr[ée]e fermer/,
    word: /Tapez (\S+) puis Entr[ée]e/,
    reason: /Donnez une raison/,
    optional: /Une raison, si vous voulez/,
    option: /Choisissez, puis Entr[ée]e/,
    boxes: /(?:[ÀA] cocher|Crit[èe]res|Validation du retour) +(\d+)\/(\d+)/,
  },
  en: {
    enter: /Enter act/,
    tick: /Space tick/,
    stop: /X stop/,
    quit: /q quit/,
    dialog: /Enter confirm/,
    close: /Enter close/,
    word: /Type (\S+) then Enter/,
    reason: /Give a reason/,
    optional: /A reason, if you wish/,
    option: /Choose, then Enter/,
    boxes: /(?:To tick|Criteria|Rollback validation) +(\d+)\/(\d+)/,
  },
} as const;

export function read(terminal: Terminal, speech: Speech): Reading {
  const sign = signs[speech];
  const text = terminal.text();
  const keys = terminal.screen().findLast(row => row.trim() !== '') ?? '';
  const [, ticked = '0', all = '0'] = sign.tick.test(keys) ? (sign.boxes.exec(text) ?? []) : [];
  return {
    step: stepIn(text),
    asked: sign.dialog.test(keys) ? askedIn(text, speech) : null,
    open: Number(all) - Number(ticked),
    enter: sign.enter.test(keys),
    running: sign.stop.test(keys),
    page: sign.close.test(keys),
    ended: sign.quit.test(keys),
  };
}

function stepIn(text: string): string {
  const pane = /[┌├╔╠+#][▶>]? ?2 (\S+)/.exec(text);
  const question = /[│║|#] +REHEARSAL +(\S+\.\d+) /.exec(text);
  return question?.[1] ?? pane?.[1] ?? '';
}

function askedIn(text: string, speech: Speech): Asked {
  const sign = signs[speech];
  const word = sign.word.exec(text)?.[1];
  if (word !== undefined) return { what: 'word', word };
  for (const what of ['reason', 'optional', 'option'] as const) {
    if (sign[what].test(text)) return { what };
  }
  return { what: 'wait' };
}
