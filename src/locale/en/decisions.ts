/** The failure card, the rollback’s readiness, the plan’s actions, commands beside the plan, what stands in the way. */
import type { decisions as french } from '../fr/decisions.ts';

type DecisionWords = typeof french;

const s = (count: number) => (count === 1 ? '' : 's');
const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

const card: DecisionWords['card'] = {
  code: (code, meaning) => `code ${code}: ${meaning}`,
  codeBut: (code, why) => `code ${code}, but ${why}`,
  doubt: why => `in doubt${why && `: ${why}`}`,
  abandoned: reason => `in doubt: no longer waited for${reason && ` (${reason})`}`,
  stopped: 'stop asked for',
  meanings: {
    error: 'the command reports an error',
    misuse: 'misuse, or a serious error',
    notExecutable: 'found, but not executable',
    notFound: 'command not found',
    timeLimit: limit => `time limit exceeded${limit && ` (${limit})`}`,
    own: 'its meaning is the command’s own',
    notSuccess: 'no success, says the plan',
    signal: number => `stopped by signal ${number}`,
  },
  signals: {
    1: 'its terminal is gone (HUP)',
    2: 'interrupted (INT)',
    3: 'interrupted (QUIT)',
    4: 'invalid instruction (ILL)',
    6: 'gave up by itself (ABRT)',
    7: 'invalid memory access (BUS)',
    8: 'impossible calculation (FPE)',
    9: 'killed (KILL)',
    11: 'invalid memory access (SEGV)',
    13: 'nobody read its output any more (PIPE)',
    14: 'its timer ran out (ALRM)',
    15: 'asked to end (TERM)',
    24: 'too much processor time (XCPU)',
    25: 'file too large (XFSZ)',
  },
  objective: text => `objective: ${text}`,
  undoes: steps => `undoes ${steps}`,
  planned: duration => `planned ${duration}`,
  usual: (duration, count) => `usually ${duration} (${times(count)})`,
  rehearsed: (duration, environment, count) =>
    `rehearsed ${duration} in ${environment} (${times(count)})`,
  returnLeft: (left, time) => `rollback tenable for ${left} more (until ${time})`,
  returnLate: time => `rollback out of the window since ${time}`,
};

const actions: DecisionWords['actions'] = {
  read: step => `read the output of ${step}`,
  fix: 'fix it with a command',
  redo: step => `redo from ${step}`,
  retry: step => `retry ${step}`,
  review: 'look at the point again',
  rollback: 'decide the rollback',
};

const boxes: DecisionWords['boxes'] = {
  passedBy: 'checked by the command',
  failedBy: 'refused by the command',
  checking: 'the command is looking…',
  overruled: 'accepted',
  despite: status => `against its command (${status})`,
  undecided: why => `the command could not tell (${why})`,
};

const notNeeded: DecisionWords['notNeeded'] = (steps, count) =>
  `nothing to undo: ${steps} ${count === 1 ? 'was' : 'were'} never done`;

const readiness: DecisionWords['readiness'] = {
  ready: 'ready',
  neverRehearsed: 'ready, never rehearsed',
  readyWaived: count => `ready, ${count} unproved (waived)`,
  missing: names => `missing: ${names}`,
  unproved: names => `unproved: ${names}`,
  later: names => `to come: ${names}`,
  notYet: names => `not yet possible: ${names}`,
  states: {
    there: 'there',
    missing: 'missing',
    later: 'to come',
    failed: 'failed',
    unproved: 'unproved',
  },
  noValue: 'no value',
  capturedAt: step => `captured at ${step}`,
  replacedAt: (value, step) => `${value}, replaced at ${step}`,
  ago: duration => `${duration} ago`,
  justNow: time => `just now (${time})`,
  waived: note => `accepted: ${note}`,
  checking: 'being checked',
  notLooked: 'not checked yet',
  onceKnown: 'once its values are known',
  rehearsed: 'rollback rehearsed',
  rehearsedIn: (date, duration, environment) => `${date}, ${duration}, ${environment}`,
  never: 'rollback never rehearsed',
  proved: run => `by ${run}`,
  measured: duration => `measured: ${duration}`,
  rehearsedTook: duration => `rehearsed: ${duration}`,
};

const aside: DecisionWords['aside'] = {
  title: script => `! ${script}`,
  failed: (status, duration) => `failed · ${status} · ${duration}`,
};

const amendments: DecisionWords['amendments'] = (count, steps) =>
  `Command${s(count)} amended for this run: ${steps}; to be carried over to the plan.`;

const step: DecisionWords['step'] = {
  notReady: pieces => `The rollback would be impossible without: ${pieces}.`,
  wayOut: 'Prove what is missing again, or say it good by hand, with the reason.',
  notRecorded: 'Interactive command: its output is not recorded.',
};

const obstacles: DecisionWords['obstacles'] = {
  notDue: date => `Its day is ${date}.`,
  prerequisites: names => `Missing prerequisites: ${names} — P.`,
  approval: role =>
    `${role} must approve: \`bascule approve\` from their terminal, or attested (O).`,
  andOthers: (names, count) => `${names} and ${count} other${s(count)}`,
  waiveAll: names =>
    `The day may begin without: ${names}. The reason goes to the journal; one by one: page P.`,
  approved: (verdict, person, role, note, time) =>
    `${verdict} from ${person} (${role}), identity verified, ${time}${note && `: ${note}`}`,
  attested: (verdict, person, role, how, time) =>
    `${verdict} attested, said by ${person} (${role})${how && `: ${how}`} (not verified), ${time}`,
};

const list: DecisionWords['list'] = {
  redo: step => `Do ${step} again`,
  redoOnly: 'It alone is to be done again; the others stay as they are.',
};

export const decisions: DecisionWords = {
  card,
  actions,
  boxes,
  notNeeded,
  readiness,
  aside,
  amendments,
  step,
  obstacles,
  list,
};
