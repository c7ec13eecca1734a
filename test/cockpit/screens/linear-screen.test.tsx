import { render } from 'ink-testing-library';
import { describe, expect, test } from 'vitest';
import { initialUi, type Ui } from '../../../src/cockpit/model/ui.ts';
import { LinearScreen } from '../../../src/cockpit/screens/linear-screen.tsx';
import type { DossierId, PlaybackView, ScreenView } from '../../../src/view/types.ts';
import { dossiers } from '../dossiers.ts';
import { alerts, failedView, ready, refusedView, unready } from '../panes/hard-views.ts';
import { lookOf, situationOf } from '../panes/situation.ts';
import { view } from '../sample.ts';
import { atClock, SamplePlayback } from '../sample-playback.ts';

function heard(view: ScreenView, dossier?: DossierId): string[] {
  const ui = { ...initialUi(false), ...(dossier && { page: dossier }) };
  const page = dossier && { dossier: dossiers[dossier] };
  const { lastFrame, unmount } = render(
    <LinearScreen ui={ui} s={situationOf(view, page)} asking="" />,
  );
  const lines = (lastFrame() ?? '').split('\n');
  unmount();
  return lines;
}

test('a failure is heard in the order in which one decides', () => {
  const lines = heard(failedView({ alerts, readiness: unready }));
  const said = [
    alerts[1]!.text,
    'Retour arrière: il manque : sauvegarde',
    '3.3 Exécution des migrations de base: échec',
    'code 137 : tuée (KILL)',
    'Killed',
    "retour tenable encore 2 h 51 (jusqu'à 09:58)",
    'Entrée: Relancer 3.3',
  ];
  const places = said.map(text => lines.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a way back that is open is not worth a word', () => {
  expect(heard(failedView({ readiness: ready })).join('\n')).not.toContain('prêt');
});

test('after a NO-GO, the actions and what each does', () => {
  expect(heard(refusedView())).toContain('Relancer le dry-run: refaire depuis 4.1');
});

test('what waits around the commands is said after what is wrong', () => {
  const todo = { text: '1 message à envoyer', tone: 'warning' as const };
  const lines = heard(view({ alerts, todo }));
  expect(lines.indexOf(todo.text)).toBe(lines.indexOf(alerts.at(-1)!.text) + 1);
});

describe('of a run that plays again', () => {
  const at = (clock: string, more: Partial<PlaybackView> = {}) => {
    const playback = new SamplePlayback();
    playback.seek(atClock(clock));
    return { ...playback.view(), ...more };
  };
  const said = (playback: PlaybackView, language: 'fr' | 'en' = 'fr', ui: Partial<Ui> = {}) => {
    const look = lookOf(false, language);
    const s = { ...situationOf(view(), { look }), playback, readOnly: true };
    const { lastFrame, unmount } = render(
      <LinearScreen ui={{ ...initialUi(false), ...ui }} s={s} asking="" />,
    );
    const lines = (lastFrame() ?? '').split('\n');
    unmount();
    return lines;
  };

  test('the hour is heard where it stands still, for it would never end', () => {
    expect(said(at('06:40:00'))).toContain('Lecture ×60');
    expect(said(at('07:20:00', { playing: false }))).toContain(
      'En pause à 07:20:00 sur 10:30:00, après : 07:10:00 3.3 relancée',
    );
    expect(said(at('10:30:00', { playing: false })).join('\n')).toContain('Fin de la relecture');
    expect(said(at('07:20:00'), 'en')).toContain('Playing ×60, after: 07:10:00 3.3 relancée');
  });

  test('the moments are heard, and which one Enter goes to', () => {
    const lines = said(at('07:20:00'), 'fr', { page: 'moments' });
    expect(lines).toContain('échec 07:00:00 3.3 en échec : code 1');
    expect(lines).toContain('> décision 07:10:00 3.3 relancée');
    expect(lines.join('\n')).not.toContain('Arrêter');
  });

  test('what a key could not do is heard', () => {
    const notice = { text: 'Aucun échec après.', tone: 'warning', until: Infinity } as const;
    expect(said(at('07:20:00'), 'fr', { notice })).toContain('Aucun échec après.');
  });
});

test('an open page is heard row by row, then the row under the cursor and what may be done with it', () => {
  const lines = heard(view(), 'prerequisites');
  const start = lines.indexOf('Prérequis: 2 manquent');
  expect(lines.slice(start)).toEqual([
    'Prérequis: 2 manquent',
    'Infrastructure',
    '20 Go libres sur le serveur: prouvé, ops, 24/11',
    '> Fenêtre annoncée aux clients: manque, parole',
    'Répétitions',
    'Retour arrière répété: manque, preuve',
    'Fenêtre annoncée aux clients',
    'Personne ne l’a dit pour le moment.',
    'Entrée: Cocher',
    'x: Marquer en échec',
    'W: Déroger',
    ':: Déroger aux 2 prérequis qui manquent',
  ]);
  expect(lines.join(' ')).not.toContain('Arrêter 3.3');
});
