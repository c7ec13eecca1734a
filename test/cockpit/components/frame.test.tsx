import { render } from 'ink-testing-library';
import type { ComponentProps } from 'react';
import { expect, test } from 'vitest';
import { Frame } from '../../../src/cockpit/components/frame.tsx';
import { LookContext } from '../../../src/cockpit/look.tsx';
import type { Theme } from '../../../src/cockpit/theme.ts';
import { wordsOf } from '../../../src/locale/locale.ts';

type FrameProps = ComponentProps<typeof Frame>;

function drawn(theme: Partial<Theme>, props: Partial<FrameProps> = {}): string[] {
  const look = {
    theme: { color: false, ascii: false, mood: 'plain', ...theme } as const,
    words: wordsOf('fr'),
  };
  const { lastFrame, unmount } = render(
    <LookContext value={look}>
      <Frame
        title="1 Plan"
        width={24}
        height={4}
        focused={false}
        hangs={false}
        bottom
        rows={['one'.padEnd(20)]}
        {...props}
      />
    </LookContext>,
  );
  const lines = (lastFrame() ?? '').split('\n');
  unmount();
  return lines;
}

test('a frame has a title, its rows and blank rows up to its height', () => {
  expect(drawn({})).toEqual([
    '┌─ 1 Plan ─────────────┐',
    '│ one                  │',
    '│                      │',
    '└──────────────────────┘',
  ]);
});

test('the focused one is told by a sign', () => {
  expect(drawn({}, { focused: true })[0]).toBe('┌▶ 1 Plan ─────────────┐');
  expect(drawn({ ascii: true }, { focused: true })[0]).toBe('+> 1 Plan -------------+');
});

test('a note stands at its right end, and a long title gives way', () => {
  const note = { text: '04:41' };
  expect(drawn({}, { note })[0]).toBe('┌─ 1 Plan ────── 04:41 ─┐'.replace('──────', '─────'));
  expect(drawn({}, { note, title: 'Exécution des migrations' })[0]).toMatch(/… .* 04:41 ─┐$/);
});

test('a note too long is cut, in ASCII too', () => {
  const note = { text: '✗ il manque : sauvegarde' };
  expect(drawn({}, { note })[0]).toContain('✗ il manque :…');
  expect(drawn({ ascii: true }, { note })[0]).toMatch(/^[\x20-\x7e]{24}$/);
});

test('hanging frames continue the sides of the one above; an open one leaves its bottom to the next', () => {
  expect(drawn({}, { hangs: true, bottom: false })).toEqual([
    '├─ 1 Plan ─────────────┤',
    '│ one                  │',
    '│                      │',
    '│                      │',
  ]);
});

test.each([
  ['protected', '┏━ 1 Plan ━━━━━━━━━━━━━┓', '*= 1 Plan =============*'],
  ['rollback', '╔═ 1 Plan ═════════════╗', '#= 1 Plan =============#'],
] as const)('%s frames look like no other', (mood, lines, ascii) => {
  expect(drawn({ mood })[0]).toBe(lines);
  expect(drawn({ mood, ascii: true })[0]).toBe(ascii);
});
