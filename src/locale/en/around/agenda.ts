/** The page of what is due, and the line that sums it up. */
import type { agenda as french } from '../../fr/around/agenda.ts';

type AgendaWords = typeof french;

const s = (count: number) => (count === 1 ? '' : 's');

const days: AgendaWords['days'] = {
  theDay: 'D-day',
  offset: count => `D${count < 0 ? '-' : '+'}${Math.abs(count)}`,
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  in: count => `in ${count} days`,
  ago: count => `${count} days ago`,
  dated: (date, away) => `${date} (${away})`,
};

const headings: AgendaWords['headings'] = {
  late: 'Late',
  today: stages => `Today (${stages})`,
  now: stages => `Under way (${stages})`,
  closing: 'To close',
  prerequisites: 'Prerequisites',
  messages: 'Messages',
  metrics: 'Measures',
  watch: 'Monitoring',
  coming: 'To come',
  debrief: 'Debrief',
};

const rows: AgendaWords['rows'] = {
  late: count => `${count} day${s(count)} late`,
  passed: (time, ago) => `${time}, ${ago} past`,
  phase: count => `${count} step${s(count)}`,
  owed: (missing, total) => `${missing} of ${total} to prove`,
  before: date => `before ${date}`,
  beforeTheDay: 'before the day',
  baseline: count => `Baseline to measure before the window: ${count} measure${s(count)}`,
  measures: (count, stage) => `${count} measure${s(count)} to take at ${stage}`,
  seen: ago => `seen ${ago} ago`,
  neverSeen: 'never seen',
  every: duration => `rhythm: ${duration}`,
  titled: (title, text) => `${title}: ${text}`,
  checklist: (passed, total) => `Final checklist: ${passed}/${total}`,
  debrief: 'Note an adoption, a satisfaction, a lesson',
};

const todo: AgendaWords['todo'] = {
  late: count => `${count} late`,
  messages: count => `${count} message${s(count)} to send`,
  prerequisites: count => `${count} prerequisite${s(count)}`,
  looks: count => `${count} point${s(count)} to watch`,
  measures: count => `${count} measure${s(count)} to take`,
  closing: 'final checklist to close',
};

export const agenda: AgendaWords = {
  title: 'Agenda',
  days,
  headings,
  rows,
  todo,
  relative: 'rehearsal: days do not count',
  note: (date, offset) => `${date}, ${offset}`,
  nothing: 'Nothing waits today.',
};
