import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playerOf } from '../../../src/cli/recorded/output-player.ts';
import { readable } from '../../../src/cli/recorded/output-text.ts';

const playing = (text: string, marks: [at: number, size: number][]) => {
  const bytes = Buffer.from(text);
  const shown = readable(bytes, []);
  const points = playerOf(
    bytes,
    shown,
    marks.map(([at, size]) => ({ at, size })),
    1000,
  );
  return points.map(({ at, characters }) => [at, shown.slice(0, characters)]);
};

describe('how an output appeared', () => {
  it('line by line, and within a line', () => {
    expect(
      playing('un\ndeux\n', [
        [1100, 3],
        [1200, 5],
        [1300, 8],
      ]),
    ).toEqual([
      [1000, ''],
      [1100, 'un\n'],
      [1200, 'un\nde'],
      [1300, 'un\ndeux\n'],
    ]);
  });

  it('in characters, though its bytes are more, and some of them are not seen', () => {
    expect(
      playing('é\x1b[31mà\x1b[0m\nfin', [
        [1100, 7],
        [1200, 14],
      ]),
    ).toEqual([
      [1000, ''],
      [1100, 'é'],
      [1200, 'éà\n'],
    ]);
  });

  it('says nothing twice, and nothing beyond its end', () => {
    expect(
      playing('un\ndeux\n', [
        [1100, 3],
        [1200, 3],
        [1300, 8],
        [1400, 900],
      ]),
    ).toEqual([
      [1000, ''],
      [1100, 'un\n'],
      [1300, 'un\ndeux\n'],
    ]);
  });

  it('in no more than 2,000 points, the last of them the whole', () => {
    const text = 'ligne\n'.repeat(10_000);
    const marks = Array.from({ length: 10_000 }, (_, at) => ({
      at: at + 1000,
      size: (at + 1) * 6,
    }));
    const points = playerOf(Buffer.from(text), text, marks, 1000);
    expect(points.length).toBeLessThanOrEqual(2000);
    expect(points.at(-1)).toEqual({ at: 10_999, characters: text.length });
  });

  it('only ever grows, whatever was printed', () => {
    const sizes = fc.array(fc.nat(300), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), sizes, (array, given) => {
        const bytes = Buffer.from(array);
        const text = readable(bytes, []);
        const marks = given.toSorted((a, b) => a - b).map((size, at) => ({ at: 1000 + at, size }));
        const points = playerOf(bytes, text, marks, 1000);
        const counts = points.map(({ characters }) => characters);
        expect(counts).toEqual(counts.toSorted((a, b) => a - b));
        expect(counts.at(-1)).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
