/** What must hold of one job: its runs, its outcome, its bytes. */
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import { codeOf, type PlannedCommand } from '../plan.ts';
import type { Story } from '../story.ts';
import { bytesOf, jobFile, type LedgerLine } from './records.ts';

type Start = EntryOf<'job.started'>;
type Exit = EntryOf<'job.exited'>;

/** Everything that is wrong with one job. */
export function outcomeFaults(
  story: Story,
  entries: readonly Entry[],
  ledger: readonly LedgerLine[],
  start: Start,
  ended: boolean,
): string[] {
  const { job } = start;
  const planned = story.plan.commands.get(`${start.step}#${start.command}`)!;
  const mine = entries.filter(entry => 'job' in entry && entry.job === job);
  const outcomes = mine.filter(({ type }) => /\.(exited|revoked|doubted)$/.test(type));
  const words = ledger.filter(line => line.job === job).map(line => line.word);
  const output = bytesOf(jobFile(story.folder, job, 'output'));
  const troubled = mine.some(({ type }) => type === 'job.doubted' || type === 'job.orphaned');
  const last = outcomes[0];
  const faults = [
    told(words.filter(word => word === 'begin').length > 1, 'it ran more than once'),
    told(outcomes.length > 1, `it has ${outcomes.length} outcomes`),
    told(ended && outcomes.length === 0, 'it has no outcome'),
    told(troubled && !story.harmed.has(job), 'it is in doubt, and nobody harmed it'),
    told(last?.type === 'job.revoked' && words.length > 0, 'it was revoked and ran'),
    told(!startsWith(planned.output, output), 'its output is not what it prints'),
    ...(last?.type === 'job.exited' ? exitFaults(story, last, planned, words, output) : []),
  ];
  return faults.flat().map(fault => `${job}: ${fault}`);
}

function exitFaults(
  { folder }: Story,
  exit: Exit,
  planned: PlannedCommand,
  words: readonly string[],
  output: Buffer,
): string[][] {
  const script = bytesOf(jobFile(folder, exit.job, 'script')).toString();
  const code = codeOf(script);
  return [
    told(words.join() !== 'begin,end', `it exited, and ran “${words.join()}”`),
    told(exit.code !== code, `it exited with ${exit.code}, not ${code}`),
    told(exit.ok !== planned.ok.includes(code), `code ${code} was taken for ok=${exit.ok}`),
    told(exit.size !== planned.output.length, `its size is said to be ${exit.size}`),
    told(!output.equals(planned.output), 'its output is not whole'),
  ];
}

const told = (wrong: boolean, fault: string): string[] => (wrong ? [fault] : []);

const startsWith = (whole: Buffer, part: Buffer): boolean =>
  whole.subarray(0, part.length).equals(part);
