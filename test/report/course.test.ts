import { describe, expect, it } from 'vitest';
import { createFold } from '../../src/journal/fold.ts';
import { createCourse } from '../../src/report/course.ts';
import { histories } from '../journal/golden.ts';
import { history } from './reported.ts';

describe.each(histories)('the course of the history %s', name => {
  const { plan, reading } = history(name);
  const { entries } = reading;

  it('is the same whether its entries come at once or one by one', () => {
    const slowly = createCourse(plan);
    for (let end = 1; end < entries.length; end += 1) slowly.upTo(entries.slice(0, end));
    const { state, ...one } = slowly.upTo(entries);
    const { state: whole, ...other } = createCourse(plan).upTo(entries);
    expect(one).toEqual(other);
    expect(state.context).toEqual(whole.context);
  });

  it('ends where the fold ends', () => {
    const fold = createFold(plan);
    const { state, ignored } = createCourse(plan).upTo(entries);
    const folded = fold.all(entries);
    expect(state.context).toEqual(folded.snapshot.context);
    expect([...ignored]).toEqual(folded.ignored);
  });

  it('never goes back in time', () => {
    const { stands } = createCourse(plan).upTo(entries);
    const times = stands.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
