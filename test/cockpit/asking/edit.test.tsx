import { afterEach, describe, expect, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { badges, choice, stateOf, step, view } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const amend = choice('amend', {
  step: '3.3',
  label: 'Corriger et relancer 3.3',
  edit: 'php artisan migrate\nphp artisan up',
  reason: 'required',
  word: 'RELANCER',
});
const failed = view({ current: step({ status: badges.failed }), choices: [amend] });
const open = async (options: ScreenOptions = {}) => {
  const screen = await openScreen({ view: failed, ...options });
  opened.push(screen);
  return screen;
};
/** Opens the built-in editor and waits until it listens. */
const editing = async (options?: ScreenOptions) => {
  const screen = await open(options);
  await screen.send('M');
  await screen.pass(600);
  return screen;
};
const done = (screen: Screen) => screen.acted.map(({ choice: { id }, answers }) => [id, answers]);
const save = '\x04';
const end = '\x1b[F';

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('the built-in editor', () => {
  test('at 80×24 shows the command, how to keep it and how to leave', async () => {
    const screen = await editing();
    const frame = screen.frame();
    expect(frame).toContain('le plan ne change pas');
    expect(frame).toContain('php artisan migrate');
    expect(frame).toContain('php artisan up');
    expect(frame).toContain('Ctrl-D (ou Ctrl-S) garde le texte');
    expect(frame).toContain('Échap en sort');
    expect(frame.split('\n')).toHaveLength(24);
  });

  test('what changed is shown, then a reason and a word are asked for', async () => {
    const screen = await editing();
    await screen.send(end);
    await screen.send(' --force');
    await screen.send(save);
    await screen.pass(600);
    expect(screen.frame()).toContain('- php artisan migrate ');
    expect(screen.frame()).toContain('+ php artisan migrate --force');
    expect(screen.frame()).not.toContain('- php artisan up');
    await screen.send('oubli\r');
    expect(screen.frame()).toContain('+ php artisan migrate --force');
    await screen.send('RELANCER\r');
    expect(done(screen)).toEqual([
      ['amend', { text: 'php artisan migrate --force\nphp artisan up', reason: 'oubli' }],
    ]);
  });

  test('what was typed for the editor does not answer what comes after it', async () => {
    const screen = await editing();
    await screen.send('x');
    await screen.send(`${save}tard\r`);
    expect(screen.frame()).not.toContain('Tapez RELANCER');
    await screen.pass(600);
    expect(screen.frame()).not.toContain('tard');
  });

  test('pasted lines stay lines', async () => {
    const screen = await editing();
    await screen.send('\x1b[200~cd /srv\nset -x\n\x1b[201~');
    await screen.send(save);
    await screen.pass(600);
    expect(screen.frame()).toContain('+ cd /srv');
    expect(screen.frame()).toContain('+ set -x');
  });

  test('left as it was, nothing happens and the screen says so', async () => {
    const screen = await editing();
    await screen.send(save);
    expect(screen.frame()).toContain("La commande n'a pas été modifiée. Rien n'a été fait.");
    expect(screen.frame()).not.toContain('Échap en sort');
    expect(screen.acted).toEqual([]);
  });

  test('Escape does nothing but leave; the text is there the next time', async () => {
    const screen = await editing();
    await screen.send('set -x; ');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('Votre texte est gardé');
    await screen.send('M');
    await screen.pass(600);
    expect(screen.frame()).toContain('_set -x; php artisan migrate');
  });

  test('so it is after Ctrl-C', async () => {
    const screen = await editing();
    await screen.send('set -x; ');
    await screen.send('\x03');
    expect(screen.frame()).toContain('Que voulez-vous ?');
    await screen.send('\x1b');
    await screen.send('M');
    await screen.pass(600);
    expect(screen.frame()).toContain('_set -x; php artisan migrate');
  });

  test('an emptied command is no command', async () => {
    const screen = await editing();
    for (const keys of ['\x0b', '\x1b[B', '\x0b', save]) await screen.send(keys);
    expect(screen.frame()).toContain('Une commande vide');
  });

  test('once the run has moved, what is kept is the text, not the decision', async () => {
    const screen = await editing();
    await screen.send('set -x; ');
    screen.source.current = stateOf('rollingBack', 'R.1');
    await screen.send('# ');
    expect(screen.frame()).toContain('set -x; # _php artisan');
    await screen.send(save);
    expect(screen.frame()).toContain('votre texte est gardé');
    await screen.send('M');
    await screen.pass(600);
    expect(screen.frame()).toContain('_set -x; # php artisan');
  });

  test('so it is when the run moves between the text and the word', async () => {
    const screen = await editing();
    await screen.send('set -x; ');
    await screen.send(save);
    await screen.pass(600);
    await screen.send('essai\r');
    screen.source.current = stateOf('rollingBack', 'R.1');
    await screen.send('RELANCER\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('votre texte est gardé');
  });
});

describe('the operator’s own editor', () => {
  const picked = async (edit: (text: string) => Promise<string | null>) => {
    const screen = await editing({ edit });
    await screen.send('\r');
    await screen.pass(600);
    return screen;
  };

  test('comes first; the other place is the small editor', async () => {
    const screen = await editing({ edit: async text => text });
    expect(screen.frame()).toMatch(/▶ 1 vim/);
    await screen.send('j\r');
    await screen.pass(600);
    expect(screen.frame()).toContain('Ctrl-D (ou Ctrl-S)');
  });

  test('is given the command, and the question goes on with what it leaves', async () => {
    const screen = await picked(async text => `${text} --now`);
    expect(screen.frame()).toContain('+ php artisan up --now');
    await screen.send('essai\r');
    await screen.send('RELANCER\r');
    expect(done(screen)).toEqual([
      ['amend', { text: 'php artisan migrate\nphp artisan up --now', reason: 'essai' }],
    ]);
  });

  test.each([
    ['left without saving', async () => null, 'sans enregistrer'],
    ['left as it was', async (text: string) => `${text}\n`, "n'a pas été modifiée"],
    [
      'that cannot be opened',
      async () => Promise.reject(new Error('vim : introuvable')),
      "L'éditeur n'a pas pu être ouvert : vim : introuvable",
    ],
  ])('%s: nothing happens, and the screen says so', async (_how, edit, words) => {
    const screen = await picked(edit);
    expect(screen.frame()).toContain(words);
    expect(screen.acted).toEqual([]);
  });

  test('while it is open nothing here answers in its place', async () => {
    const left = Promise.withResolvers<string | null>();
    const screen = await editing({ edit: () => left.promise });
    await screen.send('\r');
    await screen.pass(600);
    await screen.send('x\r\r');
    expect(screen.acted).toEqual([]);
    left.resolve(null);
    await screen.pass(10);
    expect(screen.frame()).toContain('sans enregistrer');
  });
});
