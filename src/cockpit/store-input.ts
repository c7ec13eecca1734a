/** What the store is given, and what it gives to be drawn. */
import type { Lend } from '../engine/types.ts';
import type { ScreenView } from '../view/types.ts';
import type { Size } from './layout.ts';
import type { Look } from './look.tsx';
import type { Situation } from './model/situation.ts';
import type { Ui } from './model/ui.ts';
import type { CockpitOptions } from './options.ts';

export interface StoreInput
  extends Omit<CockpitOptions, 'stdin' | 'stdout' | 'resumeCommand' | 'onLend'> {
  size: Size;
  clock(): number;
  /** Writes to the terminal without touching a cell. */
  emit(text: string): void;
  detach(): void;
  lend: Lend;
  /** After each new view, with the one before. */
  seen(view: ScreenView, before: ScreenView | null): void;
}

/** All that components read. */
export interface Snapshot {
  ui: Ui;
  s: Situation;
  look: Look;
}
