import stringWidth from 'string-width';
import { afterEach, describe, expect, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { badges, checkpointView, choice, step, tree, view } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const open = async (options?: ScreenOptions) => {
  const screen = await openScreen(options);
  opened.push(screen);
  return screen;
};
const rowsOf = (frame: string) => frame.split('\n');
const withHeader = (more: object) => {
  const base = view();
  return { ...base, header: { ...base.header, ...more } };
};

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe.each([
  [80, 24],
  [100, 30],
  [120, 36],
  [180, 50],
])('at %i×%i', (columns, rows) => {
  test.each([
    ['a running command', view()],
    ['a checkpoint', checkpointView()],
    ['a rollback', withHeader({ rollingBack: true })],
    [
      'the end',
      view({
        current: null,
        choices: [],
        ending: { badge: badges.done, lines: ['Fini.'], amendments: [] },
      }),
    ],
  ])('%s fills the screen exactly', async (_what, shown) => {
    const screen = await open({ view: shown, columns, rows });
    screen.source.print('0007-p3s3-a1', 'sortie « accentuée » 日本語\n'.repeat(60));
    await screen.pass(200);
    const lines = rowsOf(screen.frame());
    expect(lines).toHaveLength(rows);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  });
});

describe('what an operator must see at 80×24', () => {
  test('where we are, what runs, what is next and who does it, how late, until when', async () => {
    const frame = (await open()).frame();
    expect(frame).toContain('REHEARSAL');
    expect(frame).toContain('13/75 actions');
    expect(frame).toContain('fin prévue 10:33 (+3 min)');
    expect(frame).toContain('» ');
    expect(frame).toContain('2 3.3 Exécution des migrations de base');
    expect(frame).toContain('$ php artisan migrate --force');
    expect(frame).toMatch(/◆ 07:15 Configuration des nouveaux services +Entrée +dans 8 min/);
    expect(frame).toContain("retour possible jusqu'à 09:58");
  });

  test('a checkpoint: its criteria, what the plan says if it fails, GO and NO-GO with their keys', async () => {
    const frame = (await open({ view: checkpointView() })).frame();
    expect(frame).toMatch(/Critères +1\/4/);
    expect(frame).toMatch(/☑ Migration dry-run exécutée sans erreur +vérifié/);
    expect(frame).toContain('> ☐ Statistiques cohérentes');
    expect(frame).toContain('Si ça échoue, le plan dit');
    expect(frame).toMatch(/Entrée GO /);
    expect(frame).toMatch(/- +NO-GO /);
    expect(frame).toMatch(/Espace cocher/);
  });

  test('a failure: why, the end of the output, and the ways out', async () => {
    const remarks = [{ text: "La commande s'est terminée avec le code 1.", tone: 'bad' as const }];
    const screen = await open({
      view: view({
        tree: tree('3.3', badges.failed),
        current: step({ status: badges.failed, remarks }),
        choices: [
          choice('retry', { label: 'Relancer 3.3', primary: true }),
          choice('accept', { label: 'Accepter 3.3' }),
          choice('rollback', { label: 'Retour arrière' }),
        ],
      }),
    });
    screen.source.print('0007-p3s3-a1', 'SQLSTATE: base absente\n');
    await screen.pass(200);
    expect(screen.frame()).toContain('avec le code 1.');
    expect(screen.frame()).toContain('SQLSTATE: base absente');
    expect(screen.frame()).toMatch(/Entrée Relancer 3\.3/);
    expect(screen.frame()).toMatch(/a +Accepter 3\.3/);
    expect(screen.frame()).toMatch(/! +Retour arrière/);
  });

  test('below 80×24, a notice', async () => {
    expect((await open({ columns: 79, rows: 24 })).frame()).toContain('79 × 24');
  });

  test('coming back: what happened meanwhile comes first', async () => {
    const screen = await open({ view: view({ away: view().log.slice(0, 2) }) });
    expect(screen.frame()).toContain('Pendant votre absence');
    await screen.send('\r');
    expect(screen.frame()).toContain('1 Plan');
  });

  test('observers have no acting keys', async () => {
    const screen = await open({ view: checkpointView(), readOnly: true });
    expect(screen.frame()).toContain('OBSERVATEUR');
    expect(screen.frame()).not.toMatch(/NO-GO/);
    for (const key of [' ', '\r', '+']) await screen.send(key);
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).not.toContain('Échap pour renoncer');
  });
});

describe('moods', () => {
  test.each([
    ['rehearsal', {}, '┌', 'REHEARSAL'],
    ['production', { environment: 'production', protected: true }, '┏', '!! PRODUCTION !!'],
    ['rollback', { rollingBack: true }, '╔', '!! RETOUR ARRIÈRE !!'],
  ])('%s is unmistakable without any colour', async (_mood, header, corner, word) => {
    const { frame } = await open({ view: withHeader(header) });
    expect(frame()).toContain(corner);
    expect(frame()).toContain(word);
  });

  test('no colour means no escape sequence at all', async () => {
    const { frame } = await open({ view: checkpointView() });
    expect(frame()).not.toContain('\x1b');
  });

  test('colours stay within sixteen', async () => {
    const { frame } = await open({ view: checkpointView(), color: true });
    expect(frame()).toContain('\x1b[');
    for (const [, codes] of frame().matchAll(/\x1b\[([\d;]*)m/g))
      expect(codes).not.toMatch(/[34]8/);
  });

  test.each([[''], ['?'], [':'], ['+'], ['\x03'], ['l']])(
    'ASCII terminals get ASCII, after %j',
    async key => {
      const screen = await open({ view: checkpointView(), ascii: true, rows: 30, columns: 120 });
      if (key !== '') await screen.send(key);
      await screen.pass(1000);
      expect(screen.frame()).toMatch(/^[\x20-\x7e\n]*$/);
    },
  );
});
