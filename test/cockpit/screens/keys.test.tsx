import { afterEach, describe, expect, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { badges, box, checkpointView, choice, step, tree, view } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const open = async (options?: ScreenOptions) => {
  const screen = await openScreen(options);
  opened.push(screen);
  return screen;
};
const done = (screen: Screen) => screen.acted.map(({ choice: { id }, answers }) => [id, answers]);
const manual = (more = {}) =>
  view({
    tree: tree('3.5', badges.ready),
    current: step({
      id: '3.5',
      kind: 'manual',
      status: badges.ready,
      commands: [],
      job: null,
      ...more,
    }),
    choices: [
      choice('confirm', { primary: true }),
      choice('tickPass'),
      choice('tickFail'),
      choice('note', { label: 'Note', reason: 'required' }),
    ],
  });
const output = async (screen: Screen, lines: number) => {
  screen.source.print(
    '0007-p3s3-a1',
    Array.from({ length: lines }, (_, at) => `line ${at}\n`).join(''),
  );
  await screen.pass(200);
};

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('acting', () => {
  test('Enter does the primary choice at once when nothing is owed', async () => {
    const screen = await open({ view: manual() });
    await screen.send('\r');
    expect(done(screen)).toEqual([['confirm', {}]]);
  });

  test('the plan’s cursor brings another step into view; nothing is decided from there', async () => {
    const screen = await open({ view: manual(), columns: 120, rows: 36 });
    await screen.send('1');
    await screen.send('k');
    expect(screen.frame()).toMatch(/2 3\.\d Step 3\.\d/);
    await screen.send('\r');
    await screen.pass(200);
    await screen.send('\r');
    expect(screen.frame()).toMatch(/Vous regardez 3\.\d\. Échap pour revenir à 3\.5/);
    await screen.send(' ');
    expect(screen.acted).toHaveLength(0);
    await screen.send('\x1b');
    await screen.pass(300);
    await screen.send('\r');
    expect(done(screen)).toEqual([['confirm', {}]]);
  });

  test('one Space too many clears nothing: the cursor only rests on a judged box', async () => {
    const boxes = [box('a', 'A', 'pass'), box('b', 'B', 'pass')];
    const screen = await open({ view: manual({ boxes }) });
    await screen.send(' ');
    expect(screen.acted).toHaveLength(0);
    await screen.send('k');
    await screen.send(' ');
    expect(done(screen)).toEqual([['tickPass', { item: 'a' }]]);
  });

  test('a held Enter acts once', async () => {
    const screen = await open({ view: manual() });
    await screen.send('\r');
    await screen.send('\r\r\r\r');
    await screen.pass(50);
    await screen.send('\r');
    expect(screen.acted).toHaveLength(1);
  });

  test('what was typed before the first frame does nothing; the keys are shown once they count', async () => {
    const screen = await open({ view: manual(), deaf: true });
    expect(screen.frame()).not.toContain('Entrée agir');
    await screen.send('\r');
    await screen.send('\x1b[200~x\x1b[201~');
    screen.listen();
    await screen.pass(10);
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('Entrée agir');
  });

  test('a disabled choice says why', async () => {
    const screen = await open({ view: checkpointView() });
    await screen.send('S');
    expect(screen.frame()).toContain('Pas maintenant : un point de contrôle ne se passe pas.');
    expect(screen.acted).toEqual([]);
  });

  test('Space and x mark the box under the cursor, which then rests on the next open one', async () => {
    const boxes = [box('a', 'Alpha', 'pass'), box('b', 'Bravo'), box('c', 'Charlie')];
    const screen = await open({ view: manual({ boxes }) });
    expect(screen.frame()).toContain('> ☐ Bravo');
    await screen.send(' ');
    await screen.send('j');
    expect(screen.frame()).toContain('> ☐ Charlie');
    await screen.send('x');
    expect(done(screen)).toEqual([
      ['tickPass', { item: 'b' }],
      ['tickFail', { item: 'c' }],
    ]);
  });

  test('pasted text never acts, bracketed or not', async () => {
    const screen = await open({ view: manual() });
    await screen.send('\x1b[200~\r\r\x1b[201~');
    expect(screen.frame()).toContain('Texte collé : ignoré.');
    await screen.send('ls -l\rrm -rf /\r');
    expect(screen.acted).toEqual([]);
  });
});

describe('moving', () => {
  test('two keys in one read are two keys', async () => {
    const screen = await open({ columns: 120, rows: 36 });
    await screen.send('1');
    await screen.send('jj');
    expect(screen.frame()).toMatch(/> +· 07:15/);
    await screen.send('k'.repeat(40));
    expect(screen.frame()).toMatch(/> *▸ ✓ J-7/);
  });

  test('what follows an act in the same read moves, once the act is done; it never acts', async () => {
    const boxes = [box('a', 'Alpha'), box('b', 'Bravo'), box('c', 'Charlie')];
    const screen = await open({ view: manual({ boxes }) });
    await screen.send(' j');
    expect(done(screen)).toEqual([['tickPass', { item: 'a' }]]);
    expect(screen.frame()).toContain('> ☐ Bravo');
    await screen.send('xl');
    expect(done(screen).slice(1)).toEqual([['tickFail', { item: 'b' }]]);
    expect(screen.frame()).toContain('action 3.10 lancée');
    await screen.send('\x1b');
    await screen.send('   jj');
    expect(done(screen)).toHaveLength(3);
    await screen.send(' q');
    expect(screen.left()).toBe(false);
  });

  test('Escape is not lost when a slow line brings it with the key after it', async () => {
    const screen = await open({ columns: 120, rows: 36 });
    await screen.send('1');
    await screen.send('?');
    await screen.send('\x1b\x1b[B');
    expect(screen.frame()).toMatch(/> +· 07:10/);
    await screen.send('z');
    await screen.send('l');
    await screen.send('\x1b\x1b');
    expect(screen.frame()).toContain('▶ 1 Plan');
    expect(screen.frame()).toContain('2 3.4');
    await screen.send('?');
    await screen.send('\x1b\t');
    expect(screen.frame()).toContain('▶ 2 3.4');
  });

  test('Escape and Enter at once give up; they confirm nothing', async () => {
    const choices = [choice('confirm', { primary: true, reason: 'optional' })];
    const screen = await open({ view: view({ choices }) });
    await screen.send('\r');
    await screen.pass(700);
    expect(screen.frame()).toContain('Une raison');
    await screen.send('\x1b\r');
    expect(screen.frame()).not.toContain('Une raison');
    expect(screen.acted).toEqual([]);
  });

  test('a filter is left too; a question only by Escape alone: its text is worth more', async () => {
    const screen = await open({ view: manual(), columns: 120, rows: 36 });
    await screen.send('1/contr');
    await screen.send('\x1bl');
    expect(screen.frame()).toContain('action 3.10 lancée');
    await screen.send('\x1b');
    await screen.send('m');
    await screen.pass(700);
    await screen.send('nte');
    await screen.send('\x1bb\x1b\x1b[D\x1b\x1b[D');
    await screen.send('o');
    expect(screen.frame()).toContain('no_te');
  });

  test('Tab goes round the panes, numbers jump, z zooms and Escape comes back', async () => {
    const screen = await open({ columns: 120, rows: 36 });
    expect(screen.frame()).toContain('▶ 2 3.3');
    await screen.send('\t');
    expect(screen.frame()).toContain('▶ 3 Ensuite');
    await screen.send('\x1b[Z');
    await screen.send('\x1b[Z');
    expect(screen.frame()).toContain('▶ 1 Plan');
    await screen.send('4');
    await screen.send('z');
    expect(screen.frame()).toContain('▶ 4 Journal');
    expect(screen.frame()).not.toContain('1 Plan');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('1 Plan');
    expect(screen.left()).toBe(false);
  });

  test('the plan unfolds, and follows the current step again on Escape', async () => {
    const screen = await open({ columns: 120, rows: 36 });
    await screen.send('1G');
    await screen.send('k\r');
    expect(screen.frame()).toContain('07:45 POINT DE CONTR');
    expect(screen.acted).toEqual([]);
    await screen.send('\x1b[D');
    expect(screen.frame()).not.toContain('07:45 POINT DE CONTR');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('▶ 2 3.3');
  });

  test('/ filters with a live count; Escape lifts it', async () => {
    const screen = await open({ columns: 120, rows: 36 });
    await screen.send('1/contr');
    expect(screen.frame()).toContain('Filtre /contr');
    expect(screen.frame()).toMatch(/3 sur \d+/);
    await screen.send('\r');
    expect(screen.frame()).not.toContain('Dépendances');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('Installation des dépendanc');
  });

  test(': lists every action with its key, and does the chosen one', async () => {
    const screen = await open({ view: manual() });
    await screen.send(':');
    expect(screen.frame()).toMatch(/confirm +Entrée/);
    await screen.send('aide');
    await screen.send('\r');
    expect(screen.frame()).toContain('Toutes les touches');
  });

  test('q detaches; Ctrl-C only asks, and stays unless told otherwise', async () => {
    const screen = await open();
    await screen.send('\x03');
    expect(screen.frame()).toContain("Ctrl-C n'arrête rien tout seul");
    expect(screen.frame()).toContain('bascule resume essai');
    await screen.send('\r');
    expect(screen.left()).toBe(false);
    await screen.send('\x03');
    await screen.send('k\r');
    expect(screen.left()).toBe(true);
  });

  test('Ctrl-C can stop the command', async () => {
    const screen = await open();
    await screen.send('\x03');
    await screen.send('kk\r');
    expect(done(screen)).toEqual([['stop', { reason: 'arrêt demandé au clavier' }]]);
  });
});

describe('the output', () => {
  test('is followed; scrolling up pauses it and says what came since; G resumes', async () => {
    const screen = await open();
    await output(screen, 100);
    expect(screen.frame()).toContain('line 99');
    await screen.send('\x1b[5~');
    await screen.send('kk');
    expect(screen.frame()).toContain('pause');
    expect(screen.frame()).not.toContain('line 99');
    screen.source.print('0007-p3s3-a1', 'new 1\nnew 2\n');
    await screen.pass(200);
    expect(screen.frame()).toContain('+2 lignes');
    await screen.send('G');
    expect(screen.frame()).toContain('new 2');
  });

  test('e and E jump between errors', async () => {
    const screen = await open();
    screen.source.print('0007-p3s3-a1', `SQLSTATE: première\n${'ok\n'.repeat(100)}`);
    await screen.pass(200);
    await screen.send('E');
    expect(screen.frame()).toContain('SQLSTATE: première');
    await screen.send('E');
    expect(screen.frame()).toContain('aucun résultat');
  });

  test('y copies what is in view, for this terminal and through tmux', async () => {
    const screen = await open();
    screen.source.print('0007-p3s3-a1', 'copié\n');
    await screen.pass(200);
    await screen.send('y');
    const encoded = Buffer.from('copié').toString('base64');
    expect(screen.emitted.join('')).toContain(`\x1b]52;c;${encoded}\x07`);
    expect(screen.emitted.join('')).toContain('\x1bPtmux;');
  });

  test('an output is called empty once it was looked at, and for good once its command is over', async () => {
    const screen = await open({ view: view({ current: step({ status: badges.done }) }) });
    expect(screen.frame()).not.toContain('aucune sortie');
    await screen.pass(600);
    expect(screen.frame()).toMatch(/aucune sortie *│/);
    await screen.show(view());
    expect(screen.frame()).toContain('aucune sortie pour le moment');
  });

  test('a silent command says so', async () => {
    const screen = await open();
    await output(screen, 1);
    await screen.pass(4 * 60_000);
    expect(screen.frame()).toContain('aucune sortie depuis 4 min');
  });
});

describe('pages', () => {
  test('the document opens section by section', async () => {
    const reading = [{ title: 'Contacts', markdown: '- **DBA** : à compléter' }];
    const screen = await open({ reading });
    await screen.send('r');
    await screen.send('\r');
    expect(screen.frame()).toContain('- DBA : à compléter');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('> Contacts');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('1 Plan');
  });

  test('Escape and the next key in one read are both taken', async () => {
    const screen = await open();
    await screen.send('?');
    await screen.send('\x1b:');
    expect(screen.frame()).toContain('▶ Actions');
  });

  test('l opens the journal, ? the help', async () => {
    const screen = await open();
    await screen.send('l');
    expect(screen.frame()).toContain('action 3.10 lancée');
    await screen.send('\x1b');
    await screen.send('?');
    expect(screen.frame()).toContain('Toutes les touches');
  });
});
