/** What an observer reads of whoever drives. */
import type { watching as french } from '../../fr/seen/watching.ts';

export const watching: typeof french = {
  held: who => `${who} has the helm`,
  silent: who => `${who} has the helm, cockpit suspended (Ctrl-Z)`,
  free: 'helm free',
  lost: who => `the cockpit of ${who} vanished without letting go of the helm`,
  lostAgo: (who, duration) =>
    `the cockpit of ${who} vanished ${duration} ago without letting go of the helm`,
  elsewhere: who => `${who} took the helm, but nothing here tells whether their cockpit lives`,
  unknown: 'who has the helm cannot be told',
  none: 'nobody has taken the helm yet',
  since: time => `since ${time}`,
  freedBy: who => `let go by ${who}`,
  goesOn: 'what runs goes on',
  seenNow: 'seen just now',
  seen: duration => `seen ${duration} ago`,
  quiet: duration => `nothing new for ${duration}`,
  trouble: why => `the rest of the journal cannot be read: ${why}`,
  approve: 'To give or refuse it, under your own account:',
  output: {
    withheld: size => `${size} withheld (secrets)`,
    untimed: 'times unknown',
    unwatched: size => `${size} came unwatched`,
    missing: 'file gone',
  },
  bytes: count => `${count} B`,
  kilobytes: count => `${count} kB`,
  megabytes: count => `${count} MB`,
};
