import { afterEach, describe, expect, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';
import { badges, box, choice, step, tree, view } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const labels = {
  confirm: (id: string) => `Dire ${id} faite`,
  skip: (id: string) => `Passer ${id}`,
};
const choicesOf = (id: string) => [
  choice('confirm', { step: id, label: labels.confirm(id), primary: true }),
  choice('skip', { step: id, label: labels.skip(id), reason: 'required' }),
  choice('tickPass', { step: id, label: 'Cocher' }),
  choice('tickFail', { step: id, label: 'Marquer en échec' }),
];
const manual = (id: string, more = {}) =>
  step({
    id,
    title: `Step ${id}`,
    kind: 'manual',
    status: badges.ready,
    job: null,
    commands: [],
    ...more,
  });
const boxes = [box('a', 'Alpha'), box('b', 'Bravo')];
/** J-7.1 is current; J-7.2 may be done as well, 3.1 may not. */
const open = async (options: ScreenOptions = {}) => {
  const screen = await openScreen({
    view: view({
      tree: tree('J-7.1', badges.ready),
      current: manual('J-7.1'),
      choices: [...choicesOf('J-7.1'), choice('note', { label: 'Note', reason: 'required' })],
    }),
    stepAt: id => manual(id, id === 'J-7.2' ? { choices: choicesOf(id), boxes } : {}),
    columns: 120,
    rows: 36,
    ...options,
  });
  opened.push(screen);
  return screen;
};
/** With the plan's cursor on the step after the current one. */
const onNext = async (options?: ScreenOptions) => {
  const screen = await open(options);
  await screen.send('1j');
  expect(screen.frame()).toContain('2 J-7.2 Step J-7.2');
  return screen;
};
const done = (screen: Screen) =>
  screen.acted.map(({ choice: { id, step: about }, answers }) => [id, about, answers]);

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('a step of a list without order', () => {
  test('shows its own choices, and Enter makes them', async () => {
    const screen = await onNext();
    expect(screen.frame()).toContain('Entrée Dire J-7.2 faite');
    await screen.send('2');
    expect(screen.frame()).toContain('Entrée agir');
    await screen.send('\r');
    expect(done(screen)).toEqual([['confirm', 'J-7.2', {}]]);
  });

  test('so do its other keys, with its own boxes', async () => {
    const screen = await onNext();
    await screen.send('2');
    await screen.send(' ');
    await screen.send('jx');
    await screen.send('S');
    await screen.pass(700);
    expect(screen.frame()).toMatch(/REHEARSAL {2}J-7\.2 Step J-7\.2/);
    await screen.send('plus tard\r');
    expect(done(screen)).toEqual([
      ['tickPass', 'J-7.2', { item: 'a' }],
      ['tickFail', 'J-7.2', { item: 'b' }],
      ['skip', 'J-7.2', { reason: 'plus tard' }],
    ]);
  });

  test('what it does not offer is not done about the current one instead', async () => {
    const screen = await onNext({
      stepAt: id => manual(id, { choices: choicesOf(id).slice(0, 1) }),
    });
    await screen.send('S');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('Vous regardez J-7.2.');
    await screen.send('m');
    await screen.send('vu\r');
    expect(done(screen)).toEqual([['note', undefined, { reason: 'vu' }]]);
  });

  test('a choice that it cannot make says why, even where the current one could', async () => {
    const [confirm, skip] = choicesOf('J-7.2');
    const screen = await onNext({
      stepAt: id =>
        manual(id, { choices: [confirm!, { ...skip!, enabled: false, why: 'pas encore dû' }] }),
    });
    await screen.send('S');
    expect(screen.frame()).toContain('Pas maintenant : pas encore dû.');
  });

  test('the palette begins with them', async () => {
    const screen = await onNext();
    await screen.send(':');
    expect(screen.frame()).toMatch(/> Dire J-7\.2 faite +Entrée/);
    await screen.send('\r');
    expect(done(screen)).toEqual([['confirm', 'J-7.2', {}]]);
  });

  test('the question is refused when one of its boxes changed meanwhile', async () => {
    let mark: 'open' | 'pass' = 'open';
    const screen = await onNext({
      stepAt: id =>
        manual(id, {
          choices: [choice('confirm', { step: id, primary: true, reason: 'required' })],
          boxes: [box('a', 'Alpha', mark)],
        }),
    });
    await screen.send('2');
    await screen.send('\r');
    await screen.pass(700);
    await screen.send('fait');
    mark = 'pass';
    screen.source.say();
    await screen.show(view({ current: manual('J-7.1'), tree: tree('J-7.1', badges.ready) }));
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('La situation a changé');
  });

  test('observers have none of it', async () => {
    const screen = await onNext({ readOnly: true });
    for (const key of ['2', '\r', ' ', 'S']) await screen.send(key);
    expect(screen.frame()).not.toContain('Dire J-7.2 faite');
    expect(screen.acted).toEqual([]);
  });
});
