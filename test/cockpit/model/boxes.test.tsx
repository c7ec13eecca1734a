import { afterEach, describe, expect, test } from 'vitest';
import type { BoxView, ScreenView } from '../../../src/view/types.ts';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { badges, box, checkpointView, choice, step, view } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const open = async (shown: ScreenView, options: ScreenOptions = {}) => {
  const screen = await openScreen({ view: shown, ...options });
  opened.push(screen);
  return screen;
};
const done = (screen: Screen) => screen.acted.map(({ choice: { id }, answers }) => [id, answers]);
/** The sample checkpoint with other boxes, all its choices and the check. */
const checkpoint = (boxes: BoxView[], more: Partial<ScreenView> = {}): ScreenView => {
  const base = checkpointView();
  return {
    ...base,
    current: { ...base.current!, boxes },
    choices: [...base.choices, choice('check', { label: 'Vérifier' })],
    ...more,
  };
};
const checked = (id: string, mark: BoxView['mark'], more: Partial<BoxView> = {}): BoxView => ({
  ...box(id, `Critère ${id}`, mark),
  check: { running: false, job: `job-${id}` },
  ...more,
});

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('a box that a command looks at', () => {
  const failed = checked('a', 'fail', { contradicts: true });

  test('is looked at again with c', async () => {
    const screen = await open(checkpoint([box('x', 'À la main'), checked('b', 'open')]));
    await screen.send('c');
    expect(screen.frame()).toContain('Aucune commande ne vérifie cette case.');
    await screen.send('j');
    await screen.send('c');
    expect(done(screen)).toEqual([['check', { item: 'b' }]]);
  });

  test('once found wrong, is said good with a note only', async () => {
    const screen = await open(checkpoint([failed]));
    await screen.send('k');
    await screen.send(' ');
    await screen.pass(600);
    expect(screen.frame()).toContain('a échoué : dites pourquoi');
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
    await screen.send('faux positif\r');
    expect(done(screen)).toEqual([['tickPass', { item: 'a', reason: 'faux positif' }]]);
  });

  test('is not cleared by a note given while its check changed its mind', async () => {
    const screen = await open(checkpoint([failed]));
    await screen.send('k');
    await screen.send(' ');
    await screen.pass(600);
    await screen.show(checkpoint([checked('a', 'pass')]));
    await screen.send('faux positif\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('La situation a changé');
  });

  test('shows its output with o; Escape puts it away', async () => {
    const screen = await open(checkpoint([checked('a', 'fail'), box('b', 'B')]), {
      columns: 120,
      rows: 36,
    });
    screen.source.print('job-a', 'attendu 42, trouvé 41\n');
    await screen.send('k');
    expect(screen.frame()).not.toContain('trouvé 41');
    await screen.send('o');
    await screen.pass(600);
    expect(screen.frame()).toContain('trouvé 41');
    await screen.send('\x1b');
    await screen.pass(600);
    expect(screen.frame()).not.toContain('trouvé 41');
  });
});

describe('a proof of the rollback', () => {
  const readiness = {
    badge: badges.failed,
    pieces: [
      { badge: badges.failed, label: 'sauvegarde', detail: 'il y a 26 h', item: 'R.2/p1' },
      { badge: badges.pass, label: 'version précédente', detail: 'v0.9.0' },
      { badge: badges.pass, label: 'scripts', detail: '', item: 'R.2/files' },
    ],
    duration: '~30 min',
  };

  test('is picked among those that a command can look at', async () => {
    const screen = await open(view({ readiness, choices: [choice('check')] }));
    await screen.send('c');
    await screen.pass(600);
    expect(screen.frame()).toContain('1 vérifier à nouveau : sauvegarde (il y a 26 h)');
    expect(screen.frame()).toContain('3 vérifier à nouveau : scripts');
    expect(screen.frame()).not.toContain('sans preuve : scripts');
    await screen.send('\r');
    expect(done(screen)).toEqual([['check', { item: 'R.2/p1' }]]);
  });
});

describe('a proof that failed', () => {
  const readiness = (word: string) => ({
    badge: badges.failed,
    pieces: [
      { badge: { ...badges.failed, word }, label: 'sauvegarde', detail: '', item: 'R.2/p1' },
    ],
    duration: '',
  });
  const shown = (word: string) => view({ readiness: readiness(word), choices: [choice('check')] });
  const waiving = async () => {
    const screen = await open(shown('échec'));
    await screen.send('c');
    await screen.pass(600);
    await screen.send('j\r');
    await screen.pass(600);
    expect(screen.frame()).toContain('sans que rien ne le prouve');
    return screen;
  };

  test('is said good by hand, with the reason why', async () => {
    const screen = await waiving();
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
    await screen.send('vue sur le NAS\r');
    expect(done(screen)).toEqual([['tickPass', { item: 'R.2/p1', reason: 'vue sur le NAS' }]]);
  });

  test('but not once it was proved meanwhile', async () => {
    const screen = await waiving();
    await screen.show(shown('prouvée'));
    await screen.send('vue sur le NAS\r');
    expect(screen.acted).toEqual([]);
  });
});

describe('a GO asked for while checks go on', () => {
  const go = async (shown: ScreenView) => {
    const screen = await open(shown);
    await screen.send('+');
    await screen.pass(600);
    await screen.send('vu ensemble\r');
    return screen;
  };
  const before = [checked('a', 'pass'), checked('b', 'open')];

  test('is refused when a criterion turned red meanwhile', async () => {
    const screen = await go(checkpoint(before));
    await screen.show(checkpoint([checked('a', 'pass'), checked('b', 'fail')]));
    await screen.send('GO\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('La situation a changé');
  });

  test('stands when what it says still holds', async () => {
    const screen = await go(checkpoint(before));
    const aside = { job: 'x', title: 'R.2 sauvegarde', badge: badges.done, live: false };
    await screen.show(checkpoint(before, { aside }));
    await screen.send('GO\r');
    expect(done(screen)).toEqual([['go', { reason: 'vu ensemble' }]]);
  });

  test('a NO-GO stands whatever turns green', async () => {
    const screen = await open(checkpoint(before));
    await screen.send('-');
    await screen.pass(600);
    await screen.send('trop lent\r');
    await screen.show(checkpoint([checked('a', 'pass'), checked('b', 'pass')]));
    await screen.send('NO-GO\r');
    expect(done(screen)).toEqual([['noGo', { reason: 'trop lent' }]]);
  });

  test('a validation that would now owe a reason is refused', async () => {
    const validate = (owed: 'none' | 'required', mark: BoxView['mark']) =>
      view({
        current: step({ kind: 'validation', boxes: [checked('a', mark)] }),
        choices: [choice('validate', { word: 'VALIDER', reason: owed, primary: true })],
      });
    const screen = await open(validate('none', 'pass'));
    await screen.send('V');
    await screen.pass(600);
    await screen.show(validate('required', 'fail'));
    await screen.send('VALIDER\r');
    expect(screen.acted).toEqual([]);
  });
});
