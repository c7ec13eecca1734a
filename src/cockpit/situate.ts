/** From all that the store holds to what components draw, and what a press is judged against. */
import type { PlaybackView } from '../view/types.ts';
import { settling } from './footing.ts';
import type { Size } from './layout.ts';
import type { Look } from './look.tsx';
import type { Situation } from './model/situation.ts';
import type { Ui } from './model/ui.ts';
import type { Sight } from './sight.ts';
import { layoutFor, moodOf } from './standing.ts';
import type { StoreInput } from './store-input.ts';

export interface Holding {
  ui: Ui;
  sight: Sight;
  size: Size;
  /** As it was when the run was looked at. */
  playback: PlaybackView | null;
  acting: boolean;
  listening: boolean;
}

export function situationOf(input: StoreInput, holding: Holding): Situation {
  const { words, reading, links, readOnly, editorName } = input;
  const { ui, sight, size, playback, acting, listening } = holding;
  const seen = sight.seen(ui);
  const zoomed = ui.zoomed ? ui.focus : null;
  return {
    ...seen,
    // Who decides nothing need not wait for eyes.
    settled: readOnly || (seen.settled && seen.now - ui.shiftedAt >= settling),
    words,
    reading,
    links,
    readOnly,
    playback,
    editorName,
    layout: layoutFor(seen.view, size, zoomed, playback !== null),
    acting,
    listening,
  };
}

export function lookOf({ ascii, color, words }: StoreInput, { view }: Sight): Look {
  return { words, theme: { ascii, color, mood: moodOf(view) } };
}
