import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked, readMasked } from '../../../src/engine/outcome/secrets.ts';

describe('masked', () => {
  it('covers every occurrence, byte for byte', () => {
    const output = Buffer.from('user=ops pass=hunter22 again hunter22\n');
    expect(masked(output, ['hunter22']).toString()).toBe('user=ops pass=******** again ********\n');
  });

  it('leaves output without secrets as it is, and secrets too short to be told from text', () => {
    const output = Buffer.from('an ordinary line\n');
    expect(masked(output, ['hunter22', 'an'])).toBe(output);
  });
});

describe('readMasked (FAULTS 42)', () => {
  it('never shows a secret, wherever a piece begins or ends', async () => {
    const secret = 'sésame-ouvre-toi';
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 80 }), async (offset, bytes) => {
        const file = Buffer.from(`before ${secret} between ${secret}${secret} after`);
        const read = async (from: number, length: number) => file.subarray(from, from + length);
        const shown = await readMasked(read, offset, bytes, [secret]);
        const whole = masked(file, [secret]);
        expect(shown.equals(whole.subarray(offset, offset + bytes))).toBe(true);
      }),
    );
  });
});
