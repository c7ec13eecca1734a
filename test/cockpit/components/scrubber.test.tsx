import { render } from 'ink-testing-library';
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../../src/cockpit/asking/field.ts';
import { barSpans, Scrubber } from '../../../src/cockpit/components/scrubber.tsx';
import { LookContext } from '../../../src/cockpit/look.tsx';
import { initialUi, type Ui } from '../../../src/cockpit/model/ui.ts';
import { widthOf } from '../../../src/cockpit/text/fit.ts';
import type { PlaybackView } from '../../../src/view/types.ts';
import { lookOf, type Screen, situationOf } from '../panes/situation.ts';
import { view } from '../sample.ts';
import { atClock, moment, SamplePlayback } from '../sample-playback.ts';

/** Rows of the scrubber at an hour of the sample run. */
function drawn(
  clock: string,
  {
    more = {},
    ui = {},
    ...screen
  }: Screen & { more?: Partial<PlaybackView>; ui?: Partial<Ui> } = {},
): string[] {
  const look = screen.look ?? lookOf();
  const s = situationOf(view(), { columns: 100, rows: 36, ...screen, look });
  const { lastFrame, unmount } = render(
    <LookContext value={look}>
      <Scrubber
        ui={{ ...initialUi(false), ...ui }}
        s={s}
        playback={{ ...playedTo(clock), ...more }}
      />
    </LookContext>,
  );
  const rows = (lastFrame() ?? '').split('\n');
  unmount();
  return rows;
}

function playedTo(clock: string, given?: ConstructorParameters<typeof SamplePlayback>[0]) {
  const playback = new SamplePlayback(given);
  playback.seek(atClock(clock));
  return playback.view();
}

describe('the line above the bar', () => {
  test('says how it plays, when it is there, what it passed last, and in which phase', () => {
    const [line] = drawn('07:31:20');
    expect(line).toMatch(
      /^ ▶ lecture ×60 {2}07:31:20 \/ 10:30:00 {3}◌ 07:30:00 12 min de retard à 3\.4 +4 Migration des données/,
    );
  });

  test('says that nothing happens, while that is run through', () => {
    expect(drawn('07:31:20', { more: { idle: 'rien pendant 47 min' } })[0]).toMatch(
      /10:30:00 {3}rien pendant 47 min {3}◌/,
    );
  });

  test('says that it is paused, or over', () => {
    expect(drawn('07:31:20', { more: { playing: false } })[0]).toMatch(/^ ▮▮ pause ×60/);
    expect(drawn('10:30:00', { more: { playing: false } })[0]).toMatch(/^ ■ fin {2}10:30:00/);
    const look = lookOf(true, 'en');
    expect(drawn('07:31:20', { look, more: { playing: false } })[0]).toMatch(/^ \|\| paused x60/);
    expect(drawn('10:30:00', { look, more: { playing: false } })[0]).toMatch(
      /^ \[\] end {2}10:30:00/,
    );
  });

  test('a moment too long for it is cut before the phase', () => {
    const moments = [moment('failure', '07:00:00', `4.2 en échec : ${'x'.repeat(200)}`)];
    const [line] = drawn('07:31:20', { more: { moments, passed: 0 } });
    expect(line).toMatch(/x… 4 Migration des données ?$/);
    expect(widthOf(line!)).toBeLessThanOrEqual(100);
  });

  test('gives way to the field of a time', () => {
    expect(drawn('07:31:20', { ui: { seeking: fieldOf('07:4') } })[0]).toMatch(
      /^ Aller à : 07:4_ {3}07:45 · \+10m · -30s · 50 % · J\+1 08:00/,
    );
    const look = lookOf(false, 'en');
    expect(drawn('07:31:20', { look, ui: { seeking: fieldOf('') } })[0]).toMatch(
      /^ Go to: _ .*D\+1/,
    );
  });
});

/** The bar alone, in `width` cells, without colours. */
const bar = (playback: PlaybackView, width: number, ascii = false) =>
  barSpans(lookOf(ascii), playback, width)
    .map(({ text }) => text)
    .join('');

describe('the bar', () => {
  test('is the whole run: what was seen, where it stands, phases, moments', () => {
    expect(bar(playedTo('07:31:20'), 40)).toBe('━━━━━✗●━━━█─────────◆─────────┃─────────');
    expect(bar(playedTo('06:30:00'), 40)).toBe('█────✗●───◌─────────◆─────────┃─────────');
    expect(bar(playedTo('10:30:00'), 40)).toBe('━━━━━✗●━━━◌━━━━━━━━━◆━━━━━━━━━┃━━━━━━━━█');
  });

  test('tells phases apart without colours', () => {
    expect(bar(playedTo('06:30:00', []), 40)).toBe('█─────────┃───────────────────┃─────────');
  });

  test('in ASCII', () => {
    const ascii = playedTo('07:31:20').marks.map(mark => ({
      ...mark,
      badge: {
        ...mark.badge,
        glyph: { '◆': '%', '✗': 'X', '●': '*', '◌': '~' }[mark.badge.glyph]!,
      },
    }));
    expect(bar({ ...playedTo('07:31:20'), marks: ascii }, 40, true)).toBe(
      '=====X*===#---------%---------|---------',
    );
  });

  test('where several moments share a cell, the gravest shows, whatever comes first', () => {
    const go = moment('checkpoint', '08:30:00', 'GO');
    const failed = moment('failure', '08:30:10', 'échec');
    const late = moment('delay', '08:29:59', 'retard');
    const noGo = moment('checkpoint', '08:30:20', 'NO-GO', {
      badge: { glyph: '◇', word: 'NO-GO', tone: 'bad' },
    });
    const shown = (...given: (typeof go)[]) => bar(playedTo('06:30:00', given), 20)[10];
    const shownLate = (...given: (typeof go)[]) => bar(playedTo('06:30:00', given), 19)[9];
    expect(shown(go, failed)).toBe('✗');
    expect(shown(failed, go)).toBe('✗');
    expect(shownLate(late, go)).toBe('◆');
    expect(shown(noGo, go)).toBe('◇');
    expect(shown(noGo, failed)).toBe('✗');
    const back = moment('decision', '08:30:20', 'RETOUR ARRIÈRE', {
      badge: { glyph: '↶', word: 'décision', tone: 'bad' },
    });
    expect(shown(go, back)).toBe('↶');
  });

  test('with colours a moment stays to be seen where it stands; without, the place does', () => {
    const playback = playedTo('07:00:00');
    const at = (color: boolean) => {
      const look = lookOf();
      return barSpans({ ...look, theme: { ...look.theme, color } }, playback, 40)[5];
    };
    expect(at(true)).toMatchObject({ text: '✗', inverse: true, tone: 'bad' });
    expect(at(false)).toMatchObject({ text: '█' });
  });

  test.each([1, 2, 20, 79, 300])('takes exactly its %i cells, whatever there is', width => {
    for (const clock of ['06:30:00', '08:59:59', '10:30:00'])
      expect(widthOf(bar(playedTo(clock), width))).toBe(width);
  });
});

describe('in few rows', () => {
  const compact = { columns: 80, rows: 24 };

  test('one row has it all', () => {
    const [line, ...others] = drawn('07:31:20', compact);
    expect(others).toEqual([]);
    expect(line).toMatch(/^ ▶ lecture ×60 {2}07:31:20 {2}━+[✗●━]+█[─◆┃]+ {2}10:30:00/);
    expect(widthOf(line!.trimEnd())).toBe(79);
  });

  test('idle time is said where the bar keeps room', () => {
    expect(drawn('07:31:20', { ...compact, more: { idle: 'rien pendant 47 min' } })[0]).toMatch(
      /07:31:20 {2}rien pendant 47 min {2}━.*─ {2}10:30:00/,
    );
    const days = { clock: 'J+1 07:31:20', end: 'J+7 10:30:00', idle: 'rien pendant 14 h 20' };
    expect(drawn('07:31:20', { ...compact, more: days })[0]).toMatch(/J\+1 07:31:20 {2}━/);
  });
});
