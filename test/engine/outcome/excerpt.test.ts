import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, excerptOf, type Output } from '../../../src/engine/outcome/excerpt.ts';

function outputOf(text: string, secrets: readonly string[] = []): Output {
  const file = Buffer.from(text);
  const read = async (offset: number, bytes: number) => file.subarray(offset, offset + bytes);
  return { size: file.length, read, secrets };
}

const long = 'x'.repeat(300);
const red = '\u001b[31m';

const cases = [
  ['nothing', '', undefined],
  ['nothing but blanks and colours', ' \n\t\r\n\u001b[0m\n', undefined],
  [
    'the last five lines with something on them',
    '1\n2\n\n3\n4\n\n5\n6\n',
    { last: ['2', '3', '4', '5', '6'] },
  ],
  [
    'the first line that speaks of an error',
    'begin\n0 terrors\nERROR: no space\nerror: again\nbye',
    {
      first: 'ERROR: no space',
      last: ['begin', '0 terrors', 'ERROR: no space', 'error: again', 'bye'],
    },
  ],
  [
    'in French',
    'Échec : base absente\n',
    { first: 'Échec : base absente', last: ['Échec : base absente'] },
  ],
  ['in colour, which is kept', `${red}error\n`, { first: `${red}error`, last: [`${red}error`] }],
  [
    'a progress bar, as it was left',
    'go\n10% errors: 0\r50% errors: 0\r90% fine\r\nend\n',
    { last: ['go', '90% fine', 'end'] },
  ],
  ['the beginning of a long line', `${long}\n`, { last: ['x'.repeat(200)] }],
  [
    'a long line, from where it speaks of the error',
    `${long} fatal: disk ${long}\n`,
    { first: `${'x'.repeat(49)} fatal: disk ${'x'.repeat(138)}`, last: ['x'.repeat(200)] },
  ],
] as const;

describe('excerptOf', () => {
  it.each(cases)('%s', async (_, text, expected) => {
    expect(await excerptOf(outputOf(text))).toEqual(expected);
  });

  it('looks no further for an error than 16 MB, and finds the end of any output', async () => {
    const filler = 'ordinary line\n'.repeat(1_300_000);
    const found = await excerptOf(outputOf(`${filler}error: late\n`));
    expect(found).toEqual({
      last: [...Array.from({ length: 4 }, () => 'ordinary line'), 'error: late'],
    });
    const near = await excerptOf(
      outputOf(`${filler.slice(0, 15_000_006)}\nerror: in time\n${filler}`),
    );
    expect(near?.first).toBe('error: in time');
  });

  it('FAULTS 42: never holds a secret, wherever the output is cut', async () => {
    const secret = 'sésame-ouvre-toi';
    const filler = fc.nat({ max: 70_000 }).map(size => 'é'.repeat(size));
    await fc.assert(
      fc.asyncProperty(filler, fc.nat({ max: 70_000 }), async (before, after) => {
        const text = `error ${before}${secret} failed\n${'y'.repeat(after)}${secret}\nerror ${secret}`;
        const found = JSON.stringify(await excerptOf(outputOf(text, [secret])));
        expect(found).toContain('***');
        for (let cut = 4; cut <= secret.length; cut++) {
          expect(found).not.toContain(secret.slice(0, cut));
          expect(found).not.toContain(secret.slice(-cut));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('evidenceOf', () => {
  it('is the last line with something on it', async () => {
    expect(await evidenceOf(outputOf('looking\n12 GB left\n\n'))).toBe('12 GB left');
    expect(await evidenceOf(outputOf('\n'))).toBeUndefined();
    expect(await evidenceOf(outputOf('key=hunter22\n', ['hunter22']))).toBe('key=********');
  });
});
