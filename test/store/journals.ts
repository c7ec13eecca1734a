import fs from 'node:fs';
import path from 'node:path';
import type { Entry, Fact } from '../../machines/entries.ts';
import { openJournal } from '../../src/store/journal-file.ts';

/** A fact that needs no context. */
export const note = (text: string): Fact => ({ type: 'note.added', text });

/** What `run.created` says, for tests that only look at the folder. */
export const created: Fact = {
  type: 'run.created',
  version: 1,
  run: '2026-12-01-demo-rehearsal',
  plan: { title: 'Demo', fingerprint: 'f'.repeat(64), path: 'plan.md' },
  environment: { name: 'rehearsal', fingerprint: 'e'.repeat(64), protected: false },
  date: '2026-12-01',
  timezone: 'Europe/Paris',
  pace: 'step',
  variables: { version: 'v1.0.0' },
  program: '0.1.0',
};

/** Writes a journal of these facts; `at` moves on by one second an entry. */
export function writeJournal(folder: string, facts: Fact[], start = '2026-12-01T05:00:00.000Z') {
  const file = path.join(folder, 'journal.jsonl');
  let seconds = 0;
  const now = () => new Date(Date.parse(start) + 1000 * seconds++);
  const journal = openJournal(file, { createIfMissing: true, now });
  for (const fact of facts) journal.append(fact, 'ops@bastion');
  journal.close();
  return { file, entries: journal.entries as Entry[], bytes: fs.readFileSync(file) };
}

/** Where each line of a journal ends, its newline included. */
export function lineEnds(bytes: Uint8Array): number[] {
  return [...bytes].flatMap((byte, index) => (byte === 10 ? [index + 1] : []));
}
