import { afterEach, describe, expect, test } from 'vitest';
import {
  agenda,
  closingView,
  line,
  messages,
  metrics,
  prerequisites,
  withRow,
} from '../dossiers.ts';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { badges, choice, stateOf, view } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const open = async (options?: ScreenOptions) => {
  const screen = await openScreen(options);
  opened.push(screen);
  return screen;
};
/** Opens a page by its key. */
const onPage = async (key: string, options?: ScreenOptions) => {
  const screen = await open(options);
  await screen.send(key);
  await screen.pass(700);
  return screen;
};
const done = (screen: Screen) =>
  screen.acted.map(({ choice: { id, about }, answers }) => [id, about, answers]);
const cursorOn = (screen: Screen) => /> (?:\S )?(.*?) {2,}/.exec(screen.frame())?.[1];

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('opening', () => {
  test.each([
    ['i', 'Agenda', '3 à faire, 1 en retard'],
    ['P', 'Prérequis', '2 manquent'],
    ['w', 'Personnes', 'de garde : DBA'],
    ['C', 'Messages', '1 à envoyer'],
    ['s', 'Mesures', '1 bonne, 1 sans mesure'],
  ])('%s opens %s; the same key, or Escape, closes it', async (key, title, note) => {
    const screen = await onPage(key);
    expect(screen.frame()).toContain(`▶ ${title}`);
    expect(screen.frame()).toContain(note);
    await screen.send(key);
    expect(screen.frame()).toContain('1 Plan');
    await screen.send(key);
    await screen.send('\x1b');
    expect(screen.frame()).toContain('1 Plan');
  });

  test('asks for the page in view only, at each look', async () => {
    const screen = await onPage('C');
    await screen.show(view());
    await screen.send('\x1b');
    await screen.show(view());
    expect(new Set(screen.looked)).toEqual(new Set(['messages']));
    expect(screen.looked.length).toBe(2);
  });

  test('the first page, where one is asked for; after what happened while away', async () => {
    const first = await open({ firstPage: 'agenda' });
    expect(first.frame()).toContain('▶ Agenda');
    await first.send('\x1b');
    expect(first.frame()).toContain('1 Plan');
    const back = await open({
      firstPage: 'agenda',
      view: view({ away: view().log.slice(0, 2) }),
    });
    expect(back.frame()).toContain('Pendant votre absence');
    await back.send('\r');
    expect(back.frame()).toContain('▶ Agenda');
  });

  test('an empty page says so', async () => {
    const screen = await onPage('C', { dossiers: { messages: { ...messages, rows: [] } } });
    expect(screen.frame()).toContain('rien à montrer ici');
    for (const key of ['j', 'G', '\r', ' ']) await screen.send(key);
    expect(screen.acted).toEqual([]);
  });
});

describe('the cursor', () => {
  test('rests on the first row that Enter can do something about, else on the first', async () => {
    expect(cursorOn(await onPage('P'))).toBe('Fenêtre annoncée aux clients');
    expect(cursorOn(await onPage('i'))).toBe('Réunion équipe de déploiement');
    const [first] = metrics.rows;
    const choices = first!.choices.map(one => ({ ...one, enabled: !one.primary }));
    const ready = line('errors', 'Erreurs', { choices: [choice('measure', { primary: true })] });
    const page = { ...metrics, rows: [{ ...first!, choices }, ready] };
    expect(cursorOn(await onPage('s', { dossiers: { metrics: page } }))).toBe('Erreurs');
  });

  test('never stands on a heading, whichever way it goes', async () => {
    const screen = await onPage('i');
    await screen.send('jj');
    expect(cursorOn(screen)).toBe('2 prérequis manquent');
    await screen.send('G');
    expect(cursorOn(screen)).toBe('Ouvrir J+1');
    await screen.send('\x1b[H');
    expect(cursorOn(screen)).toBe('Réunion équipe de déploiement');
  });

  test('stays where it is when another row comes to need something', async () => {
    const screen = await onPage('i');
    await screen.turn('agenda', {
      ...agenda,
      rows: [
        line('new', 'Nouveau', { choices: [choice('tickPass', { primary: true, about: 'new' })] }),
        ...agenda.rows,
      ],
    });
    expect(cursorOn(screen)).toBe('Réunion équipe de déploiement');
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
  });

  test('goes to what took the place of its row, where no Enter acts before it could be read', async () => {
    const one = (key: string) =>
      line(key, `Action ${key}`, {
        choices: [choice('confirm', { step: key, primary: true })],
      });
    const page = { ...agenda, rows: ['a', 'b', 'c', 'd'].map(one) };
    const screen = await onPage('i', { dossiers: { agenda: page } });
    await screen.send('jj');
    await screen.send('\r');
    await screen.turn('agenda', withRow(page, 'c', null));
    expect(cursorOn(screen)).toBe('Action d');
    expect(screen.frame()).not.toContain('Entrée agir');
    await screen.send('\r');
    expect(screen.acted.map(({ choice: { step } }) => step)).toEqual(['c']);
    await screen.pass(700);
    expect(screen.frame()).toContain('Entrée agir');
    await screen.send('\r');
    expect(screen.acted.map(({ choice: { step } }) => step)).toEqual(['c', 'd']);
  });

  test('keys of the same read move it, and none of them acts on what nobody has read', async () => {
    const screen = await open();
    await screen.send('ij');
    expect(cursorOn(screen)).toBe('Test final sur environnement de staging');
    await screen.send('P\r ');
    await screen.pass(700);
    expect(screen.acted).toEqual([]);
    expect(cursorOn(screen)).toBe('Fenêtre annoncée aux clients');
    await screen.send('C/fin');
    expect(screen.frame()).toContain('Filtre /fin');
  });
});

describe('looking for something', () => {
  test('/ keeps what matches and the headings above it, with a count of rows', async () => {
    const screen = await onPage('P');
    await screen.send('/retour\r');
    expect(screen.frame()).toContain('/retour 1/1');
    expect(screen.frame()).toContain('Répétitions');
    expect(screen.frame()).not.toContain('Infrastructure');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('Infrastructure');
    expect(screen.frame()).toMatch(/2 manquent · \d\/3/);
  });

  test('y takes what the row has to copy, else its text', async () => {
    const screen = await onPage('w');
    const clipped = (text: string) => `\x1b]52;c;${Buffer.from(text).toString('base64')}`;
    await screen.send('y');
    expect(screen.emitted.join('')).toContain(clipped('poste 12'));
    await screen.send('jy');
    expect(screen.emitted.join('')).toContain(clipped('La barre'));
  });
});

describe('acting on a row', () => {
  test('Enter makes its primary choice, with what it is about', async () => {
    const screen = await onPage('P');
    await screen.send('\r');
    expect(done(screen)).toEqual([['tickPass', 'P2', {}]]);
  });

  test('and stays on that row, whatever becomes of it', async () => {
    const screen = await onPage('P');
    await screen.send('\r');
    const row = line('P2', 'Fenêtre annoncée aux clients', { badge: badges.pass });
    await screen.turn('prerequisites', withRow(prerequisites, 'P2', row));
    expect(cursorOn(screen)).toBe('Fenêtre annoncée aux clients');
    await screen.send('\r');
    expect(screen.acted).toHaveLength(1);
    expect(screen.frame()).toContain('Rien à faire sur cette ligne.');
  });

  test.each([
    ['P', 'j', ' ', 'notOnRow'],
    ['P', '', ' ', ['tickPass', 'P2', {}]],
    ['P', '', 'x\r', ['tickFail', 'P2', {}]],
    ['P', '', 'Wclient prévenu\r', ['waive', 'P2', { reason: 'client prévenu' }]],
    ['P', 'k', 'c', ['check', 'P1', {}]],
    ['P', 'j', '\r', ['prove', 'P3', {}]],
    ['C', '', 'Tpar téléphone\r', ['told', 'start', { reason: 'par téléphone' }]],
    ['s', '', '=312 ms\r', ['enterFigure', 'latency', { text: '312 ms' }]],
    ['s', '', '\r', ['measure', 'latency', {}]],
    ['s', 'j', 'Jà revoir\r', ['lesson', 'tickets', { reason: 'à revoir' }]],
    ['i', 'G', 'Ion est prêt\r', ['openStage', 'J+1', { reason: 'on est prêt' }]],
    ['w', '', '\rj\rrappeler\r', ['call', 'DBA', { option: 'no-answer', reason: 'rappeler' }]],
  ])('on page %s, after %j, %j', async (page, before, keys, expected) => {
    const screen = await onPage(page);
    if (before !== '') await screen.send(before);
    for (const key of keys.match(/\r|[^\r]/g)!) {
      await screen.send(key);
      await screen.pass(700);
    }
    if (typeof expected === 'string') expect(screen.frame()).toContain('Rien de tel à faire sur');
    else expect(done(screen)).toEqual([expected]);
  });

  test('nothing of the step behind the page is decided by its keys', async () => {
    const screen = await onPage('P', { view: view({ choices: [choice('start')] }) });
    await screen.send('L');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('Rien de tel à faire sur cette ligne.');
  });

  test('while the run has just moved, what asks nothing waits', async () => {
    const screen = await onPage('s');
    screen.source.current = stateOf('underway', '3.4');
    await screen.show(view());
    expect(screen.frame()).not.toContain('Entrée agir');
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
    await screen.pass(700);
    await screen.send('\r');
    expect(done(screen)).toEqual([['measure', 'latency', {}]]);
  });

  test('the palette lists the choices of the row first, then those of the run', async () => {
    const screen = await onPage('s');
    await screen.send(':');
    expect(screen.frame()).toMatch(/> Mesurer +Entrée.*\n.*Saisir un chiffre +=.*\n.*Tout mesurer/);
    expect(screen.frame()).toContain('Retour arrière');
    await screen.send('tout');
    await screen.send('\r');
    expect(done(screen)).toEqual([['measureAll', undefined, {}]]);
  });

  test('observers read and follow, and change nothing', async () => {
    const screen = await onPage('P', { readOnly: true });
    expect(screen.frame()).not.toContain('Que faire');
    for (const key of ['\r', ' ', 'W', ':']) await screen.send(key);
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).not.toContain('Déroger');
    await screen.send('\x1b');
    await screen.send('i');
    await screen.send('jj');
    await screen.pass(700);
    await screen.send('\r');
    expect(screen.frame()).toContain('▶ Prérequis');
  });
});

describe('a row that leads somewhere', () => {
  test('to a row of another page; Escape comes back to it', async () => {
    const screen = await onPage('i');
    await screen.send('jj');
    await screen.send('\r');
    expect(screen.frame()).toContain('▶ Prérequis');
    expect(cursorOn(screen)).toBe('Fenêtre annoncée aux clients');
    await screen.send('\x1b');
    expect(cursorOn(screen)).toBe('2 prérequis manquent');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('1 Plan');
  });

  test('even where a filter would hide that row', async () => {
    const screen = await onPage('P');
    await screen.send('/20 Go\r');
    await screen.send('i');
    await screen.send('jj');
    await screen.pass(700);
    await screen.send('\r');
    expect(cursorOn(screen)).toBe('Fenêtre annoncée aux clients');
  });

  test('to a step of the plan, its stage unfolded', async () => {
    const screen = await onPage('i', { columns: 120, rows: 36 });
    await screen.send('j');
    await screen.send('\r');
    expect(screen.frame()).toContain('2 J-7.2 Step J-7.2');
    expect(screen.frame()).toContain('10:00 Test final sur environnemen');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('2 3.3');
  });
});

test('a row leads to the current step too, even where the plan has no row for it', async () => {
  const row = line('closing', 'La liste finale', { leads: { step: 'closing' } });
  const screen = await onPage('i', {
    view: closingView(),
    dossiers: { agenda: { ...agenda, rows: [row] } },
  });
  await screen.send('\r');
  expect(screen.frame()).toContain('2 Clôture');
});

describe('handing over', () => {
  const handed = async (options?: ScreenOptions) => {
    const screen = await onPage('w', options);
    for (const keys of ['j', 'H', 'Camille\r', 'tout va bien\r']) {
      await screen.send(keys);
      await screen.pass(700);
    }
    return screen;
  };

  test('asks to whom and where things stand, then leaves by itself', async () => {
    const screen = await onPage('w');
    await screen.send('jH');
    await screen.pass(700);
    expect(screen.frame()).toContain('À qui ? Son nom, puis Entrée.');
    await screen.send('Camille\r');
    await screen.pass(700);
    expect(screen.frame()).toContain('Où en est-on ?');
    await screen.send('\r');
    expect(screen.frame()).toContain('Tapez quelque chose');
    expect(screen.left()).toBe(false);
    await screen.send('tout va bien\r');
    expect(done(screen)).toEqual([['handOver', '', { text: 'Camille', reason: 'tout va bien' }]]);
    expect(screen.left()).toBe(true);
  });

  test('refused, the helm stays here', async () => {
    const screen = await handed({ refusal: { code: 'job-running', detail: '' } });
    expect(screen.left()).toBe(false);
    expect(screen.frame()).toContain("Rien n'a été fait : job-running");
  });
});

test('the run’s own choices have their keys on the main page too', async () => {
  const screen = await open({
    view: view({ choices: [choice('attest', { text: '', step: '3.3', label: 'Attester' })] }),
  });
  await screen.send('O');
  await screen.pass(700);
  expect(screen.frame()).toContain("Qui l'a dit ? Son nom, puis Entrée.");
  await screen.send('DBA\r');
  expect(done(screen)).toEqual([['attest', undefined, { text: 'DBA' }]]);
});

test('a figure comes with its unit, and the page follows what was measured', async () => {
  const screen = await onPage('s');
  const row = line('latency', 'Temps de réponse p95', { right: '298 ms  < 2 s' });
  await screen.turn('metrics', withRow(metrics, 'latency', row));
  expect(screen.frame()).toContain('298 ms');
});
