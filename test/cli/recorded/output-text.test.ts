import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readable, readEnds } from '../../../src/cli/recorded/output-text.ts';

const reading = (bytes: Buffer) => async (offset: number, length: number) =>
  bytes.subarray(offset, offset + length);

const ends = async (text: string, head: number, tail: number) => {
  const bytes = Buffer.from(text);
  const found = await readEnds(reading(bytes), bytes.length, { head, tail });
  return [found.head.toString(), found.omitted, found.tail.toString()];
};

describe('of an output that is too long, its two ends', () => {
  it('are cut between lines', async () => {
    expect(await ends('un\ndeux\ntrois\nquatre\n', 9, 10)).toEqual(['un\ndeux\n', 6, 'quatre\n']);
  });

  it('are cut between characters where a line has no end', async () => {
    expect(await ends('éééééééé', 5, 5)).toEqual(['éé', 8, 'éé']);
  });

  it('are all of it where it is short enough', async () => {
    expect(await ends('un\ndeux\n', 8, 0)).toEqual(['un\ndeux\n', 0, '']);
  });

  test('are whole characters, and lose no byte without counting it', async () => {
    const text = fc.stringMatching(/^[aé€😀]{1,80}$/u);
    await fc.assert(
      fc.asyncProperty(text, fc.nat(40), fc.nat(40), async (line, head, tail) => {
        const bytes = Buffer.from(line);
        const found = await readEnds(reading(bytes), bytes.length, { head, tail });
        expect(found.head.length + found.omitted + found.tail.length).toBe(bytes.length);
        const shown = found.head.toString() + found.tail.toString();
        expect(shown).not.toContain('\ufffd');
        expect(bytes.subarray(0, found.head.length)).toEqual(found.head);
      }),
    );
  });
});

describe('what is read of bytes', () => {
  it.each([
    ['colours and titles', '\x1b[31mrouge\x1b[0m \x1b]0;titre\x07fin', 'rouge fin'],
    ['a progress bar', ' 10 %\r 50 %\r100 %\nfini', '100 %\nfini'],
    ['lines of another system', 'un\r\ndeux\r\n', 'un\ndeux\n'],
    ['a reversed name', 'facture\u202etxt.exe', 'facturetxt.exe'],
    ['bytes that are no text', Buffer.from([0x61, 0xff, 0x62, 0, 0x63]), 'a\ufffdbc'],
    ['C1 controls', 'a\u009b31mb\u0085c', 'abc'],
  ])('is what a terminal shows in the end: %s', (_what, raw, text) => {
    expect(readable(Buffer.from(raw), [])).toBe(text);
  });

  it('covers a secret, and one that a colour parts', () => {
    expect(readable(Buffer.from('clé s3cr3t, s3\x1b[1mcr3t\x1b[0m.'), ['s3cr3t'])).toBe(
      'clé ******, ******.',
    );
  });

  it('has as many lines as the bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), array => {
        const bytes = Buffer.from(array);
        const lines = bytes.toString().split('\n').length;
        expect(readable(bytes, []).split('\n')).toHaveLength(lines);
        expect(readable(bytes, [])).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
      }),
    );
  });

  it('takes long lines piece by piece, and cuts no sequence in two', () => {
    const line = `${'é'.repeat(505)}\x1b[38;5;196mrouge\x1b[0m`.repeat(20);
    expect(readable(Buffer.from(line), [])).toBe(`${'é'.repeat(505)}rouge`.repeat(20));
  });

  it('costs in proportion, even of bytes that begin a sequence and never end it', () => {
    const began = performance.now();
    readable(Buffer.from('\u0090'.repeat(200_000)), []);
    // Looked at character by character from each of them it would be minutes.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
