import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, excerptOf, type Output } from '../../../src/engine/outcome/excerpt.ts';
import { clean } from '../../../src/view/scene/clean.ts';

function outputOf(text: string, secrets: readonly string[] = []): Output {
  const file = Buffer.from(text);
  const read = async (offset: number, bytes: number) => file.subarray(offset, offset + bytes);
  return { size: file.length, read, secrets };
}

const long = 'x'.repeat(300);
const red = '\u001b[31m';
const green = '\u001b[32m';
const plain = '\u001b[0m';

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
  ['in colour, which is left out', `${red}error\n`, { first: 'error', last: ['error'] }],
  [
    'a line that counts none is no error',
    `errors: 0\n${green}0${plain} errors, 0 failures\naucune erreur\nError 1\n`,
    {
      first: 'Error 1',
      last: ['errors: 0', '0 errors, 0 failures', 'aucune erreur', 'Error 1'],
    },
  ],
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
  [
    'a long line, from the error itself, not from what looks like it',
    `terraform ${long} ERROR: quota ${long}\n`,
    {
      first: `${'x'.repeat(49)} ERROR: quota ${'x'.repeat(137)}`,
      last: [`terraform ${'x'.repeat(190)}`],
    },
  ],
  [
    'a long line in colour, as far as it is seen',
    `${`${red}x${plain}`.repeat(100)} ERROR: quota\n`,
    { first: `${'x'.repeat(100)} ERROR: quota`, last: [`${'x'.repeat(100)} ERROR: quota`] },
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
  const table = `+--------+----------+
| city   | count(*) |
+--------+----------+
| Lyon   |       12 |
+--------+----------+
`;

  it.each([
    ['nothing, of nothing', '', undefined],
    ['nothing, of blanks, rules and colours', `\n \t\n+----+\n${red}${plain}\n`, undefined],
    ['the last line with something on it', 'looking\n12 GB left\n\n', '12 GB left'],
    ['the last row of a table, without its padding', table, 'Lyon | 12'],
    ['a line in words of any script', 'ok\nготово\n---\n', 'готово'],
    ['not in colours', `${green}12${plain} GB ${red}left${plain}\n`, '12 GB left'],
    ['not a figure of a colour', `12 GB\n${green}----${plain}\n`, '12 GB'],
    ['nothing further up than five lines', `12\n${'--\n'.repeat(5)}`, undefined],
    ['at most 200 characters', long, 'x'.repeat(200)],
  ])('is %s', async (_, text, expected) => {
    expect(await evidenceOf(outputOf(text))).toBe(expected);
  });

  it('covers secrets', async () => {
    expect(await evidenceOf(outputOf('key=hunter22\n', ['hunter22']))).toBe('key=********');
  });
});

describe('a secret that invisible characters split', () => {
  const secret = 'hunter22';
  const invisible = [
    '\u001b[1;31m',
    '\u001b[K',
    '\u001b]0;title\u0007',
    '\u001b]8;;http://x\u001b\\',
    '\u001b7',
    '\u001b(B',
    '\u009b1m',
    '\u0000',
    '\b',
    '\u200b',
    '\u202e',
  ];

  it.each(invisible.map(between => [JSON.stringify(between), between]))(
    'is covered around %s, also as views show it',
    async (_, between) => {
      const split = `${secret.slice(0, 3)}${between}${secret.slice(3)}`;
      const output = outputOf(`error: key=${split}\n`, [secret]);
      const evidence = await evidenceOf(output);
      const excerpt = await excerptOf(output);
      for (const line of [evidence, excerpt?.first, ...(excerpt?.last ?? [])]) {
        expect(line).toBe('error: key=********');
        expect(clean(line!)).toBe(line);
      }
    },
  );

  it('is covered before the line is cut', async () => {
    const text = `${'x'.repeat(195)}hun${red}ter22\n`;
    expect(await evidenceOf(outputOf(text, [secret]))).toBe(`${'x'.repeat(195)}*****`);
  });
});
