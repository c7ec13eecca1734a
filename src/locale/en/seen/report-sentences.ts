/** What the report says of a run, sentence by sentence. */
import type { sentences as french } from '../../fr/seen/report-sentences.ts';

const and = (text: string) => text && `: ${text}`;

export const sentences: typeof french = {
  headline: {
    draft: 'Deployment not begun yet',
    underway: 'Deployment under way',
    rollingBack: 'Rollback under way',
    validating: 'Rollback to be validated',
    closing: 'Deployment to be closed',
    completed: 'Deployment completed',
    rolledBack: 'Rollback completed and validated',
    aborted: 'Deployment aborted',
  },
  damaged: (line, why) =>
    `The journal is damaged at its line ${line} (${why}): this report ends before it.`,
  stands: text => `Where it stands: ${text}.`,
  held: reason => `Run on hold${and(reason)}.`,
  outageSince: duration => `Outage under way for ${duration}.`,
  spent: {
    command: step => `command: ${step}`,
    work: step => `by hand: ${step}`,
    fixing: step => `correction after the NO-GO: ${step}`,
    closing: () => 'final checklist',
    review: step => `decision: ${step}`,
    failure: step => `failure to be settled: ${step}`,
    doubt: step => `unknown outcome to be settled: ${step}`,
    validation: () => 'validation of the rollback',
    time: step => `waiting for its time: ${step}`,
    approval: step => `waiting for an approval: ${step}`,
    held: step => `run on hold${and(step)}`,
    away: step => `nobody at the helm${step && `, before ${step}`}`,
  },
  between: 'Between the phases',
  apart: 'Outside the phases',
  waived: text => `${text}, by waiver`,
  rollbackDecided: 'Rollback decided',
  triggered: (text, trigger) => `${text}, trigger: ${trigger}`,
  begunWithout: 'begun without the proofs that are asked for',
  green: (box, note) => `green: ${box}${note && ` (${note})`}`,
  red: (box, note) => `red: ${box}${note && ` (${note})`}`,
  unseen: box => `not looked at: ${box}`,
  verified: (verdict, who, role) => `${verdict} from ${who} (${role}), identity verified`,
  attested: (verdict, who, role) =>
    `${verdict} attested, said by ${who} (${role}), identity not verified`,
  revoked: why => `did not start${and(why)}`,
  orphan: why => `lost its witness, exit code unknown${and(why)}`,
  dueAfter: step => `after ${step}`,
  dueAtCheckpoints: 'at each checkpoint',
  dueAtEnd: 'at the end of the maintenance',
  output: {
    unwatched: size => `${size} came while nobody followed: when is not known.`,
    untimed: () => 'When each line came is not known.',
    withheld: size => `${size} withheld: the secrets of the environment cannot be covered here.`,
    missing: size => `${size} that the journal speaks of are not in the run's folder any more.`,
    interactive: () => 'Interactive command: its output is not recorded.',
    leftOut: size => `${size} left out: this report is bounded.`,
  },
  bytes: count => `${count} byte${count === 1 ? '' : 's'}`,
  kibibytes: count => `${count} KiB`,
  mebibytes: count => `${count} MiB`,
};
