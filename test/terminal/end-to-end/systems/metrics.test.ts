/** The plan's success metrics: measured before the window and after it, entered by hand, beside their thresholds. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { deskAt, expectWhole } from '../support/desk.ts';
import { writePlanFolder } from '../support/plan-folder.ts';
import { openHome } from '../support/program.ts';

const plan = `
# Essai

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Déploiement (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - Réunir l'équipe
- [ ] **06:05** - **DÉBUT MAINTENANCE**
- [ ] **06:10** - Déployer
- [ ] **06:20** - **FIN MAINTENANCE**
- [ ] **06:25** - Surveiller

## Métriques de Succès

### Techniques

- [ ] **Performance** : Temps de réponse < 2s
- [ ] **Erreurs** : Taux d'erreur < 0.1%

### Utilisateurs

- [ ] **Formation** : Support < 10 tickets/jour
`;

const environmentFor = (port: number): string => `schedule: relative
probes:
  Performance:
    type: http
    url: http://127.0.0.1:${port}/
    measure: p95
    requests: 4
    every: 1s
  Erreurs:
    type: http
    url: http://127.0.0.1:${port}/
    measure: error-rate
    requests: 4
    every: 1s
`;

interface Site {
  port: number;
  /** Every answer is an error from now on, or none. */
  failing: boolean;
}

async function site(): Promise<Site> {
  const state = { port: 0, failing: false };
  const server = createServer((_, response) => {
    response.statusCode = state.failing ? 500 : 200;
    response.end('bonjour');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  state.port = (server.address() as AddressInfo).port;
  return state;
}

test('a baseline before the window, measures after it, an alert when errors begin, a figure by hand', async () => {
  const home = openHome();
  const server = await site();
  const folder = writePlanFolder(home.folder, plan, { essai: environmentFor(server.port) });
  const terminal = home.open(['run', folder, '--env', 'essai', '--lang', 'fr']);
  const desk = deskAt(terminal);
  const measures = (as: string) =>
    home
      .run()
      .entries('metric.measured')
      .filter(entry => entry.as === as);
  await desk.reads('2 1.1');
  await desk.reads(() => measures('baseline').length === 2);
  expect(measures('baseline').map(({ metric, unit }) => [metric, unit])).toEqual([
    ['M1.1', 'ms'],
    ['M1.2', '%'],
  ]);
  for (const next of ['1.2', '1.3', '1.4']) {
    await desk.enters();
    await desk.reads(`2 ${next}`);
  }
  expect(measures('watch')).toEqual([]);
  await desk.enters();
  await desk.reads('2 1.5');

  await desk.opens('s', 'Mesures');
  await desk.reads(/Performance .*bon .* ms < 2 s/);
  await desk.reads(/Erreurs .*bon .*0 % < 0,1 %/);
  server.failing = true;
  await desk.reads(/Erreurs .*en défaut .*100 %, seuil < 0,1 %/);
  await desk.reads(/! Erreurs : 100 %, le plan veut < 0,1 %/);
  await desk.goesTo('Erreurs');
  await desk.reads(/[▁▂▃▄▅▆▇█]{2,}[\s\S]*min 0 %, max 100 %/);
  await desk.reads(/Référence : 0 %/);
  server.failing = false;
  await desk.reads(/Erreurs .*bon .*0 % < 0,1 %/);

  await desk.goesTo('Formation');
  await desk.reads('À saisir à la main.');
  desk.does('=');
  await desk.reads('Le chiffre ; son unité');
  await desk.considers();
  desk.types('beaucoup\r');
  await desk.reads('Pas un chiffre');
  desk.does(...Array.from('beaucoup', () => 'Backspace'));
  await desk.answers('Le chiffre ; son unité', '12');
  await desk.answers('Lu où ?', 'file du support');
  await desk.reads(/Formation .*en défaut .*12 tickets\/jour, seuil < 10 tickets\/jour/);
  const byHand = measures('watch').filter(({ source }) => source === 'hand');
  expect(byHand).toMatchObject([{ metric: 'M2.1', value: 12 }]);
  desk.does('q');
  await terminal.waitForEnd();

  // The same plan, read by somebody else in English.
  const other = deskAt(home.open(['resume', '--lang', 'en'], { cols: 80, rows: 24 }));
  await other.reads('2 1.5');
  await other.opens('s', 'Metrics');
  await other.reads(/Erreurs .*good .*0 % < 0\.1 %/);
  await other.reads(/Formation .*wrong .*12 tickets\/jour, threshold/);
  await expectWhole(home);
});
