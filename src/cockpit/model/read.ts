/** From one read of the terminal to its presses, one after the other: how it was cut must not change what they do. */

import { modeOf } from '../keys/binding.ts';
import { bindingOf, isMove } from '../keys/keymap.ts';
import { named, type Press, pressOf } from '../keys/press.ts';
import { isDossier } from './dossier-rows.ts';
import { type Effect, noticed, type Outcome, only, type Situation } from './situation.ts';
import type { Ui } from './ui.ts';
import { afterPress, fieldOf } from './update.ts';

/** Presses in one read above which it is taken for a paste, unless they all move. */
const burst = 8;

/** All the presses of one read, in order; what opens a question throws the rest away. */
export function afterRead(ui: Ui, presses: readonly Press[], s: Situation): Outcome {
  const mode = modeOf(s);
  const moves = presses.every(({ name }) => isMove(name, mode));
  if (!fieldOf(ui) && presses.length > burst && !moves) {
    return only(noticed(ui, s, s.words.cockpit.notices.pasteIgnored));
  }
  const told = presses.flatMap(press =>
    press.name.startsWith('alt+') ? withAlt(ui, press) : press,
  );
  let all = only(ui);
  for (const [at, press] of told.entries()) {
    const after = afterPress(all.ui, press, s);
    const opened = isDossier(after.ui.page) && after.ui.page !== all.ui.page;
    all = { ui: after.ui, effects: [...all.effects, ...after.effects] };
    if (opened || after.effects.some(isAwaited)) {
      const acted = after.effects.some(({ type }) => type === 'act');
      return { ...all, rest: harmless(told.slice(at + 1), s, acted) };
    }
  }
  return all;
}

/**
 * Alt and a key look the same as Escape and the next key in one read of a slow line: they are taken for those
 * two. Only a question is not given up that way: an arrow is an arrow there, a letter nothing.
 */
function withAlt(ui: Ui, { name }: Press): readonly Press[] {
  const key = name.slice(4);
  const press = key.length > 1 ? named(key) : pressOf(key);
  if (!ui.question) return [named('escape'), press];
  return key.length > 1 ? [press] : [];
}

/** What comes next depends on what becomes of it. */
function isAwaited(effect: Effect): boolean {
  if (effect.type === 'playback') return effect.move.type === 'seekTo';
  return effect.type === 'act';
}

/**
 * What follows an act, or the opening of a page, may move there, or look for something; nobody has read it yet.
 * Nor does what was typed with an act leave.
 */
function harmless(presses: readonly Press[], s: Situation, acted: boolean): readonly Press[] {
  const isHarmful = (name: string) => {
    const group = bindingOf(name, modeOf(s))?.group;
    return group === 'acting' || (acted && group === 'leaving');
  };
  const end = presses.findIndex(({ name }) => name === '/' || isHarmful(name));
  return end < 0 || presses[end]!.name === '/' ? presses : presses.slice(0, end);
}
