/** After the day: the rhythm of the surveillance, the lists of the following weeks, what was learnt, and the end. */
import { expect, test } from 'vitest';
import { deskAt, expectWhole } from '../support/desk.ts';
import { begunEarlier } from '../support/earlier-opening.ts';
import { dayFromToday, writePlanFolder } from '../support/plan-folder.ts';
import { openHome } from '../support/program.ts';

const plan = `
# Essai

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Déploiement (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - Déployer

## Post-Déploiement

### Surveillance Renforcée (J+0 à J+7)

- **Monitoring** : Vérification toutes les heures
- **Logs** : Analyse quotidienne des erreurs

### Actions de Suivi

#### J+1 : Bilan 24h
- [ ] Rapport de stabilité

#### J+7 : Bilan semaine
- [ ] Rapport complet

#### J+30 : Bilan mensuel
- [ ] Leçons apprises

## Annexes

### A. Checklist de Validation
- [ ] Tout est fait
`;

/** Two hours more than a day ago: the day before, and every rhythm of the plan has come round since. */
const dayBefore = () => new Date(Date.now() - 26 * 3_600_000).toISOString();

test('looks at their rhythm, lessons, the lists of J+1, J+7 and J+30, and the final checklist at the end', async () => {
  const home = openHome();
  const folder = writePlanFolder(home.folder, plan, { production: 'schedule: absolute\n' });
  const id = begunEarlier(home.folder, {
    plan: folder,
    environment: 'production',
    date: dayFromToday(-1),
    at: dayBefore(),
    done: ['1.1'],
  });
  const desk = deskAt(home.open(['resume', id, '--lang', 'fr']));
  await desk.reads(/▶ Agenda[\s\S]*Aujourd'hui \(J\+1\)[\s\S]*J\+1\.1 Rapport de stabilité/);
  await desk.reads(
    /Surveillance[\s\S]*Monitoring .*jamais vu · rythme : 1 h[\s\S]*Logs .*jamais vu/,
  );
  await desk.reads('2 points à surveiller');

  // Looked at: it is due again at its rhythm. Found wrong: it stays.
  await desk.goesTo('Monitoring');
  await desk.enters();
  await desk.picks('Choisissez', 1);
  await desk.answers('Ce que vous avez vu.', 'courbes plates');
  await desk.reads('1 point à surveiller');
  await desk.reads(/✓ Monitoring .*bon +vu il y a/);
  await desk.goesTo('Logs');
  await desk.enters();
  await desk.picks('Choisissez', 2);
  await desk.answers('Ce que vous avez vu.', 'une erreur par minute');
  await desk.reads(/Logs .*en défaut/);
  expect(home.run().entries('surveillance.done')).toMatchObject([
    { item: 'W.1', verdict: 'pass', note: 'courbes plates' },
    { item: 'W.2', verdict: 'fail', note: 'une erreur par minute' },
  ]);

  await desk.goesTo('leçon');
  await desk.enters();
  await desk.picks('Choisissez', 3);
  await desk.answers('Votre note pour le bilan', 'répéter aussi le retour');
  await desk.reads('répéter aussi le retour');
  await desk.goesTo('J+1.1');
  await desk.enters();
  await desk.noLongerReads('J+1.1');
  desk.does('Escape');

  // The weeks to come are opened early here, each with its reason.
  for (const stage of ['J+7', 'J+30']) {
    await desk.reads(`Ouvrir ${stage} en avance`);
    await desk.enters();
    await desk.answers('Donnez une raison', 'essai');
    await desk.reads(`${stage}.1 est faite`);
    await desk.enters();
  }
  await desk.reads(/Liste finale[\s\S]*Tout est fait/);
  await desk.reads('Espace cocher');
  desk.does('Space');
  await desk.reads(/Clore l'exécution/);
  await desk.enters();
  await desk.answers('Tapez CLORE', 'CLORE');
  await desk.reads('✓ TERMINÉ');
  expect(home.run().entries('run.closed')).toHaveLength(1);
  expect(home.run().entries('note.added')).toMatchObject([{ topic: 'lesson' }]);
  await expectWhole(home);
});
