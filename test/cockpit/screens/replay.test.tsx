import { afterEach, describe, expect, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { choice, stateOf, step, tree, view } from '../sample.ts';
import { atClock, SamplePlayback } from '../sample-playback.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];

/** A replay, and the one who presses its keys: the screen has always had time to look since the last one. */
async function replay(options: ScreenOptions = {}, playback = new SamplePlayback()) {
  const screen = await openScreen({ playback, columns: 120, rows: 36, ...options });
  opened.push(screen);
  const press = async (keys: string) => {
    await screen.pass(200);
    await screen.send(keys);
  };
  return { screen, playback, press };
}

const rowsOf = (screen: Screen) => screen.frame().split('\n');
/** The row that says where it stands, and the bar. */
const scrubber = (screen: Screen) => rowsOf(screen).slice(-4, -2);
const status = (screen: Screen) => rowsOf(screen).at(-2)!.trim();
const keyBar = (screen: Screen) => rowsOf(screen).at(-1)!;

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('the keys', () => {
  test('Space pauses and plays', async () => {
    const { screen, playback, press } = await replay();
    expect(scrubber(screen)[0]).toMatch(/^ ▶ lecture ×60 {2}06:30:00 \/ 10:30:00/);
    await press(' ');
    expect(playback.playing).toBe(false);
    expect(scrubber(screen)[0]).toMatch(/^ ▮▮ pause ×60/);
    expect(keyBar(screen)).toContain('Espace lire');
    await press(' ');
    expect(scrubber(screen)[0]).toContain('▶ lecture');
  });

  test('+ and - change the speed, arrows go ten seconds forth and back, held ones too', async () => {
    const { screen, playback, press } = await replay();
    await press('++-');
    expect(scrubber(screen)[0]).toContain('×120');
    await press('\x1b[C\x1b[C\x1b[D');
    expect(playback.clock).toBe('06:30:10');
    await press('\x1b[C'.repeat(30));
    expect(playback.clock).toBe('06:35:10');
    await expect.poll(() => scrubber(screen)[0]).toContain('06:35:10');
  });

  test.each([
    ['x', '07:00:00', '✗ 07:00:00 3.3 en échec : code 1'],
    ['a', '07:10:00', '● 07:10:00 3.3 relancée'],
    ['h', '07:30:00', '◌ 07:30:00 12 min de retard à 3.4'],
    ['v', '08:30:00', '◆ 08:30:00 GO à 4.2 Validation dry-run'],
    ['mm', '07:10:00', '● 07:10:00 3.3 relancée'],
    ['vM', '07:30:00', '◌ 07:30:00 12 min de retard à 3.4'],
    ['vX', '07:00:00', '✗ 07:00:00 3.3 en échec : code 1'],
  ])('%s goes to %s, and says what is there', async (keys, clock, text) => {
    const { screen, playback, press } = await replay();
    await press(keys);
    expect(playback.clock).toBe(clock);
    expect(scrubber(screen)[0]).toContain(text);
  });

  test('where there is no such moment, it stays and says so', async () => {
    const { screen, playback, press } = await replay();
    await press('V');
    expect(playback.clock).toBe('06:30:00');
    expect(status(screen)).toBe('Aucun point de contrôle avant.');
    await press('xx');
    expect(status(screen)).toBe('Aucun échec après.');
    expect(playback.clock).toBe('07:00:00');
  });

  test('t asks for a time; what is none is said, and stays to be put right', async () => {
    const { screen, playback, press } = await replay();
    await press('t');
    expect(scrubber(screen)[0]).toMatch(/^ Aller à : _ +07:45 · \+10m/);
    expect(keyBar(screen)).toMatch(/Entrée y aller +Échap annuler/);
    await press('07:4\r');
    expect(status(screen)).toBe("« 07:4 » n'est pas une heure.");
    expect(scrubber(screen)[0]).toContain('Aller à : 07:4_');
    await press('5\r');
    expect(playback.clock).toBe('07:45:00');
    expect(scrubber(screen)[0]).toContain('lecture ×60  07:45:00');
    expect(status(screen)).not.toContain('heure');
  });

  test('a time, Enter and the keys after it may come in one read', async () => {
    const { playback, press } = await replay();
    await press('t07:45\r\x1b[C ');
    expect(playback.clock).toBe('07:45:10');
    expect(playback.playing).toBe(false);
  });

  test('Escape and Ctrl-C leave the field; nothing in it is a key', async () => {
    const { screen, playback, press } = await replay();
    await press('tvq');
    await press('\x1b');
    expect(scrubber(screen)[0]).toContain('lecture');
    await press('t\x03');
    expect(scrubber(screen)[0]).toContain('lecture');
    expect(screen.left()).toBe(false);
    expect(playback.clock).toBe('06:30:00');
  });

  test.each(['q', '\x03'])('%j quits at once: there is nothing to stop', async key => {
    const { screen, press } = await replay();
    await press(key);
    expect(screen.left()).toBe(true);
  });

  test('left and right fold nothing; Enter still does', async () => {
    const { screen, playback, press } = await replay();
    await press('1G');
    await press('k\r');
    expect(screen.frame()).toContain('07:45 POINT DE CONTR');
    await press('\x1b[D');
    expect(screen.frame()).toContain('07:45 POINT DE CONTR');
    expect(playback.clock).toBe('06:30:00');
  });

  test('no key acts', async () => {
    const choices = [choice('confirm', { primary: true }), choice('note', { reason: 'required' })];
    const { screen, press } = await replay({ view: view({ choices }) });
    for (const key of ['\r', 'L', 'R', '!', '.', 'K', 'b', 'p', 'W', 'T', '=', 'O', 'F'])
      await press(key);
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).not.toMatch(/Raison|Pas maintenant/);
  });

  test('no key waits: the run moves all the time', async () => {
    const { screen } = await replay();
    screen.source.current = stateOf('underway', '3.5');
    await screen.show(view({ tree: tree('3.5'), current: step({ id: '3.5' }) }));
    await screen.send('\r');
    expect(status(screen)).toBe("rien à faire d'ici pour le moment");
    await screen.send('J');
    expect(screen.frame()).toContain('▶ Moments');
  });
});

describe('the moments', () => {
  test('open on the last one passed; Enter goes there, and back to the cockpit', async () => {
    const { screen, playback, press } = await replay();
    await press('mmJ');
    expect(screen.frame()).toMatch(/> ● décision +07:10:00 {2}3\.3 relancée/);
    expect(screen.frame()).toMatch(/ {2}✗ échec +07:00:00 {2}3\.3 en échec : code 1/);
    expect(screen.frame()).toContain('2/4');
    await press('jj');
    await press('\r');
    expect(playback.at).toBe(atClock('08:30:00'));
    expect(playback.playing).toBe(false);
    expect(screen.frame()).toContain('1 Plan');
  });

  test('what was chosen there is in view, whatever step was looked at', async () => {
    const { screen, press } = await replay();
    await press('1k');
    expect(screen.frame()).toContain('Step 3.2');
    await press('J\r');
    expect(screen.frame()).toContain('2 3.3 Exécution des migrations');
  });

  test('are filtered; Escape lifts the filter, then goes back', async () => {
    const { screen, playback, press } = await replay();
    await press('J/dry\r');
    expect(screen.frame()).not.toContain('3.3 relancée');
    await press('\r');
    expect(playback.clock).toBe('08:30:00');
    await press('J');
    await press('\x1b');
    expect(screen.frame()).toContain('3.3 relancée');
    await press('\x1b');
    expect(screen.frame()).toContain('1 Plan');
  });

  test('an uneventful run has none, and its bar offers none', async () => {
    const { screen, press } = await replay({}, new SamplePlayback([]));
    expect(keyBar(screen)).not.toContain('moments');
    await press('J');
    expect(screen.frame()).toContain('Rien de marquant');
    expect(keyBar(screen)).not.toContain('y aller');
    await press('\r');
    expect(screen.frame()).toContain('▶ Moments');
  });
});

describe('what is in view', () => {
  test('a step that was chosen stays; Escape comes back to the current one', async () => {
    const { screen, press } = await replay();
    await press('1k');
    await press('x');
    await screen.show(
      view({ tree: tree('3.4'), current: step({ id: '3.4', title: 'Permissions' }) }),
    );
    expect(screen.frame()).toContain('Step 3.2');
    expect(keyBar(screen)).toContain('Échap retour');
    await press('\x1b');
    expect(screen.frame()).toContain('2 3.4 Permissions');
  });

  test('the output is what had been printed by then', async () => {
    const { screen, press } = await replay();
    screen.source.print('0007-p3s3-a1', 'one\ntwo\nthree\n');
    await press('x');
    await screen.pass(200);
    expect(screen.frame()).toContain('three');
    screen.source.keep('0007-p3s3-a1', 4);
    await press('\x1b[D');
    await screen.pass(200);
    expect(screen.frame()).toContain('one');
    expect(screen.frame()).not.toContain('two');
    expect(screen.frame()).toContain('1 ligne');
  });
});

describe.each([
  [120, 36],
  [160, 50],
  [80, 24],
])('at %i×%i', (columns, rows) => {
  test.each([
    ['fr', 'RELECTURE', 'Espace pause', 'q quitter', '▶ lecture ×60'],
    ['en', 'REPLAY', 'Space pause', 'q quit', '▶ playing ×60'],
  ] as const)(
    'in %s, nothing is missing and nothing is cut',
    async (language, role, pause, quit, state) => {
      const { screen } = await replay({ columns, rows, language });
      const lines = rowsOf(screen);
      expect(lines).toHaveLength(rows);
      expect(lines[0]).toContain(role);
      expect(screen.frame()).toContain(`${state}  06:30:00`);
      expect(screen.frame()).toContain('10:30:00');
      expect(keyBar(screen)).toContain(pause);
      expect(keyBar(screen)).toContain(quit);
      expect(keyBar(screen)).toMatch(/\? (aide|help)/);
      expect(keyBar(screen)).not.toMatch(/détacher|detach|note/);
      expect(screen.frame()).toContain('1 Plan');
      expect(screen.frame()).toContain('2 3.3');
    },
  );

  test('in ASCII every cell is ASCII', async () => {
    const { screen, press } = await replay({ columns, rows, ascii: true });
    await press('x');
    expect(screen.frame()).not.toMatch(/[^\x20-\x7e\n]/);
  });
});

test('in 24 rows, where the scrubber has one, the line below says what was jumped to', async () => {
  const { screen, press } = await replay({ columns: 80, rows: 24 });
  await press('x');
  expect(status(screen)).toBe('✗ 07:00:00 3.3 en échec : code 1');
});

describe.each([
  ['fr', /toutes les actions|Toutes les touches/, 'échec suivant', 'Rejouer', 'agir sur'],
  ['en', /Every key/, 'next failure', 'Replaying', 'act on'],
] as const)('help and palette in %s', (language, title, next, group, act) => {
  test('of a replay show its own keys, and none that acts', async () => {
    const { screen, press } = await replay({ language, rows: 60 });
    await press('?');
    expect(screen.frame()).toMatch(title);
    expect(screen.frame()).toMatch(new RegExp(`x +${next} +.*${group}`));
    expect(screen.frame()).not.toMatch(new RegExp(`NO-GO|Acting|Agir |${act}`));
    await press('\x1b:');
    await press(next);
    await press('\r');
    expect(screen.frame()).toContain('07:00:00');
    await press(':go');
    expect(screen.frame()).not.toContain('GO / NO-GO');
  });

  test('of an observer show neither', async () => {
    const screen = await openScreen({ readOnly: true, language, columns: 120, rows: 60 });
    opened.push(screen);
    await screen.send('?');
    expect(screen.frame()).toMatch(title);
    expect(screen.frame()).not.toMatch(new RegExp(`NO-GO|Acting|Agir |${act}|${group}|${next}`));
    await screen.send('\x1b:');
    expect(screen.frame()).not.toContain(next);
    expect(screen.frame()).not.toMatch(/Arrêter 3\.3|Retour arrière +R/);
  });
});

test('an observer’s Ctrl-C leaves at once, for they have nothing to stop', async () => {
  const screen = await openScreen({ readOnly: true });
  opened.push(screen);
  await screen.send('\x03');
  expect(screen.left()).toBe(true);
});
