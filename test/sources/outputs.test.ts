/** What is shown of outputs to whoever does not drive: with the secrets, and without. */
import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretSearch } from '../../src/engine/outcome/secrets.ts';
import { createOutputs } from '../../src/sources/outputs.ts';
import { workshops } from '../jobs/workshop.ts';

const shop = workshops();
const secret = 'sesame-ouvre-toi';
const stars = '*'.repeat(secret.length);

/** A job that ended, and what a cockpit with these secrets kept of it; `null`: nobody followed. */
async function ranWith(script: string, secrets: readonly string[] | null): Promise<string> {
  const { current } = shop;
  const { id } = await current.run(script);
  const signal = new AbortController().signal;
  if (secrets) await current.jobs.follow(id, secretSearch(secrets), signal).end();
  return id;
}

/** All that may be shown, and what is said of the rest. */
async function shownOf(id: string, secrets: readonly string[] | null) {
  const outputs = createOutputs(shop.current.jobs, secrets);
  const size = await outputs.size(id);
  const text = (await outputs.read(id, 0, 1000)).toString();
  return { size, text, remark: outputs.remark(id) };
}

const append = (id: string, text: string): void =>
  fs.appendFileSync(shop.current.file(id, 'output'), text);

describe('where the secrets are known', () => {
  test('everything is shown, the secrets covered', async () => {
    const id = await ranWith(`echo p=${secret}`, [secret]);
    append(id, `late ${secret}\n`);
    const text = `p=${stars}\nlate ${stars}\n`;
    expect(await shownOf(id, [secret])).toEqual({ size: text.length, text, remark: null });
  });

  test('a secret that was changed since stays covered where it was found', async () => {
    const id = await ranWith(`echo old=${secret} new=another-one`, [secret]);
    expect(await shownOf(id, ['another-one'])).toMatchObject({
      text: `old=${stars} new=***********\n`,
    });
  });

  test('when it came is not known where nobody followed; of nothing, nothing is said', async () => {
    const id = await ranWith('echo one', null);
    const outputs = createOutputs(shop.current.jobs, []);
    expect(await shownOf(id, [])).toMatchObject({
      text: 'one\n',
      remark: { why: 'untimed', bytes: 4 },
    });
    expect([outputs.remark(id), await outputs.seen(id)]).toEqual([null, null]);
    expect(await shownOf(await ranWith('true', null), [])).toEqual({
      size: 0,
      text: '',
      remark: null,
    });
  });
});

describe('where some secrets are not known (FAULTS 42)', () => {
  test('only what the driver’s cockpit looked through is shown, covered as it was found', async () => {
    const id = await ranWith(`echo p=${secret}`, [secret]);
    append(id, `late ${secret}\n`);
    const text = `p=${stars}\n`;
    const remark = { why: 'withheld', bytes: 6 + secret.length };
    expect(await shownOf(id, null)).toEqual({ size: text.length, text, remark });
  });

  test('nothing is, where nobody looked', async () => {
    const id = await ranWith('echo one', null);
    const remark = { why: 'withheld', bytes: 4 };
    expect(await shownOf(id, null)).toEqual({ size: 0, text: '', remark });
    expect(await shownOf('0099-none', null)).toEqual({ size: 0, text: '', remark: null });
  });

  test('nor of an output that was written anew since', async () => {
    const id = await ranWith(`echo p=${secret}; echo ${secret}`, [secret]);
    fs.writeFileSync(shop.current.file(id, 'output'), `other ${secret}\n`);
    const remark = { why: 'withheld', bytes: 7 + secret.length };
    expect(await shownOf(id, null)).toEqual({ size: 0, text: '', remark });
  });

  test('what is kept later is shown later', async () => {
    const { current } = shop;
    const id = await ranWith('echo one', []);
    const outputs = createOutputs(current.jobs, null);
    expect(await outputs.size(id)).toBe(4);
    append(id, 'two\n');
    await current.jobs.follow(id, null, new AbortController().signal).end();
    expect([await outputs.size(id), outputs.remark(id)]).toEqual([8, null]);
    expect(await outputs.seen(id)).toMatchObject({
      marks: [{ size: 4 }, { size: 8, began: true }],
    });
  });
});

test('a piece is the same with the secrets and without, wherever it begins and ends', async () => {
  const id = await ranWith(`printf '%s' 'a ${secret}${secret} b ${secret} c'`, [secret]);
  const [known, unknown] = [[secret], null].map(one => createOutputs(shop.current.jobs, one));
  await fc.assert(
    fc.asyncProperty(fc.nat(70), fc.nat(80), async (offset, bytes) => {
      const piece = await known!.read(id, offset, bytes);
      expect((await unknown!.read(id, offset, bytes)).toString()).toBe(piece.toString());
      expect(piece.toString()).not.toMatch(/[d-z]/);
    }),
  );
});
