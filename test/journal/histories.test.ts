/**
 * Histories written by earlier versions. They must keep folding to the same state for ever: a change
 * that turns one red needs a new `journalVersion`, never a new expectation.
 */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factSchema } from '../../machines/entries.ts';
import { readJournal } from '../../src/journal/chain.ts';
import type { Plan } from '../../src/plan/types.ts';
import { summary } from './summary.ts';

const folder = new URL('../histories/', import.meta.url);
const read = (name: string): string => fs.readFileSync(new URL(name, folder), 'utf8');
const names = fs.readdirSync(folder).filter(name => name.endsWith('.jsonl'));

/** Some histories are of a plan of their own. */
function planOf(name: string): Plan {
  const own = name.replace('.jsonl', '.plan.json');
  const isThere = fs.existsSync(new URL(own, folder));
  return JSON.parse(read(isThere ? own : 'plan.json'));
}

describe.each(names)('the history %s', name => {
  const journal = read(name);

  it('is whole', () => {
    const { damage, torn } = readJournal(journal);
    expect({ damage, torn }).toEqual({ damage: undefined, torn: undefined });
  });

  it('folds to the state it always had, with the same effects on the way', () => {
    const expected = JSON.parse(read(name.replace('.jsonl', '.expected.json')));
    expect(summary(planOf(name), journal)).toEqual(expected);
  });
});

it('every type of entry is in some history', () => {
  const types = names.flatMap(name => readJournal(read(name)).entries.map(entry => entry.type));
  const known = factSchema.options.map(option => option.shape.type.value);
  expect([...new Set(types)].sort()).toEqual([...known].sort());
});
