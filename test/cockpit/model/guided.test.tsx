import { afterEach, describe, expect, test } from 'vitest';
import type { ActionView, ScreenView } from '../../../src/view/types.ts';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { badges, checkpointView, choice } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const actions: ActionView[] = [
  { text: 'Analyser les logs', label: 'relire la sortie de 3.3', move: { look: '3.3' } },
  { text: 'Corriger les problèmes', label: '', move: null },
  {
    text: 'Relancer le dry-run',
    label: 'refaire depuis 4.1',
    move: { choice: 'redo', option: '4.1' },
  },
  { text: 'Déclencher le rollback', label: 'retour arrière', move: { choice: 'rollback' } },
];
/** After a NO-GO. */
const refused = (): ScreenView => {
  const base = checkpointView();
  return {
    ...base,
    current: { ...base.current!, status: badges.failed, actions, failing: true },
    choices: [
      choice('review', { label: 'Réexaminer', primary: true }),
      choice('redo', {
        label: 'Reprendre plus tôt',
        reason: 'required',
        options: [
          { value: '4.1', label: '4.1 Ajout des colonnes' },
          { value: '4.0', label: '4.0 Autre' },
        ],
      }),
      choice('tickPass'),
      base.choices.find(({ id }) => id === 'rollback')!,
    ],
  };
};
const open = async (options: ScreenOptions = {}) => {
  const screen = await openScreen({ view: refused(), columns: 120, rows: 36, ...options });
  opened.push(screen);
  return screen;
};
const done = (screen: Screen) => screen.acted.map(({ choice: { id }, answers }) => [id, answers]);

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('the plan’s actions after a NO-GO', () => {
  test('Enter on one that says to look brings that step into view; Escape comes back to the list', async () => {
    const screen = await open();
    await screen.send('\r');
    expect(screen.frame()).toContain('2 3.3 Step 3.3');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('2 4.2');
    expect(screen.acted).toEqual([]);
  });

  test('Enter on one that names a move asks it, its option picked', async () => {
    const screen = await open();
    await screen.send('jj\r');
    await screen.pass(600);
    expect(screen.frame()).toContain('Donnez une raison');
    await screen.send('dry-run incomplet\r');
    expect(done(screen)).toEqual([['redo', { option: '4.1', reason: 'dry-run incomplet' }]]);
  });

  test('the rollback asks what it always asks', async () => {
    const screen = await open();
    await screen.send('G');
    await screen.send('jjj\r');
    await screen.pass(600);
    expect(screen.frame()).toContain("Échec d'un point de contrôle critique");
    expect(screen.frame()).toContain('Choisissez, puis Entrée');
  });

  test('one done by hand says so: Enter never does something else instead', async () => {
    const screen = await open();
    await screen.send('j\r');
    expect(screen.frame()).toContain('se fait à la main');
    expect(screen.acted).toEqual([]);
    await screen.send('v');
    expect(done(screen)).toEqual([['review', {}]]);
  });

  test('criteria wait for the review', async () => {
    const screen = await open();
    await screen.send(' ');
    expect(screen.frame()).toContain('se cochent en réexaminant');
    expect(screen.acted).toEqual([]);
  });

  test('a move that is no longer possible does nothing', async () => {
    const base = refused();
    const gone = { ...base, choices: base.choices.filter(({ id }) => id !== 'redo') };
    const screen = await open({ view: gone });
    await screen.send('jj\r');
    expect(screen.frame()).toContain('Rien de tel à faire maintenant.');
  });

  test('an observer may look, and nothing else', async () => {
    const screen = await open({ readOnly: true });
    await screen.send('jj\r');
    await screen.pass(600);
    expect(screen.frame()).not.toContain('Échap pour renoncer');
    await screen.pass(200);
    await screen.send('kk\r');
    expect(screen.frame()).toContain('2 3.3 Step 3.3');
  });
});
