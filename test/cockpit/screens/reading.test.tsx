import { afterEach, describe, expect, test } from 'vitest';
import { openScreen, type ScreenOptions } from '../open-screen.tsx';

type Screen = Awaited<ReturnType<typeof openScreen>>;
const opened: Screen[] = [];
const asked: string[] = [];
const reading = [{ title: 'Contacts', markdown: '- **DBA** : à compléter' }];
const links = [
  { text: 'Guide API', url: './docs/api/README.md', exists: true },
  { text: 'Support', url: 'https://support.example/aide' },
  { text: 'Formation', url: './docs/absent.md', exists: false },
];
const readLink = (url: string) => {
  asked.push(url);
  return url.endsWith('README.md')
    ? { title: 'Guide API', markdown: '# API\n\n- **une** route\n- deux routes' }
    : null;
};
const onDocument = async (options: ScreenOptions = {}) => {
  const screen = await openScreen({ reading, links, readLink, ...options });
  opened.push(screen);
  await screen.send('r');
  return screen;
};
/** Enter on the link number `at`, from 0. */
const follow = async (screen: Screen, at: number) => {
  await screen.send('j'.repeat(at + 1));
  await screen.send('\r');
};

afterEach(() => {
  for (const screen of opened.splice(0)) screen.close();
  asked.length = 0;
});

describe('the links of the plan, on the page of the document', () => {
  test('come after its sections, with where they point to; what is not there says so', async () => {
    const frame = (await onDocument()).frame();
    expect(frame).toMatch(/> Contacts.*\n.*Guide API — \.\/docs\/api\/README\.md.*\n.*Support — /);
    expect(frame).toMatch(/Formation — \.\/docs\/absent\.md +introuvable/);
    expect(frame).toContain('1/4');
    expect(asked).toEqual([]);
    expect((await onDocument({ language: 'en' })).frame()).toMatch(/absent\.md +not found/);
  });

  test('a file opens as a page to read; Escape comes back to its row', async () => {
    const screen = await onDocument();
    await follow(screen, 0);
    expect(screen.frame()).toContain('▶ Guide API');
    expect(screen.frame()).toContain('- une route');
    await screen.send('/deux\r');
    expect(screen.frame()).not.toContain('une route');
    await screen.send('\x1b');
    await screen.send('\x1b');
    expect(screen.frame()).toContain('> Guide API');
  });

  test('an address is said, and y copies it', async () => {
    const screen = await onDocument();
    await follow(screen, 1);
    expect(screen.frame()).toContain(
      "https://support.example/aide · à ouvrir ailleurs, y copie l'",
    );
    await screen.send('y');
    const encoded = Buffer.from('https://support.example/aide').toString('base64');
    expect(screen.emitted.join('')).toContain(`\x1b]52;c;${encoded}\x07`);
  });

  test('a file that is not there, or cannot be read, opens nothing', async () => {
    const missing = await onDocument();
    await follow(missing, 2);
    expect(missing.frame()).toContain('./docs/absent.md : fichier introuvable.');
    const unreadable = await onDocument({
      readLink: () => {
        throw new Error('EACCES');
      },
    });
    await follow(unreadable, 0);
    expect(unreadable.frame()).toContain("./docs/api/README.md n'a pas pu être lu : EACCES.");
    expect(unreadable.frame()).toContain('▶ Document');
  });

  test('a hostile file is read inert', async () => {
    const markdown = 'avant \x1b]52;c;cm0=\x07 après\n\x1b[2J'.repeat(40);
    const screen = await onDocument({ readLink: () => ({ title: '\x1b[2Jx', markdown }) });
    await follow(screen, 0);
    expect(screen.frame()).not.toContain('\x1b');
    expect(screen.frame().split('\n')).toHaveLength(24);
  });
});
