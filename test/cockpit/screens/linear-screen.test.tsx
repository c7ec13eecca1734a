import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { LinearScreen } from '../../../src/cockpit/screens/linear-screen.tsx';
import type { ScreenView } from '../../../src/view/types.ts';
import { alerts, failedView, ready, refusedView, unready } from '../panes/hard-views.ts';
import { situationOf } from '../panes/situation.ts';

function heard(view: ScreenView): string[] {
  const { lastFrame, unmount } = render(<LinearScreen s={situationOf(view)} asking="" />);
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
