/** What whoever follows a job keeps of its output: when it came, and where its secrets stand. */
import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covered, secretSearch } from '../../src/engine/outcome/secrets.ts';
import { pauseAt } from '../../src/jobs/following.ts';
import { markLine, maskLine, parseSeen } from '../../src/jobs/seen.ts';
import type { Following, Seen, SeenMask } from '../../src/jobs/types.ts';
import { until, type Workshop, workshops } from './workshop.ts';

const shop = workshops();
const secret = 'sesame-ouvre-toi';

/** Follows a job as the engine does; ends with the test at the latest. */
function follow(id: string, secrets: readonly string[] = [], stop = new AbortController()) {
  return shop.current.jobs.follow(id, secretSearch(secrets), stop.signal);
}

async function seenOf({ jobs }: Workshop, id: string): Promise<Seen> {
  return (await jobs.seen(id)) ?? { marks: [], masks: [] };
}

const sizes = ({ marks }: Seen): number[] => marks.map(({ size }) => size);

async function ended(id: string, following: Following): Promise<Seen> {
  await shop.current.jobs.wait(id);
  await following.end();
  return seenOf(shop.current, id);
}

/** A command that goes on once the test has made `go-N`. */
const pause = (number: number): string => `until [ -e go-${number} ]; do sleep 0.02; done`;
const go = (number: number): void => fs.writeFileSync(`${shop.current.home}/go-${number}`, '');

describe('the marks', () => {
  test('tell when the output grew, from the beginning to the last byte', async () => {
    const before = Date.now();
    const id = await shop.current.launch(`echo one; ${pause(1)}; echo two; ${pause(2)}; echo end`);
    const following = follow(id);
    await until(async () => sizes(await seenOf(shop.current, id)).includes(4), 'one was seen');
    go(1);
    await until(async () => sizes(await seenOf(shop.current, id)).includes(8), 'two was seen');
    go(2);
    const { marks, masks } = await ended(id, following);
    expect(marks[0]).toMatchObject({ began: true });
    expect(marks.filter(({ began }) => began)).toHaveLength(1);
    expect(marks.at(-1)!.size).toBe('one\ntwo\nend\n'.length);
    expect(marks.at(-1)!.at).toBeLessThanOrEqual(Date.now());
    expect(marks[0]!.at).toBeGreaterThanOrEqual(before);
    expect(masks).toEqual([]);
  });

  test('a command without a word leaves no file; nor is any made where the folder is gone', async () => {
    const { current } = shop;
    const id = await current.launch('true');
    const following = follow(id);
    await ended(id, following);
    expect(fs.existsSync(current.file(id, 'seen'))).toBe(false);
    expect(await current.jobs.seen(id)).toBeNull();
    await follow('0099-none').end();
    expect(fs.existsSync(current.file('0099-none', ''))).toBe(false);
  });

  test('whoever follows anew says so, with the size found then', async () => {
    const id = await shop.current.launch(`echo one; ${pause(1)}; echo two; ${pause(2)}; echo end`);
    const first = new AbortController();
    const left = follow(id, [], first);
    await until(async () => sizes(await seenOf(shop.current, id)).includes(4), 'one was seen');
    first.abort();
    await left.end();
    go(1);
    await until(() => shop.current.output(id) === 'one\ntwo\n', 'two was written');
    const again = follow(id);
    await until(async () => sizes(await seenOf(shop.current, id)).includes(8), 'two was found');
    go(2);
    const { marks } = await ended(id, again);
    const began = marks.filter(one => one.began).map(({ size }) => size);
    expect(began).toHaveLength(2);
    expect(began[1]).toBe(8);
    expect(marks.at(-1)!.size).toBe(12);
  });

  test('nothing is written once its follower is told to leave', async () => {
    const { current } = shop;
    const id = await current.launch(`echo one; ${pause(1)}; echo two`);
    const stop = new AbortController();
    const following = follow(id, [], stop);
    await until(() => fs.existsSync(current.file(id, 'seen')), 'something was seen');
    stop.abort();
    const then = current.read(id, 'seen');
    go(1);
    await current.jobs.wait(id);
    await following.end();
    expect(current.read(id, 'seen')).toBe(then);
  });

  test('not even by a look that had begun', async () => {
    const { current } = shop;
    const { id } = await current.run('echo one');
    const stop = new AbortController();
    const find = (): SeenMask[] => {
      stop.abort();
      return [];
    };
    await current.jobs.follow(id, { longest: 4, find, unfinished: () => 0 }, stop.signal).end();
    expect(fs.existsSync(current.file(id, 'seen'))).toBe(false);
  });

  test('a torn or foreign end is cut by the next who follows, and disturbs nobody', async () => {
    const { current } = shop;
    const { id } = await current.run('echo one');
    await follow(id).end();
    const whole = current.read(id, 'seen');
    fs.appendFileSync(current.file(id, 'seen'), 'mark 17645');
    expect(sizes(await seenOf(current, id))).toEqual([4]);
    fs.appendFileSync(current.file(id, 'output'), 'late\n');
    await follow(id).end();
    expect(current.read(id, 'seen')).toMatch(new RegExp(`^${whole}began \\d+ 9\n$`));
  });

  test.each([
    ['less', secret, [secret]],
    ['more', `and more than there was: ${secret}`, [secret]],
    ['less, and nobody looks for secrets', 'short', []],
  ])('an output that its command empties, to write %s, is told anew', async (_, text, secrets) => {
    const { current } = shop;
    const script = `echo a long first line; ${pause(1)}; : > /dev/stdout; echo '${text}'`;
    const id = await current.launch(script);
    const following = follow(id, secrets);
    await until(async () => sizes(await seenOf(current, id)).includes(18), 'it was seen');
    go(1);
    const { marks, masks } = await ended(id, following);
    expect(sizes({ marks, masks }).filter(size => size > 0)).toEqual([text.length + 1]);
    const wanted = secrets.map(({ length }) => ({ offset: text.indexOf(secret), length }));
    expect(masks).toEqual(wanted);
  });
});

test('there are some 10,000 marks at most after five hours, however often the output grew', () => {
  let looks = 0;
  for (let age = 0; age < 5 * 3_600_000; age += pauseAt(age)) looks += 1;
  expect([looks, pauseAt(0), pauseAt(-1)]).toEqual([expect.closeTo(9200, -3), 250, 250]);
});

describe('the file', () => {
  test('is private in a private home, and the group’s in a shared one, whatever the umask', async () => {
    const { current } = shop;
    const own = await current.run('echo one');
    await follow(own.id).end();
    expect(modeOf(current.file(own.id, 'seen'))).toBe(0o600);
    const shared = await current.run('echo one');
    fs.chmodSync(current.file(shared.id, ''), 0o2770);
    const umask = process.umask(0o077);
    try {
      await follow(shared.id).end();
    } finally {
      process.umask(umask);
    }
    expect(modeOf(current.file(shared.id, 'seen'))).toBe(0o660);
  });

  test('that cannot be written costs the job nothing', async () => {
    const { current } = shop;
    const id = await current.prepare('echo one');
    // A folder in its place: not even root could write there.
    fs.mkdirSync(current.file(id, 'seen'));
    const following = follow(id);
    current.jobs.launch(id, { PATH: process.env.PATH! });
    expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 0 });
    await following.end();
  });
});

describe('the masks (FAULTS 42)', () => {
  test('cover a secret that comes in two pieces, and neither piece shows before', async () => {
    const [head, tail] = [secret.slice(0, 9), secret.slice(9)];
    const id = await shop.current.launch(
      `printf 'p=${head}'; ${pause(1)}; echo ${tail}; sleep 0.3`,
    );
    const following = follow(id, [secret, 'abc']);
    await until(async () => sizes(await seenOf(shop.current, id)).includes(2), 'p= was seen');
    go(1);
    const { marks, masks } = await ended(id, following);
    expect(masks).toEqual([{ offset: 2, length: secret.length }]);
    expect(sizes({ marks, masks }).filter(size => size > 2 && size < 2 + secret.length)).toEqual(
      [],
    );
    expect(marks.at(-1)!.size).toBe(3 + secret.length);
  });

  test('what looks like the beginning of a secret is shown once nothing more can come', async () => {
    const id = await shop.current.launch(`printf ${secret.slice(0, 5)}`);
    const { marks, masks } = await ended(id, follow(id, [secret]));
    expect([marks.at(-1)!.size, masks]).toEqual([5, []]);
  });

  test('are found wherever they stand in an output of many strides', async () => {
    const { current } = shop;
    const { id } = await current.run('true');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_200_000), { maxLength: 8 }), async offsets => {
        const bytes = Buffer.alloc(1_250_000, 'abcdefgh\n');
        for (const offset of offsets) bytes.write(secret, offset);
        fs.writeFileSync(current.file(id, 'output'), bytes);
        fs.rmSync(current.file(id, 'seen'), { force: true });
        await follow(id, [secret]).end();
        const { masks } = await seenOf(current, id);
        const wanted = parseSeen(
          everyPlace(bytes)
            .map(offset => maskLine({ offset, length: secret.length }))
            .join(''),
        );
        expect(masks).toEqual(wanted.masks);
      }),
      { numRuns: 20 },
    );
  });

  test('an output full of secrets keeps few lines, and shows none of them', async () => {
    const { current } = shop;
    const { id } = await current.run(`yes ${secret} | head -n 120000`);
    await follow(id, [secret]).end();
    const { masks } = await seenOf(current, id);
    const shown = covered(fs.readFileSync(current.file(id, 'output')), masks);
    expect(shown.indexOf(secret)).toBe(-1);
    expect(current.read(id, 'seen').split('\n').length).toBeLessThan(70_000);
  });
});

describe('reading', () => {
  const whole = [
    markLine({ at: 1000, size: 0, began: true }),
    maskLine({ offset: 7, length: 5 }),
    markLine({ at: 1250, size: 20 }),
  ];

  test.each([
    ['nothing', '', 0],
    ['a torn line', 'mark 2000 3', 3],
    ['a torn line that was written on', 'mark 20mark 3000 50\n', 3],
    ['a foreign word', 'sum 1 2\nmark 3000 50\n', 3],
    ['zeros, as a power cut leaves them', '\0\0\0\0\n', 3],
    ['a figure too large', `mark 2000 ${'9'.repeat(16)}\n`, 3],
  ])('ends at %s', (_, end, lines) => {
    const kept = lines === 0 ? '' : whole.join('');
    const seen = parseSeen(kept + end);
    expect(seen.goodBytes).toBe(kept.length);
    expect(sizes(seen)).toEqual(lines === 0 ? [] : [0, 20]);
  });

  test('a smaller size ends what was known before it', () => {
    const anew = [markLine({ at: 1500, size: 0 }), markLine({ at: 1500, size: 9 })];
    const { marks, masks } = parseSeen([...whole, ...anew].join(''));
    expect([sizes({ marks, masks }), masks]).toEqual([[0, 0, 9], []]);
  });

  test('times and sizes only grow, masks are in order and apart, whatever was written', () => {
    const line = fc.oneof(
      fc.record({ at: fc.nat(5000), size: fc.nat(100) }).map(markLine),
      fc.record({ offset: fc.nat(100), length: fc.nat(20) }).map(maskLine),
    );
    fc.assert(
      fc.property(fc.array(line), lines => {
        const { marks, masks } = parseSeen(lines.join(''));
        expect(marks.map(({ at }) => at)).toEqual(
          marks.map(({ at }) => at).toSorted((a, b) => a - b),
        );
        expect(sizes({ marks, masks })).toEqual(sizes({ marks, masks }).toSorted((a, b) => a - b));
        for (const [at, mask] of masks.slice(1).entries())
          expect(mask.offset).toBeGreaterThan(masks[at]!.offset + masks[at]!.length);
      }),
    );
  });
});

function everyPlace(bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(secret); at >= 0; at = bytes.indexOf(secret, at + secret.length))
    places.push(at);
  return places;
}

const modeOf = (file: string): number => fs.statSync(file).mode & 0o777;
