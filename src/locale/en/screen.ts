/** Header, tree, deadlines, what is next, step remarks, absence and ending. */
import type { screen as french } from '../fr/screen.ts';

type ScreenWords = typeof french;

const s = (count: number) => (count === 1 ? '' : 's');

/** `1 point failed, 2 open`. */
const unmet = (open: number, failed: number) =>
  [failed > 0 && `${failed} point${s(failed)} failed`, open > 0 && `${open} open`]
    .filter(Boolean)
    .join(', ');

const header: ScreenWords['header'] = {
  forecast: (time, delay) => `should end ${time} (${delay})`,
  forecastOnTime: time => `should end ${time} (on time)`,
  progress: (done, total) => `${done}/${total} step${s(total)}`,
  rollbackProgress: (done, total) => `${done}/${total} of the rollback`,
  phase: (at, total) => `phase ${at}/${total}`,
  outageOver: elapsed => `outage ${elapsed}, over`,
  outageAt: (from, to) => `outage ${from} → ${to}`,
  returnUntil: time => `rollback possible until ${time}`,
  returnSoon: (time, left) => `rollback possible until ${time} (${left} left)`,
  returnLate: time => `rollback out of the window since ${time}`,
  rollbackElapsed: (elapsed, budget) => `rollback ${elapsed} / ${budget}`,
  rollbackElapsedOnly: elapsed => `rollback for ${elapsed}`,
  observing: holder => `watching ${holder}`,
  observingNobody: 'watching, no driver',
  nextDecision: (time, due) => `next decision ${time}${due && ` (${due})`}`,
};

const tree: ScreenWords['tree'] = {
  rollback: 'Rollback',
  validation: 'Rollback validation',
  closing: 'Final checklist',
  end: 'End of the run',
};

const next: ScreenWords['next'] = {
  automatic: 'automatic',
  enter: 'Enter',
  decision: 'decision',
  decisionOf: role => `decision: ${role}`,
  manual: 'by hand',
};

const step: ScreenWords['step'] = {
  cancelled: 'It was stopped on request.',
  cancelling: 'A stop was asked for; waiting for the command to end.',
  checkFirst: 'Check the system before you choose: running it again may double its effects.',
  orphan: 'Its witness is gone: it runs, but its exit code will not be known.',
  halting: 'The rollback is decided: the running command was told to stop, waiting for its end.',
  unbound: names => `A value is missing: ${names}.`,
  badValue: detail => `Value refused: ${detail}.`,
  outputOpen: 'A process that it started still writes to its output.',
  away: 'It ended while nobody was there.',
  held: reason => `The run is on hold${reason && `: ${reason}`}.`,
  noHelm: 'Nobody has the helm: nothing is started.',
  destructive: 'Destructive command.',
  interactive: 'Interactive command: the terminal will be handed to it.',
  amended: 'The command was amended for this run.',
  reopened: count => `Done again ${count} time${s(count)}.`,
  attempts: count => `${count} attempts.`,
  skippedBecause: reason => `Skipped: ${reason}.`,
  acceptedBecause: reason => `Accepted: ${reason}.`,
  reason: reason => `Reason given: ${reason}.`,
  refusedBecause: reason => `NO-GO: ${reason}.`,
  approve: role => `Approval expected: ${role}.`,
  proof: proof => `Proof to keep: ${proof}.`,
  when: when => `When: ${when}.`,
  openBoxes: count => `${count} point${s(count)} still to check.`,
  failedBoxes: count => `${count} point${s(count)} failed.`,
  allGreen: 'Everything is checked.',
  allGreenBut: count =>
    `Everything is accepted, ${count} point${s(count)} of it against ${count === 1 ? 'its' : 'their'} command.`,
  nothingToCheck: 'The plan asks for no check: look at the system yourself.',
  overrun: planned => `Longer than planned (${planned}).`,
  undoneBy: steps => `Undone in a rollback by ${steps}.`,
  notes: text => `Note: ${text}`,
};

const away: ScreenWords['away'] = {
  exitedOk: step => `${step} ended without error.`,
  exitedBad: (step, code) => `${step} failed (code ${code}).`,
  doubt: step => `${step}: in doubt, to be checked on the system.`,
  revoked: step => `${step} had not started, and will not.`,
  running: step => `${step} is still running.`,
  orphan: step => `${step} is still running, without a witness.`,
  waits: (step, word) => `Waiting for you now: ${step} (${word}).`,
  waitsNothing: 'Nothing is waiting.',
};

const ending: ScreenWords['ending'] = {
  completed: 'The plan went to its end.',
  rolledBack: 'The rollback is done and validated.',
  aborted: 'The run was aborted.',
  steps: (done, total) => `${done} of ${total} steps done.`,
  skipped: (_count, ids) => `Skipped: ${ids}.`,
  accepted: (_count, ids) => `Accepted without success: ${ids}.`,
  span: (from, to, duration) => `From ${from} to ${to} (${duration}).`,
  outage: (duration, planned) => `Outage: ${duration}, planned ${planned}.`,
  outageOpen: 'The maintenance window was opened and never closed: check the service.',
  reason: reason => `Reason: ${reason}.`,
  trigger: text => `Trigger: ${text}.`,
  at: step => `Decided at step ${step}.`,
  waiver: (reason, open, failed) => `Validated all the same (${unmet(open, failed)}): ${reason}.`,
  closedWaiver: (reason, open, failed) =>
    `Closed all the same (${unmet(open, failed)}): ${reason}.`,
};

export const screen: ScreenWords = { header, tree, next, step, away, ending };
