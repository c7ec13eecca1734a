import { afterEach, describe, expect, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { choice, stateOf, view } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const adhoc = choice('adhoc', {
  label: 'Commande à côté du plan',
  consequence: 'Dans l’environnement de 3.3, sur cette machine.',
  text: '',
});
const bind = choice('bind', {
  label: 'Donner une valeur',
  text: 'v0.9.0',
  options: [
    { value: 'previous-version', label: 'previous-version' },
    { value: 'backup-file', label: 'backup-file' },
  ],
});
const open = async (options: ScreenOptions = {}) => {
  const screen = await openScreen({ view: view({ choices: [adhoc, bind] }), ...options });
  opened.push(screen);
  return screen;
};
const done = (screen: Screen) => screen.acted.map(({ choice: { id }, answers }) => [id, answers]);

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('an ad-hoc command', () => {
  test('loses no letter, and runs on Enter: it was typed on purpose', async () => {
    const screen = await open();
    await screen.send('!');
    await screen.send('df -h');
    expect(screen.frame()).toContain('Dans l’environnement de 3.3');
    expect(screen.frame()).toContain('> df -h');
    await screen.pass(600);
    await screen.send('\r');
    expect(done(screen)).toEqual([['adhoc', { text: 'df -h' }]]);
  });

  test('an Enter that came too early runs nothing', async () => {
    const screen = await open();
    await screen.send('!df\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('> df');
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
  });

  test('is not nothing', async () => {
    const screen = await open();
    await screen.send('!');
    await screen.pass(600);
    await screen.send('  \r');
    expect(screen.frame()).toContain('Tapez quelque chose');
    expect(screen.acted).toEqual([]);
  });

  test('may be pasted; several lines would make another command', async () => {
    const screen = await open();
    await screen.send('!');
    await screen.pass(600);
    await screen.send('\x1b[200~rm -r /tmp/a\n/tmp/b\x1b[201~');
    expect(screen.frame()).toContain('plusieurs lignes : ignoré');
    await screen.send('\x1b[200~df -h\n\x1b[201~');
    expect(screen.acted).toEqual([]);
    await screen.send('\r');
    expect(done(screen)).toEqual([['adhoc', { text: 'df -h' }]]);
  });

  test('asks for its word where one is owed', async () => {
    const screen = await open({ view: view({ choices: [{ ...adhoc, word: 'LANCER' }] }) });
    await screen.send('!df');
    await screen.pass(600);
    await screen.send('\r');
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
    await screen.send('LANCER\r');
    expect(done(screen)).toEqual([['adhoc', { text: 'df' }]]);
  });

  test('is not run once the run has moved, and is there the next time', async () => {
    const screen = await open();
    await screen.send('!df');
    await screen.pass(600);
    screen.source.current = stateOf('underway', '3.4');
    await screen.send(' -h');
    expect(screen.frame()).toContain('> df -h');
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('votre texte est gardé');
    await screen.send('!');
    await screen.pass(600);
    expect(screen.frame()).toContain('> df -h');
    await screen.send('\r');
    expect(done(screen)).toEqual([['adhoc', { text: 'df -h' }]]);
    await screen.send('!');
    expect(screen.frame()).not.toContain('> df');
  });

  test('refused by the engine, is there the next time', async () => {
    const screen = await open({ refusal: { code: 'aside-running', detail: '' } });
    await screen.send('!df');
    await screen.pass(600);
    await screen.send('\r');
    expect(screen.frame()).toContain("Rien n'a été fait : aside-running");
    await screen.send('!');
    expect(screen.frame()).toContain('> df');
  });
});

test('a value: which variable, then the value, which starts from what is proposed', async () => {
  const screen = await open();
  await screen.send('b');
  await screen.pass(600);
  await screen.send('j\r');
  expect(screen.frame()).toContain('> v0.9.0');
  await screen.send('-1\r');
  expect(done(screen)).toEqual([['bind', { option: 'backup-file', text: 'v0.9.0-1' }]]);
});

describe('a figure', () => {
  const figure = choice('enterFigure', { label: 'Saisir un chiffre', text: '' });
  test.each([
    ['fr', 'Pas un chiffre : écrivez par exemple 312, 99,95 % ou 1,2 s.'],
    ['en', 'Not a figure: write for instance 312, 99.95 % or 1.2 s.'],
  ] as const)(
    'in %s, what cannot be read is said where it can be mended',
    async (language, said) => {
      const screen = await open({ view: view({ choices: [figure] }), language });
      await screen.send('=');
      await screen.pass(600);
      await screen.send('12,500\r');
      expect(screen.frame()).toContain(said);
      expect(screen.frame()).toContain('> 12,500');
      expect(screen.acted).toEqual([]);
      await screen.send('\x1512,5\r');
      expect(done(screen)).toEqual([['enterFigure', { text: '12,5' }]]);
    },
  );
});
