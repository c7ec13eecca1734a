/** Who is concerned, whom to reach, and the helm that passes from one to another. */
import { expect, test } from 'vitest';
import { deskAt, expectWhole } from '../support/desk.ts';
import { writePlanFolder } from '../support/plan-folder.ts';
import { openHome } from '../support/program.ts';

const plan = `
# Essai

## Équipe de Déploiement

| Rôle | Responsable | Contact | Responsabilités |
|------|-------------|---------|-----------------|
| **Chef de projet** | Astreinte projet | poste 4101 | Coordination |
| **DBA** | Astreinte bases | poste 4103 | Base de données |

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Déploiement (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - Sauvegarder la base <!-- role=DBA -->
- [ ] **06:10** - Conclure <!-- role="Chef de projet" -->

## Contacts d'Urgence

### Escalade
- **Directeur technique** : poste 4001
- **Directeur produit** : poste 4002
`;

test('anyone is reached in two keys, the call is kept, and a colleague takes the helm with a summary', async () => {
  const home = openHome();
  const folder = writePlanFolder(home.folder, plan, { essai: 'schedule: relative\n' });
  const terminal = home.open(['run', folder, '--env', 'essai', '--lang', 'fr']);
  const desk = deskAt(terminal);
  await desk.reads('2 1.1');

  // Who is concerned now, the team, whom to call next: all of it at the first key.
  await desk.opens('w', 'Équipe et contacts');
  await desk.reads(
    /Concernés maintenant .*1\.1 Sauvegarder[\s\S]*DBA · Astreinte bases · poste 4103[\s\S]*L’équipe/,
  );
  await desk.reads(/Escalade[\s\S]*Directeur technique · poste 4001[\s\S]*produit · poste 4002/);

  await desk.goesTo('Directeur technique');
  await desk.enters();
  await desk.picks('message laissé', 2);
  await desk.answers("Ce qui s'est dit.", 'rappelle dans dix minutes');
  await desk.reads(/Directeur technique .*message laissé \d\d:\d\d/);
  await desk.reads(/message laissé, noté par \S+ : rappelle dans dix minutes/);
  expect(home.run().entries('person.called')).toMatchObject([
    {
      role: 'Directeur technique',
      step: '1.1',
      outcome: 'message-left',
      note: 'rappelle dans dix minutes',
    },
  ]);

  await desk.goesTo('depuis');
  await desk.reads(/Ce que votre collègue lira :[\s\S]*1\.1 Sauvegarder la base/);
  desk.does('H');
  await desk.answers('À qui ?', 'Dominique');
  await desk.answers('Où en est-on ?', 'la sauvegarde est à lancer');
  expect(await terminal.waitForEnd()).toEqual({ code: 0, signal: 0 });
  expect(terminal.text()).toContain('bascule resume');
  expect(home.run().entries('helm.released')).toMatchObject([{ why: 'handed-over' }]);
  expect(home.run().entries('helm.handed')).toMatchObject([{ to: 'Dominique' }]);

  // The summary is the first thing that the next cockpit shows, before anything can be done.
  const next = deskAt(home.open(['resume', '--lang', 'en'], { cols: 80, rows: 24 }));
  await next.reads(/Dominique[\s\S]*1\.1 Sauvegarder la base[\s\S]*la sauvegarde est à lancer/);
  await next.reads(/Enter (?:close|act)/);
  next.does('Enter');
  await next.reads('2 1.1');
  await next.opens('w', 'Team');
  await next.reads(/Directeur technique .*message left/);
  await expectWhole(home);
});
