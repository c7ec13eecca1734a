/** The journal's sentences about days, people, messages and metrics. */
import type { log as french } from '../../fr/around/log.ts';

const because = (reason: string | undefined) => (reason ? ` (${reason})` : '');

export const log: typeof french = {
  stageOpened: (stage, reason) => `${stage} opened before its day${because(reason)}`,
  waived: (item, reason) => `waived: ${item}${because(reason)}`,
  proved: (item, run, date) => `proved: ${item} (by ${run}, ${date})`,
  looked: (what, note) => `monitoring, good: ${what}${because(note)}`,
  lookedBad: (what, note) => `monitoring, wrong: ${what}${because(note)}`,
  closed: 'final checklist looked at: the run is closed',
  closedWaived: waiver => `run closed by waiver: ${waiver}`,
  called: {
    reached: (who, note) => `${who}: reached${because(note)}`,
    'message-left': (who, note) => `${who}: message left${because(note)}`,
    'no-answer': (who, note) => `${who}: no answer${because(note)}`,
  },
  handed: to => `the helm is handed to ${to}`,
  approved: (step, role, person, note) =>
    `GO by ${person} (${role}) for ${step}${because(note)}, identity verified`,
  disapproved: (step, role, person, note) =>
    `NO-GO by ${person} (${role}) for ${step}${because(note)}, identity verified`,
  attested: (step, role, person, note) =>
    `GO attested for ${step}, said by ${person} (${role})${because(note)}; identity not verified`,
  attestedNoGo: (step, role, person, note) =>
    `NO-GO attested for ${step}, said by ${person} (${role})${because(note)}; identity not verified`,
  cancelRefused:
    'it cannot be stopped from here: the command belongs to another account, which alone may stop it',
  odd: (why, file) => `among the approvals, ${file} is none: ${why}`,
  oddities: {
    'not-a-plain-file': 'it is not a plain file',
    'several-names': 'it has several names, and its owner may not have put it there',
    'wrong-rights': 'its rights are not those of an approval',
    'too-large': 'it is too large',
    'not-an-approval': 'what it says is no approval',
    'other-run': 'it speaks of another run',
    unreadable: 'it cannot be read',
  },
  ignored: {
    'not-allowed': who => `approval by ${who} not counted: that role is not theirs here`,
    own: who => `approval by ${who} not counted: they hold the helm`,
  },
  edited: message => `message edited: ${message}`,
  queued: (message, channel) => `message “${message}” given to ${channel}`,
  sent: (message, channel) => `message “${message}” sent by ${channel}`,
  unsent: (message, channel, why) => `message “${message}” NOT sent by ${channel}${because(why)}`,
  unknown: (message, channel, why) =>
    `message “${message}” perhaps sent by ${channel}${because(why)}`,
  told: (message, how) => `message “${message}” sent, says the operator (${how})`,
  baseline: (metric, figure) => `baseline: ${metric} ${figure}`,
  measured: (metric, figure) => `measured: ${metric} ${figure}`,
  entered: (metric, figure, note) => `figure entered: ${metric} ${figure}${because(note)}`,
  unmeasured: (metric, why) => `could not be measured: ${metric}${because(why)}`,
  topics: {
    adoption: 'adoption',
    satisfaction: 'satisfaction',
    lesson: 'lesson',
  },
  failure: (why, detail) => `${why}: ${detail}`,
  failures: {
    unreachable: 'unreachable',
    timeout: 'no answer in time',
    certificate: 'certificate refused',
    login: 'access denied',
    refused: 'refused',
    redirect: 'leads elsewhere',
    'too-large': 'answer too large',
    'no-figure': 'no figure',
    failed: 'the command failed',
    settings: 'badly configured',
    lost: 'the cockpit stopped before it was known',
  },
};
