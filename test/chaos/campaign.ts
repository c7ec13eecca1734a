/** Many runs, each tormented until it ends; and what was wrong with them. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chance } from './chance.ts';
import type { Kill } from './harm/deeds.ts';
import { torment } from './torment.ts';

export interface Tally {
  runs: number;
  resumes: number;
  decisions: number;
  kills: Record<Kill, number>;
  /** Jobs by what became of them. */
  ends: Record<'exited' | 'revoked' | 'doubted', number>;
  torn: number;
  /** What was wrong, each with the seed of its run. */
  violations: string[];
}

export interface Campaign {
  kills: number;
  seed: number;
  /** Runs that go on at the same time. */
  width: number;
  /** Kills in one run, at most. */
  each: number;
  told?: (tally: Tally) => void;
}

/** What is that wrong is wrong everywhere: more of the same would tell nothing. */
const enough = 20;

/** Torments runs until so many kills have hit. A run that went wrong leaves its folder behind. */
export async function campaign({ kills, seed, width, each, told }: Campaign): Promise<Tally> {
  const tally = blank();
  let next = seed;
  const one = async (own: number): Promise<void> => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), `bascule-chaos-${own}-`));
    const faults = await torment({ home, chance: chance(own), tally, each }).catch(error => [
      String(error instanceof Error ? error.stack : error),
    ]);
    tally.runs += 1;
    tally.violations.push(...faults.map(fault => `seed ${own}, ${home}: ${fault}`));
    if (faults.length === 0) fs.rmSync(home, { recursive: true, force: true });
    told?.(tally);
  };
  const worker = async (): Promise<void> => {
    while (hits(tally) < kills && tally.violations.length < enough) await one(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return tally;
}

export const hits = ({ kills }: Tally): number =>
  Object.values(kills).reduce((sum, count) => sum + count, 0);

const blank = (): Tally => ({
  runs: 0,
  resumes: 0,
  decisions: 0,
  kills: { cockpit: 0, wrapper: 0, group: 0, hup: 0, term: 0 },
  ends: { exited: 0, revoked: 0, doubted: 0 },
  torn: 0,
  violations: [],
});
