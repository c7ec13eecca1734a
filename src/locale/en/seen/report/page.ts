/** The page itself: its head, its foot, what moves in it. */
import type { page as french } from '../../../fr/seen/report/page.ts';

type PageWords = typeof french;

const foot: PageWords['foot'] = {
  run: 'Run',
  fingerprint: 'Fingerprint of the plan',
  operators: 'At the helm',
  zone: 'Time zone',
  entries: count => `${count} ${count === 1 ? 'fact' : 'facts'}`,
  journal: 'Journal',
  hash: 'Hash of the journal',
  verify: 'It is what bascule verify must find.',
  made: program => `Report made by ${program}`,
  madeAt: 'on',
};

const player: PageWords['player'] = {
  title: 'The longest, as it appeared',
  play: 'Play',
  pause: 'Hold',
  position: 'Position in time',
  speed: 'Speed',
};

const live: PageWords['live'] = {
  fresh: time => `Data from ${time}`,
  on: 'live',
  lost: 'connection lost',
};

export const page: PageWords = {
  kicker: 'Report of a run',
  title: (plan, environment) => `${plan} · ${environment} · report of the run`,
  skip: 'Skip to the content',
  contents: 'Contents',
  protected: 'protected environment',
  from: 'from',
  to: 'to',
  underway: 'under way since',
  filter: 'Filter the timeline',
  filterAll: 'everything',
  filterTrouble: 'what went wrong',
  filterKind: 'Show',
  shown: 'lines shown:',
  expand: 'Unfold all',
  lines: count => `${count} ${count === 1 ? 'line' : 'lines'}`,
  notPrinted: 'Folded: not printed. Unfold it before printing, or read the file.',
  printedInPart: 'The rest is not printed: it is in the file.',
  foot,
  player,
  live,
};
