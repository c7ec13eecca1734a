/** The page in its versions: made once for all, and not too often. */
import { describe, expect, it } from 'vitest';
import { createEditions } from '../../src/serve/editions.ts';
import { usualLimits } from '../../src/serve/limits.ts';
import type { Page } from '../../src/serve/types.ts';

const atOnce = { ...usualLimits, pace: 0, ease: 0, slowestPace: 0 };

/** More than any test takes. */
const minute = 60_000;

const page = (n: number): Page => ({ version: `v${n}`, html: `<p>${n}</p>`, json: () => `${n}` });

describe('a version', () => {
  it('is made once for all who ask meanwhile, and once more for what changed in between', async () => {
    const makings: PromiseWithResolvers<Page>[] = [];
    const editions = createEditions(() => {
      const making = Promise.withResolvers<Page>();
      makings.push(making);
      return making.promise;
    }, atOnce);
    const first = [editions.current(), editions.current()];
    editions.outdate();
    first.push(editions.current());
    expect(makings).toHaveLength(1);
    makings[0]!.resolve(page(1));
    expect((await Promise.all(first)).map(({ version }) => version)).toEqual(['v1', 'v1', 'v1']);
    const second = [editions.current(), editions.current()];
    expect(makings).toHaveLength(2);
    makings[1]!.resolve(page(2));
    expect((await Promise.all(second)).map(({ version }) => version)).toEqual(['v2', 'v2']);
    await editions.current();
    expect(makings).toHaveLength(2);
  });

  it('is encoded once, in each form that somebody asks for', async () => {
    const editions = createEditions(async () => page(1), atOnce);
    const edition = await editions.current();
    expect(String(await edition.bytes('html', false))).toBe('<p>1</p>');
    expect(String(await edition.bytes('json', false))).toBe('1');
    expect(await edition.bytes('html', false)).toBe(await edition.bytes('html', false));
    expect(await edition.bytes('json', true)).toBe(await edition.bytes('json', true));
  });

  it('stays the same where nothing changed but the news', async () => {
    const editions = createEditions(async () => page(1), atOnce);
    const edition = await editions.current();
    editions.outdate();
    expect(await editions.current()).toBe(edition);
  });

  it('that failed is no version: the next who asks has it made', async () => {
    const answers = [Promise.reject(new Error('no journal')), Promise.resolve(page(1))];
    const editions = createEditions(() => answers.shift()!, atOnce);
    await expect(editions.current()).rejects.toThrow('no journal');
    expect(editions.isOutdated()).toBe(true);
    expect(await editions.current()).toMatchObject({ version: 'v1' });
  });
});

describe('versions', () => {
  it('are made less often, the longer one takes to make', async () => {
    const limits = { ...atOnce, ease: 1000, slowestPace: 1000 * minute };
    const editions = createEditions(async () => {
      await new Promise(resolve => setTimeout(resolve, 20));
      return page(1);
    }, limits);
    await editions.current();
    editions.outdate();
    expect(editions.due()).toBeGreaterThan(10_000);
  });

  it('are made less often, the more older ones are still on their way', async () => {
    let made = 0;
    const limits = { ...atOnce };
    const editions = createEditions(async () => page(++made), limits);
    const dues: number[] = [];
    const releases: (() => void)[] = [];
    for (let n = 1; n <= 4; n++) {
      editions.outdate();
      Object.assign(limits, { pace: 0, slowestPace: 0 });
      releases.push(editions.hold(await editions.current()));
      Object.assign(limits, { pace: minute, slowestPace: 4 * minute });
      dues.push(Math.ceil(editions.due() / minute));
    }
    expect([made, dues]).toEqual([4, [1, 2, 4, 4]]);
    for (const release of releases) release();
    expect(editions.due()).toBeLessThanOrEqual(minute);
  });
});
