import { expect, onTestFinished, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { failedView } from '../panes/hard-views.ts';
import { view } from '../sample.ts';

const calm = {
  text: "ops@bastion (pts/3) à la barre · vu à l'instant · rien de neuf depuis 42 s",
  tone: 'normal' as const,
};
const sizes = [
  [80, 24],
  [120, 36],
] as const;

async function observing(options: ScreenOptions = {}) {
  const screen = await openScreen({
    readOnly: true,
    view: { ...view(), choices: [], watch: calm },
    ...options,
  });
  onTestFinished(() => screen.close());
  return screen;
}

const rows = (frame: string) => frame.split('\n');

test.each(sizes)(
  'at %i×%i an observer always reads whom they watch, and loses no line of the frame',
  async (columns, height) => {
    const screen = await observing({ columns, rows: height });
    const frame = rows(screen.frame());
    expect(frame).toHaveLength(height);
    expect(frame[0]).toContain('OBSERVATEUR');
    expect(frame[0]).toContain('EN COURS');
    expect(frame[2]?.trim()).toBe(calm.text);
    expect(frame[1]).toContain('13/75 actions');
    expect(frame.at(-1)).toContain('q ');
    // On every page.
    for (const key of ['l', 't', 'i']) {
      await screen.send(key);
      const page = rows(screen.frame());
      expect(page).toHaveLength(height);
      expect(page[2]?.trim()).toBe(calm.text);
      await screen.send('\x1b');
    }
  },
);

test.each(sizes)('at %i×%i a failure is read in full beside it', async (columns, height) => {
  const screen = await observing({
    columns,
    rows: height,
    view: { ...failedView(), choices: [], watch: calm },
  });
  const frame = rows(screen.frame());
  expect(frame).toHaveLength(height);
  expect(frame[2]?.trim()).toBe(calm.text);
  const { status, lines, returnLeft, people, timing } = failedView().current!.card!;
  for (const said of [status, lines[0]!.text.slice(0, 50), returnLeft.text, people[0]!.who, timing])
    expect(screen.frame()).toContain(said);
});

test('without anybody to watch there is no such line', async () => {
  const screen = await observing({ view: { ...view(), choices: [] } });
  expect(rows(screen.frame())[2]).toMatch(/^┌/);
});
