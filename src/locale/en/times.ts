/** Hours, forecasts, margins and alerts. */
import type { times as french } from '../fr/times.ts';

type TimesWords = typeof french;

const rows: TimesWords['rows'] = {
  span: (from, to) => `${from}–${to}`,
  since: time => `running since ${time}`,
  until: time => `end ${time}`,
  orSlow: (text, slow) => `${text} (${slow})`,
  left: duration => `${duration} left`,
  past: duration => `passed ${duration} ago`,
};

const deadlines: TimesWords['deadlines'] = {
  closing: 'Window closes',
  lastReturn: 'Last tenable rollback',
  lastDecision: step => `Last decision: ${step}`,
  margin: step => `Margin at decision ${step}`,
};

const header: TimesWords['header'] = {
  beyond: over => `${over} after the window closes`,
  outage: (elapsed, closes) => `outage ${elapsed}, closes ${closes}`,
  outageLate: (elapsed, closes) => `outage ${elapsed}, was to close ${closes}`,
  returnNotWithout: (time, missing) => `rollback until ${time}, not without: ${missing}`,
};

const alerts: TimesWords['alerts'] = {
  returnPast: (last, end) =>
    `Rollback no longer fits since ${last}: decided now, it would end at ${end}.`,
  overrun: (end, over, closes) =>
    `Expected end ${end}, ${over} after the window closes (${closes}).`,
  slowOverrun: (end, over, closes) =>
    `In a bad case, end ${end}, ${over} after the window closes (${closes}).`,
  decisionLate: (step, at, last) =>
    `Decision ${step} expected at ${at}, after the last tenable rollback (${last}).`,
  decisionSlow: (step, at, last) =>
    `In a bad case, decision ${step} at ${at}, too late to roll back (${last}).`,
  thinMargin: (margin, step, at, last) =>
    `Margin ${margin}: decision ${step} at ${at}, last tenable rollback ${last}.`,
  planDefect: (step, at, last) =>
    `Flaw in the plan: decision ${step} at ${at}, rollback tenable until ${last}.`,
  rollbackOver: (spent, over, planned) =>
    `The rollback has taken ${spent}, ${over} more than expected (${planned}).`,
  rollbackBeyond: (end, over, closes) =>
    `The rollback would end at ${end}, ${over} after the window closes (${closes}).`,
};

export const times: TimesWords = { rows, deadlines, header, alerts };
