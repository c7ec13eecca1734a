/**
 * Histories written by earlier versions. They must keep folding to the same state for ever: a change
 * that turns one red needs a new `journalVersion`, never a new expectation.
 */
import { describe, expect, it } from 'vitest';
import { factSchema } from '../../machines/entries.ts';
import { readJournal } from '../../src/journal/chain.ts';
import { histories, planOf, textOf } from './golden.ts';
import { summary } from './summary.ts';

describe.each(histories)('the history %s', name => {
  const journal = textOf(`${name}.jsonl`);

  it('is whole', () => {
    const { damage, torn } = readJournal(journal);
    expect({ damage, torn }).toEqual({ damage: undefined, torn: undefined });
  });

  it('folds to the state it always had, with the same effects on the way', () => {
    const expected = JSON.parse(textOf(`${name}.expected.json`));
    expect(summary(planOf(name), journal)).toEqual(expected);
  });
});

it('every type of entry is in some history', () => {
  const types = histories.flatMap(name =>
    readJournal(textOf(`${name}.jsonl`)).entries.map(entry => entry.type),
  );
  const known = factSchema.options.map(option => option.shape.type.value);
  expect([...new Set(types)].sort()).toEqual([...known].sort());
});
