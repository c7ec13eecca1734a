/** The page of people, and the summary for whoever takes the helm. */
import type { people as french } from '../../fr/around/people.ts';

type PeopleWords = typeof french;

const s = (count: number) => (count === 1 ? '' : 's');

const page: PeopleWords['page'] = {
  helm: 'The helm',
  onDuty: 'Concerned now',
  team: 'The team',
  nobody: 'nobody is at the helm',
  since: time => `since ${time}`,
  handed: (from, to, time) => `Handed over by ${from} to ${to}, ${time}:`,
  wouldSay: 'What your colleague will read:',
  toFillIn: what => `${what}, to be filled in`,
  nothing: 'to be filled in',
  roleUnknown: 'this role is not in the team of the plan',
  responsibilities: text => `Responsibilities: ${text}`,
  available: (who, text) => `Availability, ${who}: ${text}`,
  numbered: (at, text) => `${at}. ${text}`,
  called: (outcome, time) => `${outcome} ${time}`,
  callOf: (time, outcome, by, note) => `${time} ${outcome}, noted by ${by}${note && `: ${note}`}`,
  approves: role => `Approval of ${role}`,
  blanks: count => `${count} contact${s(count)} to fill in`,
  awaited: role => `approval awaited: ${role}`,
};

const approval: PeopleWords['approval'] = {
  waiting: 'approval awaited',
  optional: 'approval not required here',
  verified: {
    go: (person, time) => `GO verified, by ${person} ${time}`,
    'no-go': (person, time) => `NO-GO verified, by ${person} ${time}`,
  },
  attested: {
    go: (person, time) => `GO attested, said by ${person} ${time}`,
    'no-go': (person, time) => `NO-GO attested, said by ${person} ${time}`,
  },
};

const summary: PeopleWords['summary'] = {
  runs: (what, elapsed) => `Running: ${what}, for ${elapsed}.`,
  held: reason => `On hold${reason && `: ${reason}`}.`,
  waits: what => `Waits for: ${what}.`,
  late: stages => `Late: ${stages}.`,
  stage: (stage, open) => `${stage} (${open} to do)`,
  unproved: count => `Prerequisites to prove: ${count}.`,
  unsent: messages => `To send: ${messages}.`,
  doubtful: messages => `Perhaps sent, to be checked: ${messages}.`,
  alert: text => `Alert: ${text}`,
  note: (text, by, time) => `Note by ${by}, ${time}: ${text}`,
};

const handOver: PeopleWords['handOver'] = {
  handsYou: who => `${who} hands you the helm.`,
  back: to => `You had handed the helm to ${to}.`,
};

export const people: PeopleWords = {
  title: 'Team and contacts',
  page,
  approval,
  summary,
  handOver,
};
