/** The Gantt, the time that went, and another run beside. */
import type { charts as french } from '../../../fr/seen/report/charts.ts';

type ChartWords = typeof french;

const gantt: ChartWords['gantt'] = {
  describe: (from, to, phases) =>
    `From ${from} to ${to}, ${phases} ${phases === 1 ? 'row' : 'rows'}: planned, actual and best rehearsal. The table that follows says the same.`,
  describeOwn: (from, to, rows) =>
    `From ${from} to ${to}, ${rows} ${rows === 1 ? 'row' : 'rows'}: what was done, without the plan. The table that follows says the same.`,
  ownScale: percent =>
    `The run fits into ${percent < 1 ? 'less than 1' : percent}% of the plan's axis: here it is at its own scale, without the plan.`,
  own: 'The run at its own scale',
  alone: 'at its own scale, without the plan',
  planScale: "The same, at the plan's scale",
  steps: 'The steps, phase by phase',
  planned: 'planned',
  actual: 'actual',
  byHand: 'by hand',
  deciding: 'to be decided',
  underway: 'under way',
  failed: 'failed',
  best: 'best rehearsal',
  window: 'maintenance window',
  break: 'idle time, not drawn',
  left: duration => `${duration} of nothing`,
  table: 'How it went, as a table',
  caption: 'Each stage, phase and step: planned and actual.',
  captionBest: 'Each stage, phase and step: planned, actual, beside the best rehearsal.',
  columns: {
    number: 'No.',
    title: 'Step',
    planned: 'Planned',
    actual: 'Actual',
    took: 'Length',
    best: 'Rehearsal',
    late: 'Late',
  },
  moments: count => `The moments that matter (${count})`,
  kinds: {
    checkpoint: 'checkpoint',
    failure: 'failure',
    decision: 'decision',
    delay: 'delay',
  },
  onTime: 'on time',
  notDone: 'not done',
};

const time: ChartWords['time'] = {
  kinds: {
    commands: 'commands',
    people: 'work by hand',
    deciding: 'deciding',
    waiting: 'waiting',
    away: 'nobody at the helm',
  },
  describe: 'Time by its nature, all of it; the table that follows says the same.',
  whole: 'The whole run',
  total: 'Total',
  phase: 'Phase',
  planned: 'Planned',
  caption: 'Time by phase and by nature',
  present: 'The bars leave out the time with nobody at the helm; too long a wait is cut short.',
  longest: 'The longest single stretches',
  table: 'The time as a table',
};

const against: ChartWords['against'] = {
  rehearsal: date => `Beside the rehearsal of ${date}`,
  run: date => `Beside the run of ${date}`,
  here: 'This run',
  there: 'The other',
  outcome: 'Outcome',
  figures: 'The figures of both runs',
  lengths: 'Lengths of phases and steps, here and there',
  telling: 'Lengths of the phases, and of the steps whose difference matters',
  all: steps => `All steps (${steps})`,
  alike: 'No step ended in another way, nor took much more or less time.',
  doneHere: count => `Here only: ${count} ${count === 1 ? 'step' : 'steps'}.`,
  doneThere: count => `There only: ${count} ${count === 1 ? 'step' : 'steps'}.`,
  same: 'the same',
  almost: 'within a second',
  figure: 'Figure',
  difference: 'Difference',
  hereLong: 'Here',
  thereLong: 'There',
  onlyHere: 'Here only',
  onlyThere: 'There only',
  nothing: 'nothing',
  kinds: {
    failure: 'failure',
    decision: 'decision',
    skipped: 'step skipped',
    amendment: 'command amended',
  },
};

export const charts: ChartWords = { gantt, time, against };
