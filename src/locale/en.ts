/** Every English text of Bascule's screens; the compiler holds it to the French one's keys. */
import { around } from './en/around.ts';
import { choices } from './en/choices.ts';
import { cockpit } from './en/cockpit.ts';
import { decisions } from './en/decisions.ts';
import { log } from './en/log.ts';
import { screen } from './en/screen.ts';
import { seen } from './en/seen.ts';
import { status } from './en/status.ts';
import { times } from './en/times.ts';
import { units } from './en/units.ts';
import type { fr } from './fr.ts';

export const en: typeof fr = {
  around,
  choices,
  cockpit,
  decisions,
  log,
  screen,
  seen,
  status,
  times,
  units,
};
