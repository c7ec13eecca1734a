/** What a run's folder says, read without the program's own code. */
import fs from 'node:fs';
import path from 'node:path';
import type { Entry } from '../../../machines/entries.ts';

/** A line that a command wrote about itself. */
export interface LedgerLine {
  step: string;
  job: string;
  word: 'begin' | 'end';
}

/** Bytes of a file; none when there is no such file. */
export function bytesOf(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

export const journalFile = (folder: string): string => path.join(folder, 'journal.jsonl');

/** The journal's whole lines; one of zeros, as a power cut leaves it, is none. */
export function wholeLines(folder: string): Buffer {
  const bytes = bytesOf(journalFile(folder));
  const zeros = bytes.indexOf(0);
  const text = zeros < 0 ? bytes : bytes.subarray(0, zeros);
  return text.subarray(0, text.lastIndexOf(10) + 1);
}

export function entriesOf(folder: string): Entry[] {
  return linesOf(wholeLines(folder)).map(line => JSON.parse(line) as Entry);
}

export function ledgerOf(folder: string): LedgerLine[] {
  return linesOf(bytesOf(path.join(folder, 'ledger'))).map(line => {
    const [step = '', job = '', word] = line.split(' ');
    return { step, job, word: word as LedgerLine['word'] };
  });
}

const linesOf = (bytes: Buffer): string[] => bytes.toString().split('\n').filter(Boolean);

export const jobFile = (folder: string, job: string, name: string): string =>
  path.join(folder, 'jobs', job, name);

/** Folders of jobs, oldest first; those being built are left out. */
export function jobFolders(folder: string): string[] {
  const jobs = path.join(folder, 'jobs');
  if (!fs.existsSync(jobs)) return [];
  return fs
    .readdirSync(jobs)
    .filter(name => /^\d/.test(name))
    .sort();
}
