/** What was decided, failed, sent, measured, proved, said and printed. */
import type { around as french } from '../../../fr/seen/report/around.ts';

type AroundWords = typeof french;

const checkpoints: AroundWords['checkpoints'] = {
  kinds: {
    checkpoint: 'checkpoint',
    gate: 'GO / NO-GO',
    validation: 'validation of the rollback',
    checklist: 'final checklist',
  },
  verdicts: { go: 'GO', 'no-go': 'NO-GO' },
  marks: { open: 'not looked at', pass: 'green', fail: 'red' },
  proofs: { verified: 'identity verified', attested: 'attested, not verified' },
  criteria: 'Criteria',
  approvals: 'Approvals',
  notLooked: 'Not looked at yet.',
  neverLooked: 'Never looked at.',
  untouched: count => `${count} ${count === 1 ? 'criterion' : 'criteria'}, none looked at`,
  witness: 'witness',
  byCommand: 'by a command',
};

const decisions: AroundWords['decisions'] = { reason: 'Reason', evidence: 'Rested on' };

const failures: AroundWords['failures'] = {
  kinds: {
    failed: 'failed',
    'in-doubt': 'unknown outcome',
    revoked: 'not run',
    abandoned: 'abandoned',
    orphan: 'without a witness',
  },
  script: 'Command',
  excerpt: 'What it said',
  first: 'First line of error',
  quiet: 'It said nothing.',
  after: 'Then',
  nothing: 'nothing was decided',
  output: 'the whole output',
};

const messages: AroundWords['messages'] = {
  statuses: {
    none: 'not sent',
    sent: 'sent',
    told: 'said to be sent',
    failed: 'NOT sent',
    doubt: 'perhaps sent',
    queued: 'leaving',
  },
  to: 'for',
  due: 'due',
  through: 'through',
};

const metrics: AroundWords['metrics'] = {
  caption: 'Success metrics, against their thresholds',
  columns: {
    title: 'Metric',
    threshold: 'Threshold',
    baseline: 'Baseline',
    last: 'Last',
    series: 'Watch',
    verdict: 'Verdict',
  },
  verdicts: { pass: 'good', fail: 'failing', none: 'measured', missing: 'no figure' },
  series: (count, least, most) =>
    `${count} ${count === 1 ? 'figure' : 'figures'}, ${least} to ${most}`,
  failed: why => `last try failed: ${why}`,
  judged: (who, note) => `judged by ${who}${note && `: ${note}`}`,
};

const prerequisites: AroundWords['prerequisites'] = {
  statuses: { met: 'proved', failed: 'refused', waived: 'waived', open: 'to prove' },
};

const topics: AroundWords['topics'] = {
  adoption: 'adoption',
  satisfaction: 'satisfaction',
  lesson: 'lesson',
};

const improvement: AroundWords['improvement'] = {
  kinds: {
    duration: 'duration',
    amendment: 'command',
    skipped: 'step skipped',
    note: 'to remember',
  },
  patch: file => `The patch for ${file}`,
  apply: 'To be applied with git apply in the folder of the plan.',
};

const timeline: AroundWords['timeline'] = {
  caption: 'Every fact of the journal, in order',
  part: (from, to) => `Facts ${from} to ${to}`,
  seq: 'No.',
  at: 'Time',
  by: 'Who',
  text: 'Fact',
};

const outputs: AroundWords['outputs'] = {
  ok: 'succeeded',
  failed: 'failed',
  unknown: 'unknown outcome',
  running: 'running',
  code: code => `exit ${code}`,
  attempt: count => `attempt ${count}`,
  omitted: bytes => `${bytes} not shown here: they are in the run's folder`,
  silent: 'It printed nothing.',
  shortened: "the rest is in the HTML report, or in the run's folder",
  absent: 'This report does not have its text.',
  hash: 'hash',
  script: 'Command',
  text: 'Output',
};

const tones: AroundWords['tones'] = {
  good: 'good',
  warning: 'attention',
  bad: 'bad',
  active: 'running',
};

export const around: AroundWords = {
  quoted: text => `“${text}”`,
  pair: (name, text) => `${name}: ${text}`,
  step: 'step',
  checkpoints,
  decisions,
  failures,
  messages,
  metrics,
  prerequisites,
  topics,
  improvement,
  timeline,
  outputs,
  tones,
};
