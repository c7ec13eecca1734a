/** The golden histories: journals written by earlier versions, and the plans that they followed. */
import fs from 'node:fs';
import type { Plan } from '../../src/plan/types.ts';

const fileOf = (name: string): URL => new URL(`../histories/${name}`, import.meta.url);

/** Names of the journals, without their ending. */
export const histories: readonly string[] = fs
  .readdirSync(fileOf(''))
  .filter(name => name.endsWith('.jsonl'))
  .map(name => name.replace('.jsonl', ''));

/** The text of a file beside them: `seen.jsonl`, `seen.md`. */
export const textOf = (file: string): string => fs.readFileSync(fileOf(file), 'utf8');

/** The plan of a history, a new object each time: some have one of their own. */
export function planOf(history: string): Plan {
  const own = `${history}.plan.json`;
  return JSON.parse(textOf(fs.existsSync(fileOf(own)) ? own : 'plan.json'));
}
