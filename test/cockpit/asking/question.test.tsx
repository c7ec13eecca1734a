import { afterEach, describe, expect, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { checkpointView, stateOf } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const open = async (options: ScreenOptions = {}) => {
  const screen = await openScreen({ view: checkpointView(), ...options });
  opened.push(screen);
  return screen;
};
/** Opens the question and waits until it listens. */
const asked = async (key: string) => {
  const screen = await open();
  await screen.send(key);
  await screen.pass(600);
  return screen;
};

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('a question', () => {
  test('says where, what, and whether it can be undone', async () => {
    const screen = await asked('R');
    expect(screen.frame()).toContain('REHEARSAL');
    expect(screen.frame()).toContain('4.2 POINT DE CONTRÔLE');
    expect(screen.frame()).toMatch(/Sans[ │\n]+demi-tour\./);
    expect(screen.frame()).toContain('Échap pour renoncer');
  });

  test('throws away what was typed before it could be read', async () => {
    const screen = await open();
    await screen.send('+oui\rGO\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).not.toContain('Donnez une raison');
    await screen.pass(600);
    expect(screen.frame()).toContain('Donnez une raison');
    expect(screen.frame()).not.toContain('oui');
  });

  test('goes from option to reason to word, and acts once all are given', async () => {
    const screen = await asked('R');
    await screen.send('j\r');
    await screen.send('données fausses\r');
    expect(screen.frame()).toContain('Tapez RETOUR');
    await screen.send('RETOUR\r');
    expect(screen.acted.map(({ choice, answers }) => [choice.id, answers])).toEqual([
      ['rollback', { option: 'b', reason: 'données fausses' }],
    ]);
    expect(screen.frame()).not.toContain('Tapez RETOUR');
  });

  test.each<[string, string, string[]]>([
    ['one of the plan’s triggers: two answers in all', '\r', []],
    ['another reason, which must be told', 'j\r', ['le client renonce\r']],
  ])('a rollback for %s', async (_, picking, telling) => {
    const base = checkpointView();
    const options = [
      { value: 'a', label: 'Perte de données' },
      { value: '', label: 'une autre raison', asks: 'reason' as const },
    ];
    const choices = base.choices.map(one =>
      one.id === 'rollback' ? { ...one, reason: 'none' as const, options } : one,
    );
    const screen = await open({ view: { ...base, choices } });
    await screen.send('R');
    await screen.pass(600);
    await screen.send(picking);
    expect(screen.frame()).toMatch(/Choisi : (Perte de données|une autre raison)/);
    if (telling.length > 0) {
      await screen.send('\r');
      expect(screen.frame()).toContain('Une raison est nécessaire.');
      await screen.send(telling[0]!);
    }
    await screen.send('RETOUR\r');
    expect(screen.acted.map(({ answers }) => answers)).toEqual([
      telling.length > 0 ? { option: '', reason: 'le client renonce' } : { option: 'a' },
    ]);
  });

  test('Enter alone refuses, and so does another word', async () => {
    const screen = await asked('-');
    await screen.send('\r');
    expect(screen.frame()).toContain('Une raison est nécessaire.');
    await screen.send('trop lent\r');
    await screen.send('\r');
    expect(screen.frame()).toContain('Entrée seule ne suffit pas');
    for (const word of ['GO', 'no-go', 'NO-GO ', ' NO-GO']) await screen.send(`${word}\r`);
    expect(screen.frame()).toContain("n'est pas NO-GO");
    expect(screen.acted).toEqual([]);
    await screen.send('NO-GO\r');
    expect(screen.acted).toHaveLength(1);
  });

  test('a pasted reason is text and does not submit; a pasted word is refused', async () => {
    const screen = await asked('+');
    await screen.send('\x1b[200~vu avec\nle métier\r\x1b[201~');
    expect(screen.frame()).toContain('> vu avec le métier');
    await screen.send('\r');
    await screen.send('\x1b[200~GO\r\x1b[201~');
    expect(screen.frame()).toContain('Texte collé : ignoré. Tapez la confirmation.');
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
  });

  test('is refused once the run has moved', async () => {
    const screen = await asked('+');
    await screen.send('ok\r');
    screen.source.current = stateOf('rollingBack', 'R.1');
    await screen.send('GO\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('La situation a changé');
  });

  test('Escape gives up, Ctrl-C asks something else', async () => {
    const screen = await asked('+');
    await screen.send('\x1b');
    expect(screen.frame()).not.toContain('Échap pour renoncer');
    await screen.send('+');
    await screen.send('\x03');
    expect(screen.frame()).toContain('Que voulez-vous ?');
  });

  test('a note loses no letter', async () => {
    const screen = await open();
    await screen.send('m');
    await screen.send('à vérifier demain\r');
    expect(screen.acted.map(({ answers }) => answers)).toEqual([{ reason: 'à vérifier demain' }]);
  });
});
