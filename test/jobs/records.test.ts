import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseClaim, parseOutcome, refusalIn, revocationText } from '../../src/jobs/records.ts';

const witness = fc.record({
  pid: fc.integer({ min: 1, max: 4_194_304 }),
  start: fc.nat().map(String),
  boot: fc.uuid(),
});
type Witness = Parameters<typeof parseOutcome>[1];
const named = (by: Witness) => `pid=${by.pid} start=${by.start} boot=${by.boot}`;
const record = (code: number, by: Witness, rest: string) =>
  `${`v1 code=${code} ${named(by)} ${rest}END`.padEnd(511)}\n`;
const code = fc.integer({ min: 0, max: 255 });

test('a whole record is read back, with or without its size', () => {
  fc.assert(
    fc.property(code, witness, fc.maxSafeNat(), fc.nat(), (status, by, size, at) => {
      const full = record(status, by, `size=${size} at=${at} `);
      expect(parseOutcome(full, by)).toEqual({ code: status, size, at });
      expect(parseOutcome(record(status, by, ''), by)).toEqual({
        code: status,
        size: null,
        at: null,
      });
    }),
  );
});

test('a record that was cut anywhere, or has another byte anywhere in its words, is not read', () => {
  fc.assert(
    fc.property(code, witness, fc.nat(), (status, by, cut) => {
      const full = record(status, by, 'size=12 at=34 ');
      expect(parseOutcome(full.slice(0, cut % full.length), by)).toBeNull();
      const at = cut % full.indexOf('END');
      expect(parseOutcome(`${full.slice(0, at)}\0${full.slice(at + 1)}`, by)).toBeNull();
    }),
  );
});

test('a record is of its own witness only', () => {
  fc.assert(
    fc.property(code, witness, witness, (status, by, other) => {
      fc.pre(named(by) !== named(other));
      expect(parseOutcome(record(status, by, ''), other)).toBeNull();
    }),
  );
});

test('claims', () => {
  fc.assert(
    fc.property(witness, fc.string({ unit: 'binary' }), (by, why) => {
      expect(parseClaim(`v1 run ${named(by)}\n`)).toEqual({ kind: 'run', witness: by });
      expect(parseClaim(`v1 run ${named(by)}`)).toEqual({ kind: 'damaged' });
      expect(parseClaim(revocationText(why)).kind).toBe('revoked');
    }),
  );
});

test('the reason in a log is the refusal, else the last thing said', () => {
  expect(refusalIn('')).toBeUndefined();
  expect(refusalIn(`${' '.repeat(511)}\n`)).toBeUndefined();
  expect(refusalIn('not started: no space   \nlater\n')).toBe('no space');
  expect(refusalIn(`${' '.repeat(511)}\nsh: 9: Cannot fork\n`)).toBe('sh: 9: Cannot fork');
});
