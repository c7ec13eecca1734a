import { statSync } from 'node:fs';
import { storeHome } from '../store/home.ts';
import { readJournalFile } from '../store/journal-file.ts';
import { runPaths } from '../store/run-folder.ts';
import { exitCodes, print, say } from './failure.ts';
import { runNamed } from './find-run.ts';
import type { CommandInput } from './program.ts';

/** `bascule verify`: the journal's chain, recomputed. Exit 1 when it is damaged. */
export async function verify(
  { options, words }: CommandInput<{ json?: boolean }>,
  part?: string,
): Promise<number> {
  const run = runNamed(storeHome(process.env, options.home), part, words);
  const { journal } = runPaths(run.folder);
  const bytes = readJournalFile(journal);
  const { entries, damage, torn } = bytes;
  const code = damage ? exitCodes.failed : exitCodes.done;
  if (options.json) {
    const report = { version: 1, run: run.id, entries: entries.length, hash: bytes.lastHash };
    print(JSON.stringify({ ...report, damage: damage ?? null, torn: torn ?? null }, null, 2));
    return code;
  }
  if (damage) say(words.verify.damaged(run.id, damage.line, damage.why));
  else print(words.verify.whole(run.id, entries.length));
  if (torn) say(words.verify.torn(statSync(journal).size - torn.fromByte));
  return code;
}
