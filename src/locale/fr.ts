/** Every French text of Bascule's screens. */
import { around } from './fr/around.ts';
import { choices } from './fr/choices.ts';
import { cockpit } from './fr/cockpit.ts';
import { decisions } from './fr/decisions.ts';
import { log } from './fr/log.ts';
import { screen } from './fr/screen.ts';
import { seen } from './fr/seen.ts';
import { status } from './fr/status.ts';
import { times } from './fr/times.ts';
import { units } from './fr/units.ts';

export const fr = {
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
