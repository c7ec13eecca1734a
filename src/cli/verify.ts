import { statSync } from 'node:fs';
import { createJobs } from '../jobs/jobs.ts';
import type { JournalReading } from '../journal/chain.ts';
import type { CliWords } from '../locale/cli.ts';
import { storeHome } from '../store/home.ts';
import { readJournalFile } from '../store/journal-file.ts';
import { runPaths } from '../store/run-folder.ts';
import { exitCodes, print, say } from './failure.ts';
import type { CommandInput } from './program.ts';
import { runToSee } from './recorded/which-run.ts';
import { type OutputsVerified, verifyOutputs } from './verifying/outputs.ts';
import { findWitness, type Witnessed, witnessGiven } from './verifying/witness.ts';

export interface VerifyOptions {
  json?: boolean;
  /** The beginning of a hash that somebody kept. */
  witness?: string;
}

/** What was looked at, and found. */
interface Verified {
  run: string;
  journal: string;
  reading: JournalReading;
  outputs: OutputsVerified;
  /** What was asked for, and the entry; null for neither. */
  witness: { given: string; found: Witnessed | null } | null;
}

/**
 * `bascule verify`: the journal's chain, recomputed, and the outputs, as they were when their commands ended. Exit 1
 * when something is damaged, or the witness is not in the journal.
 */
export async function verify(
  { options, words, language = 'en' }: CommandInput<VerifyOptions>,
  part?: string,
): Promise<number> {
  const given = options.witness === undefined ? null : witnessGiven(options.witness, words);
  const { id, folder } = runToSee(storeHome(process.env, options.home), part, words);
  const { journal, jobs } = runPaths(folder);
  const reading = readJournalFile(journal);
  const outputs = await verifyOutputs(reading.entries, createJobs({ folder: jobs }));
  const found = given === null ? null : findWitness(folder, reading, given, language);
  const witness = given === null ? null : { given, found };
  const verified = { run: id, journal, reading, outputs, witness };
  if (options.json) print(JSON.stringify(asData(verified), null, 2));
  else tell(verified, words);
  return isGood(verified) ? exitCodes.done : exitCodes.failed;
}

function isGood({ reading, outputs, witness }: Verified): boolean {
  return !reading.damage && outputs.damaged.length === 0 && witness?.found !== null;
}

function asData({ run, reading, outputs, witness }: Verified) {
  const { entries, lastHash: hash, damage = null, torn = null } = reading;
  const told = { version: 1, run, entries: entries.length, hash, damage, torn, outputs };
  return witness ? { ...told, witness: witness.found } : told;
}

/** What is good on standard output, what is not on standard error. */
function tell({ run, journal, reading, outputs, witness }: Verified, { verify }: CliWords): void {
  const { entries, lastHash, damage, torn } = reading;
  if (damage) say(verify.damaged(run, damage.line, damage.why));
  else print(verify.whole(run, entries.length));
  print(verify.hash(lastHash));
  if (torn) say(verify.torn(statSync(journal).size - torn.fromByte));
  const { checked, unrecorded, interactive, damaged } = outputs;
  print(verify.outputs(checked));
  if (unrecorded > 0) print(verify.unrecorded(unrecorded - interactive, interactive));
  for (const { job, line, file, why, expected = '', found = '' } of damaged) {
    say(verify.output(job, line, file, verify.whys[why](expected, found)));
  }
  if (!witness) return;
  const { given, found } = witness;
  if (found) print(verify.witness(found.seq, found.line, found.at, found.by, found.text));
  else say(verify.noWitness(given));
}
