/** The report's headings and labels. */
import type { report as french } from '../../fr/seen/report.ts';
import { around } from './report/around.ts';
import { charts } from './report/charts.ts';
import { figures } from './report/figures.ts';
import { page } from './report/page.ts';

type ReportWords = typeof french;

const sections: ReportWords['sections'] = {
  gantt: 'How it went',
  time: 'Where the time went',
  against: 'Beside another run',
  checkpoints: 'Checkpoints',
  decisions: 'Decisions',
  failures: 'Failures and unknown outcomes',
  amendments: 'Amended commands',
  messages: 'Messages',
  metrics: 'Metrics',
  prerequisites: 'Prerequisites',
  calls: 'Calls',
  notes: 'Notes',
  improvement: 'What the plan should learn',
  timeline: 'Timeline',
  outputs: 'Output of the commands',
};

const empty: ReportWords['empty'] = {
  gantt: 'Nothing has begun yet.',
  time: 'No time has passed yet.',
  decisions: 'No decision.',
  failures: 'No command failed.',
  timeline: 'The journal is empty.',
  outputs: 'No command was run.',
  improvement: 'Nothing to carry back to the plan.',
};

export const report: ReportWords = { sections, empty, page, figures, charts, around };
