/** What a run teaches its plan. */
import type { improvement as french } from '../../fr/seen/improvement.ts';

export const improvement: typeof french = {
  heading: 'Lessons learned',
  part: (date, environment, run) => `${date}, ${environment} (${run})`,
  ofRun: (environment, run) => `Run ${run}, environment ${environment}.`,
  phase: (id, title) => `phase ${id} ${title}`,
  rollback: 'rollback',
  corrected: (what, from, to, measured) =>
    `${what}: ${to} instead of ${from} (measured: ${measured})`,
  measured: (what, took) => `${what}: measured ${took}`,
  failed: (step, failures, cost, then) =>
    `${step}: ${failures > 1 ? `${failures} failures` : 'one failure'}, ${cost} lost${then && ` (${then})`}`,
  decided: {
    'step.retried': 'run again',
    'step.amended': 'command amended',
    'step.accepted': 'accepted',
    'step.skipped': 'skipped',
    'step.reopened': 'taken up again further up',
    'job.abandoned': 'no longer waited for',
    'rollback.decided': 'rolled back',
    'run.aborted': 'run given up',
  },
  because: (what, reason) => `${what}${reason && `: ${reason}`}`,
  separator: '; ',
  topics: {
    lesson: 'lesson',
    none: 'note',
    adoption: 'adoption',
    satisfaction: 'satisfaction',
  },
  note: (topic, step, text) => `${topic}${step && `, ${step}`}: “${text}”`,
  signed: (text, when, by) => `${text} (${when}, ${by})`,
  more: count => `${count} more in the report of this run`,
};
