import { render } from 'ink-testing-library';
import { describe, expect, it } from 'vitest';
import { Header } from '../../../src/cockpit/components/header.tsx';
import { LookContext } from '../../../src/cockpit/look.tsx';
import type { Mood } from '../../../src/cockpit/theme.ts';
import { wordsOf } from '../../../src/locale/locale.ts';
import type { ScreenView } from '../../../src/view/types.ts';
import { view } from '../sample.ts';

function headerText(
  changes: Partial<ReturnType<typeof view>['header']>,
  mood: Mood,
  { color = false, columns = 100, alerted = false, watch = null as ScreenView['watch'] } = {},
) {
  const { header } = view();
  const look = { words: wordsOf('fr'), theme: { ascii: false, color, mood } };
  const { lastFrame, unmount } = render(
    <LookContext value={look}>
      <Header
        header={{ ...header, ...changes }}
        columns={columns}
        running={false}
        observer=""
        alerted={alerted}
        watch={watch}
      />
    </LookContext>,
  );
  const text = lastFrame() ?? '';
  unmount();
  return text;
}

describe('the header', () => {
  it('names the environment, always', () => {
    expect(headerText({ environment: 'rehearsal' }, 'plain')).toMatch(/^ REHEARSAL /);
  });

  it('production is unmistakable without any colour (convention 11)', () => {
    const text = headerText({ environment: 'production', protected: true }, 'protected');
    expect(text).toMatch(/^ !! PRODUCTION !! /);
  });

  it('a rollback stands beside the environment, never in its place', () => {
    const text = headerText(
      { environment: 'production', protected: true, rollingBack: true },
      'rollback',
    );
    expect(text).toMatch(/^ !! PRODUCTION !! {2}!! RETOUR ARRIÈRE !! /);
  });

  it('at 80 columns keeps until when one can go back, once an alert has the line of deadlines', () => {
    const { figures } = view().header;
    const until = figures.at(-1)!.text;
    expect(until).toContain('retour possible');
    expect(headerText({}, 'plain', { columns: 80 })).not.toContain(until);
    const progress = headerText({}, 'plain', { columns: 80, alerted: true }).split('\n')[1]!;
    expect(progress.trimEnd().endsWith(until)).toBe(true);
    expect(progress).toContain('13/75 actions');
    expect(progress.length).toBeLessThanOrEqual(80);
  });

  it('its bar gives way to the figures', () => {
    const figures = [
      '33/76 actions',
      'phase 4/8',
      'coupure 0 h 00, ferme à 21:00',
      'retour possible jusqu’à 20:30',
    ];
    const told = figures.map(text => ({ text, tone: 'normal' as const }));
    const progress = headerText({ figures: told, forecast: '' }, 'plain').split('\n')[1]!;
    expect(progress.trimEnd()).toMatch(/ jusqu’à 20:30$/);
  });

  it('a plan that is only read has no environment', () => {
    expect(headerText({ environment: '' }, 'plain')).not.toMatch(/^ {3}/);
  });
});

describe('whom an observer watches', () => {
  const parts = ['ops@bastion (pts/3) à la barre', 'vu il y a 2 s', 'rien de neuf depuis 42 s'];
  const details = 'depuis 06:12';
  const watch = { text: [...parts, details].join(' · '), tone: 'normal' as const };
  const third = (columns: number, more = watch) =>
    headerText({}, 'plain', { columns, watch: more }).split('\n')[2]?.trim();

  it('has a line of its own, at every size; only whole parts of it, the first ones', () => {
    expect(third(100)).toBe(watch.text);
    expect(third(80)).toBe(parts.join(' · '));
    const long = `le cockpit de ${'x'.repeat(80)} a disparu`;
    expect(third(80, { ...watch, text: `${long} · ce qui tourne continue` })).toMatch(
      /^le cockpit .*x…$/,
    );
  });

  it('takes nothing from where we are, nor from how far; it is said once', () => {
    const [first, second] = headerText({}, 'plain', { columns: 120 }).split('\n');
    const [one, two] = headerText({}, 'plain', { columns: 120, watch }).split('\n');
    expect(first).toContain('ops@bastion');
    expect(one).not.toContain('ops@bastion');
    expect(one).toContain(view().header.title);
    expect(two).toBe(second);
  });

  it('the driver has no such line', () => {
    expect(headerText({}, 'plain').split('\n')).toHaveLength(2);
  });

  it('a figure longer than the row that is kept at any price takes the place of the bar', () => {
    const figures = [
      { text: '24/76 steps', tone: 'normal' as const },
      { text: `rollback possible until 29/11 00:27 ${'x'.repeat(50)}`, tone: 'good' as const },
    ];
    const text = headerText({ figures, forecast: '' }, 'plain', { columns: 80, alerted: true });
    expect(text).toContain('rollback possible until 29/11 00:27');
  });
});
