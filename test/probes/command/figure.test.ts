import { describe, expect, it } from 'vitest';
import { figureOf } from '../../../src/probes/command/figure.ts';

describe('the first number', () => {
  it.each([
    ['12.5', 12.5, ''],
    ['12,5', 12.5, ''],
    ['99.95 %', 99.95, '%'],
    ['99,9\u202F% des requêtes', 99.9, '%'],
    ['100%', 100, '%'],
    ['840ms', 840, 'ms'],
    ['p95: 1.2 s', 1.2, 's'],
    ['3 min', 3, 'min'],
    ['-5', -5, ''],
    ['lag=-0.5', -0.5, ''],
    ['1.5e-3', 0.0015, ''],
    ['web-1 has 12 of 30', 12, ''],
    ['12 sur 30', 12, ''],
    ['220\t500', 220, ''],
    ['20 100', 20, ''],
    ['1\u202F234,5 ms', 1234.5, 'ms'],
    ['12 tickets/jour', 12, ''],
    ['5 h/j', 5, ''],
    ['5GB', 5, ''],
    ['ends with 7.', 7, ''],
  ])('of %j', (line, value, unit) => {
    expect(figureOf(line)).toEqual({ value, unit });
  });

  it.each(['', 'OK', 'p95', '1,234.5', '10.0.0.1', 'v1.2', 'NaN', 'NULL'])(
    'there is none in %j',
    line => {
      expect(figureOf(line)).toBeNull();
    },
  );
});
