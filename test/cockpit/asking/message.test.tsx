import { afterEach, describe, expect, test } from 'vitest';
import { draft, line, messages, states, withRow } from '../dossiers.ts';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const onMessages = async (key: string, options: ScreenOptions = {}) => {
  const screen = await openScreen(options);
  opened.push(screen);
  await screen.send('C');
  await screen.pass(700);
  await screen.send(key);
  await screen.pass(700);
  return screen;
};
const done = (screen: Screen) =>
  screen.acted.map(({ choice: { id, about }, answers }) => [id, about, answers]);
const save = '\x04';
const end = '\x1b[F';

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
});

describe('sending', () => {
  test.each([
    ['fr', 'Objet : ', 'Tapez ENVOYER puis Entrée'],
    ['en', 'Subject: ', 'Type ENVOYER then Enter'],
  ] as const)('in %s shows what leaves, then asks for its word', async (language, subject, ask) => {
    const screen = await onMessages('\r', { language });
    const frame = screen.frame();
    expect(frame).toContain(`${subject}${draft.subject}`);
    expect(frame).toContain('La maintenance commence à 06:30.');
    expect(frame).toMatch(/… \+\d/);
    expect(frame).toContain(ask);
    expect(frame).toMatch(/REHEARSAL {2}Début de la maintenance/);
    expect(frame.split('\n')).toHaveLength(24);
    await screen.send('\r');
    expect(screen.acted).toEqual([]);
    await screen.send('ENVOYER\r');
    expect(done(screen)).toEqual([['send', 'start', {}]]);
    expect(screen.acted[0]!.choice.draft).toEqual(draft);
  });

  test('shows all of it where there is room', async () => {
    const screen = await onMessages('\r', { columns: 120, rows: 36 });
    expect(screen.frame()).not.toMatch(/… \+\d/);
    expect(screen.frame().split('Ligne 12 du message.').length).toBeGreaterThan(1);
  });

  test('is refused once somebody sent it', async () => {
    const screen = await onMessages('\r');
    await screen.send('ENVOY');
    const sent = line('start', 'Début de la maintenance', { badge: states.sent });
    await screen.turn('messages', withRow(messages, 'start', sent));
    await screen.send('ER\r');
    expect(screen.acted).toEqual([]);
    expect(screen.frame()).toContain('La situation a changé');
  });
});

describe('editing a message', () => {
  test.each([
    ['fr', "Texte du message : l'objet sur la première ligne."],
    ['en', 'Text of the message: its subject on the first line.'],
  ] as const)('in %s is not editing a command', async (language, scope) => {
    const screen = await onMessages('M', { language });
    expect(screen.frame()).toContain(scope);
    expect(screen.frame()).toContain(draft.subject);
    expect(screen.frame()).not.toMatch(/commande|command/);
    await screen.send(end);
    await screen.send(' !');
    await screen.send(save);
    expect(done(screen)).toEqual([
      ['editMessage', 'start', { text: `${draft.subject} !\n\n${draft.body}` }],
    ]);
  });

  test('left as it was, says so in its own words', async () => {
    const screen = await onMessages('M');
    await screen.send(save);
    expect(screen.frame()).toContain("Le message n'a pas été modifié.");
    expect(screen.acted).toEqual([]);
  });

  test('left by Escape, is there the next time, however the run filled it since', async () => {
    const screen = await onMessages('M');
    await screen.send('Urgent ');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('Votre texte est gardé');
    const [row] = messages.rows;
    const [send, edit, told] = row!.choices;
    const since = { ...row!, choices: [send!, { ...edit!, edit: 'autre' }, told!] };
    await screen.turn('messages', withRow(messages, 'start', since));
    await screen.send('M');
    await screen.pass(700);
    expect(screen.frame()).toContain('_Urgent Déploiement');
  });

  test('the operator’s own editor is offered for the text, not for a command', async () => {
    const screen = await onMessages('M', { edit: async text => text.replace('06:30', '06:45') });
    expect(screen.frame()).toContain('Où modifier le texte du message ?');
    await screen.send('\r');
    await screen.pass(700);
    expect(done(screen)).toEqual([
      [
        'editMessage',
        'start',
        { text: `${draft.subject}\n\n${draft.body.replace('06:30', '06:45')}` },
      ],
    ]);
  });

  test('where a reason is owed, what changes is shown first', async () => {
    const [row] = messages.rows;
    const [send, edit] = row!.choices;
    const owing = { ...row!, choices: [send!, { ...edit!, reason: 'required' as const }] };
    const screen = await onMessages('M', {
      dossiers: { messages: withRow(messages, 'start', owing) },
    });
    await screen.send(end);
    await screen.send(' !');
    await screen.send(save);
    await screen.pass(700);
    expect(screen.frame()).toContain(`+ ${draft.subject} !`);
  });
});
