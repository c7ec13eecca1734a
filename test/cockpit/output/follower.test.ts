import { describe, expect, test } from 'vitest';
import { OutputFollower } from '../../../src/cockpit/output/follower.ts';
import { pageFrom, type Viewport } from '../../../src/cockpit/output/page.ts';
import { textOf } from '../../../src/cockpit/output/window.ts';
import { errorPattern } from '../../../src/locale/error-words.ts';
import { SampleSource } from '../sample.ts';

const viewport: Viewport = { width: 40, height: 5, color: false, ascii: false, maxRows: 40 };
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `line ${from + at}\n`).join('');

async function following(text: string | Buffer) {
  const source = new SampleSource();
  source.print('job', text);
  const follower = new OutputFollower(source, () => {});
  follower.show('job');
  await follower.look(1);
  return { source, follower };
}

const page = ({ state }: OutputFollower) =>
  state.anchor ? pageFrom(state.window, state.anchor, viewport) : [];

describe('following an output', () => {
  test('reads its end, and counts its lines', async () => {
    const { follower, source } = await following(lines(0, 20_000));
    expect(textOf(follower.state.window.lines.at(-1)!)).toBe('line 19999');
    expect(follower.state).toMatchObject({ lines: 20_000, exact: true });
    expect(follower.state.window.end - follower.state.window.start).toBeLessThanOrEqual(65_536);
    source.print('job', 'more\n');
    await follower.look(2);
    expect(follower.state).toMatchObject({ lines: 20_001, exact: true, grewAt: 2 });
  });

  test('says that a flood is a guess, and counts it later', async () => {
    const { follower } = await following(Buffer.from('0123456789abcde\n'.repeat(500_000)));
    expect(follower.state.exact).toBe(false);
    expect(Math.abs(follower.state.lines - 500_000)).toBeLessThan(500);
    for (let turn = 0; turn < 60 && !follower.state.exact; turn++) await follower.look(2);
    expect(follower.state).toMatchObject({ lines: 500_000, exact: true });
  });

  test('of a run that plays again it goes back with it, and counts anew', async () => {
    const { follower, source } = await following(lines(0, 1_000));
    await follower.scroll(-10, viewport);
    source.keep('job', lines(0, 3).length);
    await follower.look(2);
    expect(follower.state).toMatchObject({ lines: 3, exact: true, anchor: null, missed: 0 });
    expect(follower.state.window.lines.map(textOf)).toEqual(['line 0', 'line 1', 'line 2']);
    source.keep('job', 0);
    await follower.look(3);
    expect(follower.state).toMatchObject({ size: 0, lines: 0, looked: true });
  });

  test('turned to another output while it looks, it looks at that one', async () => {
    const { follower, source } = await following(lines(0, 3));
    source.print('other', 'theirs\n');
    const looking = follower.look(2);
    follower.show('other');
    await looking;
    expect(follower.state).toMatchObject({ job: 'other', lines: 1, looked: true });
  });

  test('scrolling up pauses, says what came since, and the end resumes', async () => {
    const { follower, source } = await following(lines(0, 1_000));
    await follower.scroll(-10, viewport);
    expect(page(follower)[0]).toBe('line 985');
    source.print('job', lines(1_000, 1_007));
    await follower.look(2);
    expect(follower.state.missed).toBe(7);
    expect(page(follower)[0]).toBe('line 985');
    await follower.follow();
    expect(follower.state.anchor).toBeNull();
  });

  test('scrolls through all of a long output without losing a line', async () => {
    const { follower } = await following(lines(0, 30_000));
    let seen = '';
    for (let turn = 0; turn < 200; turn++) {
      await follower.scroll(-100, viewport);
      seen = page(follower)[0]!;
    }
    expect(seen).toBe(`line ${29_995 - 200 * 100}`);
    await follower.top(viewport);
    expect(page(follower)[0]).toBe('line 0');
  });

  test('scrolling down to the end follows again', async () => {
    const { follower } = await following(lines(0, 100));
    await follower.scroll(-3, viewport);
    await follower.scroll(3, viewport);
    expect(follower.state.anchor).toBeNull();
  });

  test('jumps between errors, in both directions, however far', async () => {
    const text = `${lines(0, 20_000)}SQLSTATE[HY000] base absente\n${lines(0, 20_000)}Échec de la migration\n${lines(0, 20_000)}`;
    const { follower } = await following(text);
    expect(await follower.find(errorPattern, 'backward', viewport)).toBe(true);
    expect(page(follower)[0]).toBe('Échec de la migration');
    expect(await follower.find(errorPattern, 'backward', viewport)).toBe(true);
    expect(page(follower)[0]).toBe('SQLSTATE[HY000] base absente');
    expect(await follower.find(errorPattern, 'backward', viewport)).toBe(false);
    expect(await follower.find(errorPattern, 'forward', viewport)).toBe(true);
    expect(page(follower)[0]).toBe('Échec de la migration');
  });

  test.each([
    ['counts of none', '0 errors, 0 failures\nerreurs : 0\n\x1b[32m0\x1b[0m échec\n'],
    ['what a progress bar overwrote', '50% failed: 3\rdone\n'],
  ])('jumps over %s', async (_, none) => {
    const { follower } = await following(`Error 1\n${none}${lines(0, 50)}${none}`);
    expect(await follower.find(errorPattern, 'backward', viewport)).toBe(true);
    expect(page(follower)[0]).toBe('Error 1');
    expect(await follower.find(errorPattern, 'forward', viewport)).toBe(false);
  });

  test('an error in colour is found', async () => {
    const { follower } = await following(`one\n\x1b[31mError\x1b[0m 1\n${lines(0, 50)}`);
    expect(await follower.find(errorPattern, 'backward', viewport)).toBe(true);
    expect(page(follower)[0]).toBe('Error 1');
  });

  test('another job starts anew', async () => {
    const { follower } = await following(lines(0, 10));
    follower.show('other');
    expect(follower.state).toMatchObject({ job: 'other', size: 0, lines: 0 });
  });

  test('a source that fails now is asked again later', async () => {
    const { follower, source } = await following('one\n');
    const { outputSize } = source;
    source.outputSize = async () => {
      throw new Error('EIO');
    };
    await follower.look(2);
    source.outputSize = outputSize;
    source.print('job', 'two\n');
    await follower.look(3);
    expect(follower.state.lines).toBe(2);
  });
});
