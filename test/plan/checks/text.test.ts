import { describe, expect, it } from 'vitest';
import { compiled, onDay, said } from '../write.ts';

describe('what a reviewer cannot see', () => {
  it.each([
    ['\0', 'U+0000'],
    ['\x1B', 'U+001B'],
    ['\u202E', 'U+202E'],
  ])('%j is an error', (character, name) => {
    const { diagnostics } = compiled(onDay(`- [ ] Stop ${character}now`));
    expect(diagnostics).toMatchObject([
      { code: 'control-character', severity: 'error', line: 7, column: 12 },
    ]);
    expect(diagnostics[0]?.message).toContain(name);
  });

  it('a file that was not UTF-8 is an error, once', () => {
    expect(said(onDay('- [ ] Arr\uFFFDt imm\uFFFDdiat'))).toEqual(['not-utf8: \uFFFD']);
  });

  it('is said at most twenty times', () => {
    expect(compiled(onDay(`- [ ] ${'\x01'.repeat(500)}a`)).diagnostics).toHaveLength(20);
  });
});
