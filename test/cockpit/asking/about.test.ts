import { describe, expect, test } from 'vitest';
import { aboutNow, rowOf } from '../../../src/cockpit/asking/about.ts';
import type { Situation } from '../../../src/cockpit/model/situation.ts';
import type { DossierView } from '../../../src/view/types.ts';
import { closingView, line, messages, send, states, withRow } from '../dossiers.ts';
import { situationOf } from '../panes/situation.ts';
import { box, choice, step, view } from '../sample.ts';

const row = messages.rows[0]!;
const on = (dossier: DossierView, shown = view()): Situation => situationOf(shown, { dossier });
const changed = (dossier: DossierView, shown = view()): boolean =>
  aboutNow(on(dossier, shown), send) !== aboutNow(on(messages), send);
const withChoice = (more: object) =>
  withRow(messages, 'start', { ...row, choices: [{ ...send, ...more }, ...row.choices.slice(1)] });

describe('a question about a row', () => {
  test('is found again by its choice and what it is about', () => {
    expect(rowOf(on(messages), send)?.key).toBe('start');
    expect(rowOf(on(messages), { ...send, about: 'end' })).toBeUndefined();
    expect(rowOf(situationOf(view()), send)).toBeUndefined();
  });

  test.each<[string, DossierView, boolean]>([
    ['nothing changed', messages, false],
    ['another row changed', withRow(messages, 'end', line('end', 'Fin', { right: 'x' })), false],
    ['what stands at its right', withRow(messages, 'start', { ...row, right: 'x' }), false],
    ['the text is filled anew', withChoice({ draft: { subject: 'x', body: 'y' } }), false],
    ['the row is gone', withRow(messages, 'start', null), true],
    ['its status', withRow(messages, 'start', { ...row, badge: states.sent }), true],
    ['the word owed', withChoice({ word: 'RENVOYER' }), true],
    ['a reason is owed', withChoice({ reason: 'required' }), true],
    ['another channel', withChoice({ options: [{ value: 'mail', label: 'mail' }] }), true],
  ])('%s: stale is %3$s', (_what, page, stale) => {
    expect(changed(page)).toBe(stale);
  });

  test('goes on while the run does, but not into a rollback nor past its end', () => {
    const base = view();
    const moved = { ...on(messages), stateKey: 'elsewhere' };
    expect(aboutNow(moved, send)).toBe(aboutNow(on(messages), send));
    const back = { ...base, header: { ...base.header, rollingBack: true } };
    expect(changed(messages, back)).toBe(true);
    const badge = { glyph: '✓', word: 'fini', tone: 'good' as const };
    expect(changed(messages, view({ ending: { badge, lines: [], amendments: [] } }))).toBe(true);
  });

  test('about a text that one edits, the text as filled since does not matter', () => {
    const edit = row.choices[1]!;
    const since = withRow(messages, 'start', {
      ...row,
      choices: [send, { ...edit, edit: 'autre' }],
    });
    expect(aboutNow(on(since), edit)).toBe(aboutNow(on(messages), edit));
  });
});

test('closing is about every box of the final checklist', () => {
  const shown = closingView();
  const [close] = shown.choices;
  const boxes = [box('F1', 'Sauvegardes archivées', 'pass'), box('F2', 'Bilan envoyé', 'pass')];
  const ticked = { ...shown, current: { ...shown.current!, boxes } };
  expect(aboutNow(situationOf(ticked), close!)).not.toBe(aboutNow(situationOf(shown), close!));
});

test('the run is the run’s: a choice that no row offers is compared with where it stands', () => {
  const rollback = view().choices.find(({ id }) => id === 'rollback')!;
  const moved = { ...on(messages), stateKey: 'elsewhere' };
  expect(aboutNow(moved, rollback)).not.toBe(aboutNow(on(messages), rollback));
});

test('notes and lessons are about nothing that could change', () => {
  for (const id of ['note', 'lesson'] as const)
    expect(aboutNow(situationOf(view({ current: step() })), choice(id))).toBe('');
});
