import { expect, it } from 'vitest';
import { series } from '../../../src/probes/site/series.ts';

/** Work whose ends the test decides. */
function piecework() {
  const running: (() => void)[] = [];
  let begun = 0;
  const work = () => {
    begun += 1;
    const name = begun;
    return new Promise<number>(resolve => running.push(() => resolve(name)));
  };
  return {
    work,
    running,
    begun: () => begun,
    end: (index: number) => running.splice(index, 1)[0]!(),
  };
}

const turn = () => new Promise(resolve => setImmediate(resolve));

it('does no more at once than its width, and begins one when another ends', async () => {
  const { work, running, begun, end } = piecework();
  const done = series(5, 2, new AbortController().signal, work);
  expect(running).toHaveLength(2);
  end(1);
  await turn();
  expect([running.length, begun()]).toEqual([2, 3]);
  while (running.length > 0) {
    end(0);
    await turn();
  }
  expect(await done).toEqual([2, 1, 3, 4, 5]);
});

it('begins none after the signal, and leaves out those that it cut', async () => {
  const { work, begun, end } = piecework();
  const signal = new AbortController();
  const done = series(5, 2, signal.signal, work);
  end(0);
  await turn();
  signal.abort();
  end(0);
  end(0);
  expect(await done).toEqual([1]);
  expect(begun()).toBe(3);
});

it('is nothing when there is nothing to do', async () => {
  expect(await series(0, 4, new AbortController().signal, () => Promise.resolve(1))).toEqual([]);
});
