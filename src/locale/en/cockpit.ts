/** The cockpit's own words, by theme. */
import type { cockpit as french } from '../fr/cockpit.ts';
import { acts } from './cockpit/acts.ts';
import { editing, interrupt, question } from './cockpit/asking.ts';
import { help, hints, keyNames } from './cockpit/keys.ts';
import { notices } from './cockpit/notices.ts';
import { follow, panes } from './panes.ts';

export const cockpit: typeof french = {
  panes,
  keyNames,
  hints,
  help,
  question,
  editing,
  interrupt,
  follow,
  notices,
  acts,
};
