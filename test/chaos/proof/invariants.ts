/** What must hold of a run, whatever was done to it: after every resume, and at the end. */
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import type { Story } from '../story.ts';
import { outcomeFaults } from './outcomes.ts';
import { entriesOf, jobFolders, type LedgerLine, ledgerOf } from './records.ts';

const decided: ReadonlySet<string> = new Set([
  'step.retried',
  'step.amended',
  'step.accepted',
  'step.skipped',
  'step.reopened',
]);

/** Everything that is wrong with a run so far, in words; `ended`: nothing of it lives any more. */
export function violations(story: Story, ended: boolean): string[] {
  const entries = entriesOf(story.folder);
  const ledger = ledgerOf(story.folder);
  const starts = entries.filter((entry): entry is EntryOf<'job.started'> => isStart(entry));
  return [
    ...gaps(entries),
    ...helmFaults(entries),
    ...unaskedDecisions(entries, story),
    ...unaskedStarts(entries),
    ...unknownRuns(ledger, starts),
    ...jobFolders(story.folder)
      .filter(job => !starts.some(start => start.job === job))
      .map(job => `${job}: its folder was built, its start is not journaled`),
    ...starts.flatMap(start => outcomeFaults(story, entries, ledger, start, ended)),
  ];
}

const isStart = (entry: Entry): boolean => entry.type === 'job.started';

const gaps = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ seq }, at) => (seq === at ? [] : [`entry ${seq} stands at place ${at}`]));

/** Nobody takes the helm before the last holder let go, or was found dead. */
function helmFaults(entries: readonly Entry[]): string[] {
  const turns = entries.filter(({ type }) => type === 'helm.taken' || type === 'helm.released');
  return turns.flatMap(({ type, seq }, at) =>
    (type === 'helm.taken') === (at % 2 === 0) ? [] : [`entry ${seq}: ${type} out of turn`],
  );
}

function unaskedDecisions(entries: readonly Entry[], { decisions }: Story): string[] {
  const made = entries.filter(({ type }) => decided.has(type));
  return made
    .filter(({ seq }) => !decisions.has(seq))
    .map(({ seq, type }) => `entry ${seq}: ${type}, which nobody decided`);
}

/** One attempt at each command, and another only after a revocation or a decision. */
function unaskedStarts(entries: readonly Entry[]): string[] {
  const tried = new Map<string, string>();
  const faults: string[] = [];
  const forget = (about: (job: string, step: string) => boolean): void => {
    for (const [key, job] of tried) if (about(job, key.split('#')[0]!)) tried.delete(key);
  };
  for (const entry of entries) {
    if (entry.type === 'job.revoked') forget(job => job === entry.job);
    if (entry.type === 'step.retried' || entry.type === 'step.amended') {
      forget((_, step) => step === entry.step);
    }
    if (entry.type === 'step.reopened') forget((_, step) => isFromOn(step, entry.step));
    if (entry.type !== 'job.started') continue;
    const key = `${entry.step}#${entry.command}`;
    if (tried.has(key)) faults.push(`${entry.job}: a new attempt that nothing allowed`);
    tried.set(key, entry.job);
  }
  return faults;
}

/** Is the step `from`, or a later one of its phase? */
function isFromOn(step: string, from: string): boolean {
  const [phase, number] = step.split('.');
  const [ofPhase, first] = from.split('.');
  return phase === ofPhase && Number(number) >= Number(first);
}

function unknownRuns(ledger: readonly LedgerLine[], starts: readonly EntryOf<'job.started'>[]) {
  return ledger
    .filter(line => !starts.some(start => start.job === line.job && start.step === line.step))
    .map(line => `${line.job}: it ran in step ${line.step}, its start is not journaled`);
}
