import { expect, test } from 'vitest';
import { enteredFigure } from '../../src/view/entered-figure.ts';

test.each([
  ['312', 312, ''],
  [' 99,95 % ', 99.95, '%'],
  ['1.2s', 1.2, 's'],
  ['-3', -3, ''],
  ['0,125', 0.125, ''],
  ['12 tickets/jour', 12, 'tickets/jour'],
  ['1 200 ms', 1200, 'ms'],
  ['12\u202f500', 12500, ''],
  ['4 erreurs', 4, 'erreurs'],
] as const)('%j is a figure', (text, value, unit) => {
  expect(enteredFigure(text)).toEqual({ value, unit });
});

test.each(['', 'abc', '%', '1e9', '1E-9', '12,500', '1.200', '1,200.5', '3-4', '1 20'])(
  '%j is none, or could be two',
  text => {
    expect(enteredFigure(text)).toBeNull();
  },
);
