import { describe, expect, it } from 'vitest';
import { blank } from '../../../machines/records/run.ts';
import { changed, filling, without } from '../../../machines/records/shelf.ts';

const mark = { verdict: 'pass', at: '', by: 'ops' } as const;

describe('the maps of a context', () => {
  it('are copied when they change, so that whoever holds one sees it stay', () => {
    const before = { a: 1, b: 2 };
    expect(changed(before, { b: undefined, c: 3 })).toEqual({ a: 1, c: 3 });
    expect(before).toEqual({ a: 1, b: 2 });
  });

  it('lose keys in a copy as well', () => {
    const before = { a: 1, b: 2 };
    expect([without(before, ['b', 'c']), before]).toEqual([{ a: 1 }, { a: 1, b: 2 }]);
  });

  it('are filled in place by a fold that begins with its own, or long folds would be quadratic', () => {
    const context = blank();
    const filled = filling(context, () => changed(context.marks, { 'P1.1': mark }));
    expect(filled).toBe(context.marks);
    expect(filling(context, () => changed(context.checks, { V: 'j' }))).toBe(context.checks);
  });

  it('are copied again once that fold has returned, or thrown', () => {
    const context = blank();
    filling(context, () => {});
    expect(changed(context.marks, { 'P1.1': mark })).not.toBe(context.marks);
    const fail = () => {
      throw new Error('stop');
    };
    expect(() => filling(context, fail)).toThrow('stop');
    expect(changed(context.steps, {})).not.toBe(context.steps);
  });
});
