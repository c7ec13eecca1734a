import stringWidth from 'string-width';
import { afterEach, describe, expect, test } from 'vitest';
import { line, messages, metrics, states } from '../dossiers.ts';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { choice } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const onPage = async (key: string, options?: ScreenOptions) => {
  const screen = await openScreen(options);
  opened.push(screen);
  await screen.send(key);
  await screen.pass(700);
  return screen;
};
const hard = {
  ...messages,
  title: '長い題 '.repeat(30),
  note: { text: 'trop '.repeat(40), tone: 'bad' as const },
  rows: Array.from({ length: 40 }, (_, at) =>
    line(`${at}`, `rangée ${at} ${'é'.repeat(at * 5)}`, {
      badge: states.late,
      right: 'à droite '.repeat(at % 9),
      detail: [{ text: `ligne\nautre \x1b[31m${'日本語'.repeat(at * 4)}`, tone: 'normal' }],
      choices: Array.from({ length: at % 12 }, () =>
        choice('send', { label: 'Un libellé plutôt long', consequence: 'x'.repeat(200) }),
      ),
    }),
  ),
};

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe.each([
  [80, 24],
  [120, 36],
  [140, 30],
  [200, 60],
])('at %i×%i', (columns, rows) => {
  test.each(['i', 'P', 'w', 'C', 's'])('page %s fills the screen exactly', async key => {
    const screen = await onPage(key, { columns, rows });
    for (const more of ['', 'j', 'G', '\x1b[6~']) {
      if (more !== '') await screen.send(more);
      const lines = screen.frame().split('\n');
      expect(lines).toHaveLength(rows);
      for (const one of lines) expect(stringWidth(one)).toBeLessThanOrEqual(columns);
    }
  });

  test('whatever its rows say', async () => {
    const screen = await onPage('C', { columns, rows, dossiers: { messages: hard } });
    for (const more of ['', 'jjjj', 'G', 'kkk', 'gjjjjjj']) {
      if (more !== '') await screen.send(more);
      const lines = screen.frame().split('\n');
      expect(lines).toHaveLength(rows);
      for (const one of lines) expect(stringWidth(one)).toBeLessThanOrEqual(columns);
      expect(screen.frame()).not.toContain('\x1b');
    }
  });
});

describe('what an operator must see at 80×24', () => {
  test('the list with its states in words, the row in full, and what may be done with it', async () => {
    const frame = (await onPage('P')).frame();
    expect(frame).toMatch(/✓ 20 Go libres sur le serveur +prouvé {2}ops, 24\/11/);
    expect(frame).toMatch(/> ✗ Fenêtre annoncée aux clients +manque {2}parole/);
    expect(frame).toMatch(/├─ Fenêtre annoncée aux clients ─+ ✗ manque ─┤/);
    expect(frame).toContain('Personne ne l’a dit pour le moment.');
    expect(frame).toContain('── Que faire ?');
    expect(frame).toMatch(/Entrée Cocher/);
    expect(frame).toMatch(/W +Déroger +Le jour J/);
    expect(frame).toMatch(/: +Déroger aux 2 prérequis qui manquent/);
    expect(frame).toMatch(/Entrée agir .*Échap retour +: actions/);
  });

  test('a choice that is not possible says why, after those that are', async () => {
    const row = line('latency', 'Temps de réponse', {
      choices: [
        choice('measure', { label: 'Mesurer', enabled: false, why: 'aucune sonde ici' }),
        choice('enterFigure', { label: 'Saisir un chiffre', text: '' }),
      ],
    });
    const screen = await onPage('s', { dossiers: { metrics: { ...metrics, rows: [row] } } });
    expect(screen.frame()).toMatch(/= Saisir un chiffre.*\n.*: Mesurer +aucune sonde ici/);
  });
});

describe('a detail longer than its room', () => {
  test('is read by pages, while the cursor stays; the list keeps its own keys', async () => {
    const screen = await onPage('C');
    expect(screen.frame()).toMatch(/↓ \d+ au-dessous · Pg suiv/);
    expect(screen.frame()).toContain('Pg suiv lire la suite');
    await screen.send('\x1b[6~');
    await screen.send('\x1b[6~');
    await screen.send('\x1b[6~');
    expect(screen.frame()).toContain('Ligne 12 du message.');
    expect(screen.frame()).toContain('> ○ Début de la maintenance');
    expect(screen.frame()).toMatch(/↑ \d+ au-dessus · Pg préc/);
    await screen.send('\x1b[5~');
    await screen.send('\x1b[5~');
    await screen.send('\x1b[5~');
    expect(screen.frame()).toContain('│ Bonjour,');
    await screen.send('j');
    expect(screen.frame()).toContain('> · Fin de la maintenance');
  });

  test('of another row is read from its top', async () => {
    const screen = await onPage('C');
    await screen.send('\x1b[6~');
    expect(screen.frame()).toContain('↑');
    await screen.send('j');
    expect(screen.frame()).not.toContain('↑');
  });

  test('one that fits leaves the page keys to the list', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => line(`${at}`, `rangée ${at}`));
    const screen = await onPage('C', { dossiers: { messages: { ...messages, rows } } });
    await screen.send('\x1b[6~');
    expect(screen.frame()).not.toContain('> rangée 0 ');
    expect(screen.frame()).toMatch(/> rangée \d\d/);
  });
});

test('from 140 columns the detail stands beside the list', async () => {
  const frame = (await onPage('C', { columns: 160, rows: 40 })).frame();
  expect(frame).toMatch(/▶ Messages .*┐┌─ Début de la maintenance ─+ ○ à envoyer ─┐/);
  expect(frame).toMatch(/> ○ Début de la maintenance.*││ Déploiement : la maintenance/);
});

test.each(['i', 'P', 'w', 'C', 's'])('ASCII terminals get ASCII on page %s', async key => {
  const screen = await onPage(key, { ascii: true });
  for (const more of ['', '\r', '\x1b', ':']) {
    if (more !== '') await screen.send(more);
    await screen.pass(700);
    expect(screen.frame()).toMatch(/^[\x20-\x7e\n]*$/);
  }
});

test('in English the words around are English', async () => {
  const frame = (await onPage('P', { language: 'en' })).frame();
  expect(frame).toContain('── What now?');
  expect(frame).toMatch(/Enter act +j k move .*Esc back +: actions/);
});
