import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { note, writeJournal } from './journals.ts';
import { temporaryFolder } from './temporary.ts';
import { canTrace, traced } from './traced.ts';

const folder = temporaryFolder();

/** The system calls on files under `root`, in order, as `name path` with the path shortened. */
function callsUnder(root: string, what: string, where: string): string[] {
  return traced('durable-writer.ts', [what, where]).calls.flatMap(call => {
    const name = /^\d+ +([a-z]+)/.exec(call)?.[1] ?? '';
    const at = call.indexOf(root);
    if (at === -1) return [];
    const [, rest = ''] = /^([^>"]*)/.exec(call.slice(at + root.length)) ?? [];
    const short = rest.replace(/\.new-[0-9a-f-]+/, '.new').replace(/^\//, '');
    return [`${name.replace('pwrite', 'write')} ${short}`.trim()];
  });
}

describe.runIf(canTrace)(
  'FAULTS 35: a power cut finds on the disk what was said to be there',
  () => {
    it('a run folder: each file, then its folder, then its name; a new home likewise', () => {
      const root = folder();
      expect(callsUnder(root, 'run', path.join(root, 'home'))).toEqual([
        'fsync',
        'fsync home',
        'write home/runs/.new/plan.md',
        'fsync home/runs/.new/plan.md',
        'write home/runs/.new/environment.yaml',
        'fsync home/runs/.new/environment.yaml',
        'fsync home/runs/.new',
        'rename home/runs/.new',
        'fsync home/runs',
      ]);
    });

    it('progress.json: the bytes before the name', () => {
      const root = folder();
      expect(callsUnder(root, 'progress', path.join(root, 'progress.json'))).toEqual([
        'write progress.json.new',
        'fsync progress.json.new',
        'rename progress.json.new',
        'fsync',
      ]);
    });

    it('a torn line: kept aside before it is cut', () => {
      const root = folder();
      const { file, bytes } = writeJournal(root, [note('x')]);
      fs.truncateSync(file, bytes.length - 5);
      expect(callsUnder(root, 'torn', file)).toEqual([
        'write journal.torn-0',
        'fsync journal.torn-0',
        'fsync',
        'ftruncate journal.jsonl',
        'fsync journal.jsonl',
      ]);
    });
  },
);
