/** The page of what must be true before the day. */
import type { prerequisites as french } from '../../fr/around/prerequisites.ts';

export const prerequisites: typeof french = {
  title: 'Prerequisites',
  none: 'The plan has no prerequisites.',
  proved: (count, total) => `${count} of ${total} proved`,
  waived: count => `${count} waived`,
  owed: count => `${count} to prove`,
  badges: {
    open: 'to prove',
    pass: 'proved',
    fail: 'refused',
    waived: 'waived',
    checking: 'being checked',
  },
  byPerson: (who, when) => `by ${who} ${when}`,
  byCommand: when => `by command ${when}`,
  byRun: (run, date) => `by run ${run} of ${date}`,
  waivedBecause: (reason, who, when) => `Waived: ${reason} (${who} ${when})`,
  evidence: (run, environment, date) => `Proof: ${run}, ${environment}, ended ${date}`,
  command: script => `Command: ${script}`,
  wanted: what => `Would be proved by ${what}.`,
  run: where => `a run of this very plan, completed ${where}`,
  rollback: where => `a rollback of this very plan, validated ${where}`,
  in: environment => `in ${environment}`,
  elsewhere: 'in another environment',
  byWord: 'Proved by a person’s word.',
  candidate: (run, environment, date) => `Possible proof: ${run}, ${environment}, ended ${date}`,
  noCandidate: 'No earlier run proves it.',
  overrules: 'The command said otherwise: say why it is good all the same.',
};
