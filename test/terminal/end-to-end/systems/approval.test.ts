/** A second person's word: a GO waits for it, and says how it is known whose it was. */
import { expect, onTestFinished, test } from 'vitest';
import { isRoot, sharedHome } from '../../../weeks/run-of-weeks.ts';
import { asNobody } from '../../../weeks/second-person.ts';
import { deskAt, expectWhole } from '../support/desk.ts';
import { writePlanFolder } from '../support/plan-folder.ts';
import { Home } from '../support/program.ts';

const plan = `
# Essai

## Équipe de Déploiement

| Rôle | Responsable | Contact | Responsabilités |
|------|-------------|---------|-----------------|
| **Chef de projet** | Astreinte projet | poste 4101 | Décisions |
| **DBA** | Astreinte bases | poste 4103 | Base de données |

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Déploiement (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - GO/NO-GO des bases <!-- approve=DBA -->
- [ ] **06:10** - GO/NO-GO final <!-- approve="Chef de projet" -->
- [ ] **06:20** - Conclure
`;

/** Nobody here may speak for the DBA; the account that every system has may, for the project. */
const environment = `schedule: relative
approvers:
  DBA: [personne-d-ici]
  Chef de projet: [nobody]
`;

function openSharedHome(): Home {
  const home = new Home(sharedHome());
  onTestFinished(() => home.close());
  return home;
}

test('GO waits for somebody else: another account is verified, a telephone is not, and not everybody counts', async () => {
  const home = openSharedHome();
  const folder = writePlanFolder(home.folder, plan, { essai: environment });
  const approval = ['approve', '--home', home.folder, '--lang', 'fr', '--confirm'];
  const terminal = home.open(['run', folder, '--env', 'essai', '--lang', 'fr']);
  const desk = deskAt(terminal);
  await desk.reads(/2 1\.1 GO\/NO-GO des bases[\s\S]*[Aa]ccord [^│]*DBA/);
  await desk.reads('q détacher');
  desk.does('+');
  await desk.reads(/Pas maintenant : [^│]*accord/);
  expect(home.run().entries('gate.passed')).toEqual([]);

  // Whoever drives cannot be the second person.
  const own = await home.cli(['approve', '--confirm', '1.1', '--lang', 'fr']);
  expect(own.code).not.toBe(0);
  expect(own.stderr).toContain('l’accord doit venir de quelqu’un d’autre');
  if (isRoot) {
    const { said } = await asNobody([...approval, '1.1']);
    expect(said).toContain('ce rôle ne vous est pas confié dans cet environnement');
    await desk.reads('accord de nobody non compté');
    expect(home.run().entries('approval.given')).toEqual([]);
  }

  // Said by telephone: written as such, and never shown as verified.
  desk.does('O');
  await desk.picks('Choisissez', 1);
  await desk.answers("Qui l'a dit ?", 'Camille');
  await desk.answers('Comment, et quand ?', 'au téléphone à midi');
  await desk.reads(/GO attesté, dit par Camille \(DBA\) : au téléphone à midi/);
  await desk.reads(/\(non [^)]*vérifié\)/);
  desk.does('+');
  await desk.answers('Tapez GO', 'GO');
  await desk.reads(/2 1\.2 GO\/NO-GO final/);
  expect(home.run().entries('approval.given')).toMatchObject([
    { step: '1.1', proof: 'attested', person: 'Camille', verdict: 'go' },
  ]);

  if (isRoot) {
    await desk.reads(/[Aa]ccord [^│]*Chef de projet/);
    expect(await asNobody([...approval, '1.2'])).toMatchObject({ code: 0 });
    await desk.reads('GO de nobody (Chef de projet), identité vérifiée');
    await desk.considers();
    desk.does('+');
    await desk.answers('Tapez GO', 'GO');
    await desk.reads('2 1.3');
    expect(home.run().entries('approval.given').at(-1)).toMatchObject({
      step: '1.2',
      proof: 'verified',
      person: 'nobody',
      uid: 65534,
    });
  }
  await expectWhole(home);
});
