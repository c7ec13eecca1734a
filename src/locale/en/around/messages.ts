/** The page of messages, and what Bascule itself writes in them. */
import type { messages as french } from '../../fr/around/messages.ts';

type MessageWords = typeof french;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const shortMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

const badges: MessageWords['badges'] = {
  due: 'to send',
  later: 'later',
  laterOn: date => `later, on ${date}`,
  missed: 'its moment has passed',
  queued: channel => `leaving by ${channel}`,
  sent: (time, channel) => `sent ${time} by ${channel}`,
  told: time => `said sent ${time}`,
  failed: why => `NOT sent: ${why}`,
  doubt: channel => `perhaps sent by ${channel}`,
  ready: 'ready to copy',
};

const deliveries: MessageWords['deliveries'] = {
  queued: 'leaving',
  sent: 'sent',
  failed: why => `NOT sent (${why})`,
  doubt: why => `perhaps sent (${why})`,
  told: how => `said sent (${how})`,
};

const page: MessageWords['page'] = {
  due: count => `${count} to send`,
  nothingDue: 'nothing to send',
  none: 'the plan has no message',
  status: 'Status now',
  atEachCheckpoint: 'at each checkpoint',
  toCopy: ways => `to copy: ${ways}`,
  copyOnly: 'to copy',
  audience: who => `Audience in the plan: ${who}`,
  blanks: (count, names) =>
    count > 1 ? `Blanks to fill in: ${names}` : `Blank to fill in: ${names}`,
  early: 'Early: the maintenance is not over.',
  otherDate: (written, day) => `The text says "${written}"; the day of this run is ${day}.`,
  setBack: 'The text of the plan would not be true any more: here is another.',
  edited: 'Text edited by the operator.',
  by: channels => `Channel in the plan: ${channels}.`,
  to: who => `Audience in the plan: ${who}.`,
  perhapsGone: channel =>
    `It may have left through ${channel} already: check before sending it again.`,
  either: (first, last) => `${first} or ${last}`,
  noChannel: 'the environment has no channel: copy the text, then say that it was sent',
};

const heard: MessageWords['heard'] = {
  ago: duration => `management heard ${duration} ago`,
  now: 'management heard just now',
  never: 'management has not heard yet',
  since: duration => `${duration} ago`,
  justNow: 'just now',
};

const stands: MessageWords['stands'] = {
  run: (word, place) => `${word}${place && `, ${place}`}`,
  step: (step, word) => `${step} (${word})`,
  decided: (time, why) => `decided at ${time}${why && ` (${why})`}`,
  ended: time => `at ${time}`,
};

const status: MessageWords['status'] = {
  subject: (what, plan, environment) => `${what} - ${plan}${environment && ` (${environment})`}`,
  moment: time => `Status at ${time}`,
  about: (plan, environment) => `${plan}${environment && `, environment ${environment}`}`,
  go: (step, time) => `${step}: GO at ${time}`,
  goWaived: (step, time, reason) => `${step}: GO at ${time}, by waiver${reason && ` (${reason})`}`,
  noGo: (step, time, reason) => `${step}: NO-GO at ${time}${reason && ` (${reason})`}`,
  decideAgain: 'Since then this checkpoint is to be decided again.',
  criteria: (passed, total) =>
    `Criteria met: ${passed}/${total}${passed < total ? ` (${total - passed} not green)` : ''}`,
  stands: text => `Now: ${text}`,
};

const setback: MessageWords['setback'] = {
  rolledBackSubject: plan => `Maintenance over, new version not kept - ${plan}`,
  notKept: 'The new version was not kept.',
  over: 'The maintenance is over.',
  notDone: 'The planned update was not carried through.',
  backInService: time =>
    `The previous version is in service again: the rollback was validated at ${time}.`,
  rollingBackSubject: plan => `Maintenance under way, back to the previous version - ${plan}`,
  willNotBeKept: time =>
    `The new version will not be kept: the rollback to the previous one, decided at ${time}, is under way.`,
  notBackYet: 'The service has not been declared restored yet.',
  expectedBack: time => `The rollback should end at ${time}.`,
  validating: 'The rollback is done; it is being verified.',
  abortedSubject: plan => `Update given up - ${plan}`,
  aborted: time => `The update was given up at ${time}.`,
  unfinishedReturn: time =>
    `The rollback to the previous version, decided at ${time}, was not declared finished.`,
  followUpSubject: plan => `Maintenance over, follow-up stopped - ${plan}`,
  followUpStopped: time => `The follow-up of the update was stopped at ${time}.`,
  windowOpen: time =>
    `The maintenance window opened at ${time} was not closed: the state of the service is to be confirmed.`,
  windowClosed: time => `The maintenance window has been closed since ${time}.`,
  windowNever: 'The maintenance window was not opened.',
};

export const messages: MessageWords = {
  title: 'Messages',
  badges,
  deliveries,
  page,
  heard,
  stands,
  status,
  setback,
  date: (weekday, day, month, year) => `${weekdays[weekday]} ${day} ${months[month]} ${year}`,
  shortDate: (day, month) => `${day} ${shortMonths[month]}`,
  at: (date, time) => `${date} ${time}`,
};
