/** What the operator may do: labels, consequences, why not, and the words to type. */
import type { choices as french } from '../fr/choices.ts';
import { choices as around } from './around/choices.ts';

type ChoiceWords = typeof french;

/** `1 box failed, 2 boxes still open`. */
function unmet(one: string, many: string, open: number, failed: number): string {
  const counted = (count: number) => `${count} ${count === 1 ? one : many}`;
  return [failed > 0 && `${counted(failed)} failed`, open > 0 && `${counted(open)} still open`]
    .filter(Boolean)
    .join(', ');
}

const labels: ChoiceWords['labels'] = {
  start: step => `Start ${step}`,
  startNext: (step, at, total) => `Start ${step} (command ${at}/${total})`,
  confirm: step => `${step} is done`,
  reach: step => `${step}: milestone reached`,
  go: 'GO',
  noGo: 'NO-GO',
  review: 'Review again',
  retry: step => `Retry ${step}`,
  accept: step => `Accept ${step}`,
  skip: step => `Skip ${step}`,
  redo: 'Redo from earlier',
  rollback: 'Rollback',
  validate: 'Validate the rollback',
  abandon: 'Stop waiting for the command',
  stop: step => `Stop ${step}`,
  abort: 'Abort the run',
  hold: 'Hold',
  resume: 'Resume',
  pace: 'Change the pace',
  tickPass: 'Tick',
  tickFail: 'Mark as failed',
  note: 'Pin a note',
  amend: step => `Amend the command of ${step}`,
  amendAndRetry: step => `Amend and retry ${step}`,
  adhoc: 'Command beside the plan',
  stopAside: what => `Stop ${what}`,
  abandonAside: what => `Stop waiting for ${what}`,
  check: 'Check again',
  prove: 'Prove again, or say good',
  notNeeded: step => `${step} is not needed`,
  bind: 'Give a value',
};

const consequences: ChoiceWords['consequences'] = {
  runs: (host, command) => `Runs on ${host}: ${command}`,
  thisMachine: 'this machine',
  moreLines: count => `(+${count} line${count === 1 ? '' : 's'})`,
  undoneBy: steps => `The rollback undoes it (${steps}).`,
  notUndone: 'Nothing in the plan undoes it.',
  destructive: 'Destructive: cannot be taken back.',
  mayHaveEffects: 'The attempt before may have had effects.',
  safeToRerun: 'The plan says it is safe to run again.',
  confirm: 'Writes in the journal that it is done, and goes on.',
  confirmOpen: (open, failed) => `${unmet('box', 'boxes', open, failed)}: say why.`,
  reach: 'Writes the time of the milestone, and goes on.',
  opensWindow: 'Opens the maintenance window: the outage begins.',
  closesWindow: 'Closes the maintenance window.',
  go: 'The deployment goes on.',
  goWaived: (open, failed) =>
    `${unmet('criterion', 'criteria', open, failed)}: this GO is a waiver, with its reason.`,
  noGo: 'The deployment stops here; fix, redo or roll back.',
  review: 'The fixes are made: the point is looked at again.',
  accept: 'The step counts as done by other means; the plan goes on.',
  skip: 'The step will not be done; the plan goes on without it.',
  skipTried: 'The plan goes on without it; what the attempts did stays done.',
  redo: 'The chosen step and those after it in the phase are to be done again.',
  rollback: (steps, duration) =>
    `The plan is left for its ${steps > 1 ? `${steps} rollback steps` : 'rollback step'}${duration && ` (${duration})`}. No way back.`,
  rollbackLacks: names => `Impossible now without: ${names}.`,
  rollbackRunning:
    'The running command is stopped (TERM, then KILL); the rollback follows once it has ended, at the chosen pace.',
  validate: 'The rolled-back system is declared good. The end.',
  validateOpen: (open, failed) => `${unmet('check', 'checks', open, failed)}: say why.`,
  abandon: 'The command may go on; the plan no longer waits for it.',
  stop: 'TERM, then KILL if it resists. What is already done stays done.',
  abort: 'Ends the run, without a rollback. The system stays as it is.',
  abortRollback: 'Ends the run: the rollback stays unfinished, and is not validated.',
  hold: 'Nothing more is started until you resume. A running command goes on.',
  resume: 'The run goes on from where it is.',
  pace: 'Changes what starts by itself.',
  tick: 'Written in the journal.',
  note: 'Written in the journal, with your name.',
  amend:
    'Changes the command for this run only; the plan’s file is untouched. The difference goes to the journal.',
  amendFirst: 'Nothing is started yet.',
  amendRuns: host => `It then runs at once on ${host}.`,
  adhoc: (host, step) =>
    `Runs on ${host}${step && `, in the environment of ${step}`}. Written in the journal; no step of the plan moves.`,
  stopAside: 'TERM, then KILL if it resists. The plan does not move.',
  abandonAside: 'The command may go on; nobody waits for it.',
  check: 'The command of the box looks again; its verdict replaces the one before.',
  prove:
    'Runs the command of a missing piece again; or the piece is said good by hand, with the reason.',
  notNeeded: 'Written in the journal; the plan goes on.',
  bind: 'The value goes to the journal, and replaces the name in the commands to come.',
  interactive: 'The terminal is handed to it; its output is not recorded.',
};

const why: ChoiceWords['why'] = {
  held: 'the run is on hold',
  noHelm: 'nobody has the helm',
  jobRunning: step => `${step} is still running`,
  notNow: 'not possible in this state',
  nothingToRedo: 'no step of the phase is finished',
  noRollback: 'the plan has no rollback',
  notRunnable: 'nothing knows how to run this command',
  asideRunning: what => `${what} is still running, beside the plan`,
};

const paces: ChoiceWords['paces'] = {
  step: 'step by step',
  phase: 'phase by phase',
  automatic: 'automatic',
};

const confirmWords: ChoiceWords['confirmWords'] = {
  go: 'GO',
  noGo: 'NO-GO',
  rollback: 'ROLLBACK',
  skip: 'SKIP',
  abort: 'ABORT',
  retry: 'RETRY',
};

const refusals: ChoiceWords['refusals'] = {
  'not-now': () => 'it is no longer possible: things changed',
  held: detail => `the run is on hold${detail && ` (${detail})`}`,
  'no-helm': () => 'you no longer have the helm',
  'unbound-variable': detail => `a value is missing: ${detail}`,
  'bad-value': detail => `value refused: ${detail}`,
  'open-items': detail => `boxes are not all green (${detail}), and no reason was given`,
  'open-criteria': detail => `criteria are not all green (${detail}), and no reason was given`,
  'aside-running': detail => `another command beside the plan is still running (${detail})`,
  'not-ready': detail => `the rollback would be impossible without: ${detail}`,
  'no-terminal': () => 'an interactive command needs a terminal',
  'job-running': detail => `a command is still running (${detail})`,
  secret: () =>
    'the text holds a secret of the environment: use its variable, the journal is for reading',
  'journal-failed': detail => `the journal can no longer be written: ${detail}`,
  'not-runnable': detail => `nothing knows how to run this command (${detail})`,
  ...around.refusals,
};

const otherTrigger = 'another reason';

export const choices: ChoiceWords = {
  labels,
  consequences,
  why,
  paces,
  confirmWords,
  otherTrigger,
  refusals,
};
