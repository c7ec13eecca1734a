import stringWidth from 'string-width';
import { afterEach, describe, expect, test } from 'vitest';
import { closingView } from '../dossiers.ts';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import {
  alerts,
  checkingView,
  ended,
  failedView,
  ready,
  refusedView,
  unready,
} from '../panes/hard-views.ts';
import { times } from '../panes/hours.ts';
import { checkpointView, view } from '../sample.ts';

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
    ['a failure', failedView({ alerts, times })],
    ['a failure that cannot be rolled back', failedView({ readiness: unready, times })],
    ['checks of criteria', checkingView()],
    ['a NO-GO', refusedView()],
    ['the end', view({ current: null, choices: [], ending: ended })],
    ['the final checklist', closingView()],
  ])(
    '%s fills the screen exactly, enlarged, scrolled and on the page of hours too',
    async (_what, shown) => {
      const screen = await open({ view: shown, columns, rows });
      screen.source.print('0007-p3s3-a1', 'sortie « accentuée » 日本語\n'.repeat(60));
      await screen.pass(200);
      for (const key of ['', 'k', 'z', 'zd']) {
        if (key !== '') await screen.send(key);
        const lines = rowsOf(screen.frame());
        expect(lines).toHaveLength(rows);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      }
      expect(screen.frame()).toContain('Heures');
    },
  );
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

  test('a failure: why, the lines that matter, whom to call, until when, and the ways out', async () => {
    const screen = await open({ view: failedView() });
    screen.source.print('0007-p3s3-a1', 'Killed\n');
    await screen.pass(200);
    const frame = screen.frame();
    expect(frame).toMatch(/✗ code 137 : tuée \(KILL\) +retour tenable encore 2 h 51/);
    expect(frame).toContain('│ SQLSTATE[42S02]');
    expect(frame.split('Killed')).toHaveLength(2);
    expect(frame).toContain('Appeler DBA');
    expect(frame).toMatch(/Entrée Relancer 3\.3 .*effets/);
    expect(frame).toMatch(/R Retour arrière/);
  });

  test('scrolling opens the output of what failed; following it brings the card back', async () => {
    const screen = await open({ view: failedView() });
    screen.source.print('0007-p3s3-a1', 'une ligne de sortie\n'.repeat(60));
    await screen.pass(200);
    expect(screen.frame()).not.toContain('une ligne de sortie');
    await screen.send('k');
    expect(screen.frame().split('une ligne de sortie')).toHaveLength(8);
    expect(screen.frame()).toContain('code 137');
    await screen.send('G');
    expect(screen.frame()).not.toContain('une ligne de sortie');
  });

  test('whether one can still roll back, and what is missing', async () => {
    expect((await open({ view: view({ readiness: ready }) })).frame()).toContain(
      'Retour arrière ✓ prêt',
    );
    const missing = (await open({ view: view({ readiness: unready }) })).frame();
    expect(missing).toContain('Retour arrière ✗ il manque : sauvegarde');
    const wide = await open({ view: view({ readiness: unready }), columns: 120, rows: 36 });
    expect(wide.frame()).toMatch(/✗ sauvegarde ls : \/backups/);
    expect(wide.frame()).toContain('· commit capturée en 3.1');
    const none = await open({ view: view(), columns: 120, rows: 36 });
    expect(none.frame()).not.toContain('├─ Retour arrière');
  });

  test('what is late beyond repair', async () => {
    expect((await open({ view: view({ alerts }) })).frame()).toContain(
      '! Le retour arrière ne tiendrait plus : limite 09:58, estimé 10:04. (+1)',
    );
  });

  test('the final checklist: its boxes, and how the run is closed', async () => {
    const screen = await open({ view: closingView() });
    const frame = screen.frame();
    expect(frame).toContain('2 Clôture');
    expect(frame).toMatch(/Liste finale +1\/2/);
    expect(frame).toContain('> ☐ Bilan envoyé');
    expect(frame).toContain("Entrée Clore l'exécution");
    await screen.send('F');
    await screen.pass(700);
    await screen.send('reste un bilan\r');
    await screen.send('CLORE\r');
    expect(screen.acted.map(({ choice: { id } }) => id)).toEqual(['close']);
  });

  test('what waits around the commands, the page that tells, and still until when one can go back', async () => {
    const todo = { text: '2 prérequis manquent, 1 message à envoyer', tone: 'warning' as const };
    const frame = (await open({ view: view({ todo }) })).frame();
    expect(frame).toContain(todo.text);
    expect(frame).toContain("retour possible jusqu'à 09:58");
    expect(frame).toContain('i agenda');
    const wide = (await open({ columns: 160, rows: 40 })).frame();
    for (const hint of ['i agenda', 'C messages', 's mesures']) expect(wide).toContain(hint);
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

  test.each([
    ['', checkpointView()],
    ['?', checkpointView()],
    [':', checkpointView()],
    ['+', checkpointView()],
    ['\x03', checkpointView()],
    ['l', checkpointView()],
    ['d', failedView({ times, alerts })],
    ['', failedView({ alerts, readiness: unready })],
    ['z', failedView({ alerts, readiness: unready })],
    ['', checkingView()],
    ['j', refusedView()],
  ])('ASCII terminals get ASCII, after %j', async (key, shown) => {
    const screen = await open({ view: shown, ascii: true, rows: 30, columns: 120 });
    if (key !== '') await screen.send(key);
    await screen.pass(1000);
    expect(screen.frame()).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
