/** The days of a plan: what is late, due or to come, and what may be done before its day. */
import { expect, test } from 'vitest';
import { deskAt, expectWhole } from '../support/desk.ts';
import { begunEarlier } from '../support/earlier-opening.ts';
import { dayFromToday, writePlanFolder } from '../support/plan-folder.ts';
import { openHome } from '../support/program.ts';

const plan = `
# Essai

## Chronologie

### J-7 : Préparation
- [ ] **09:00** - Réunir l'équipe

### J-1 : Validation
- [ ] **09:00** - Relire le plan

### Jour J : Déploiement

#### Phase 1 : Déploiement (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - Déployer

## Post-Déploiement

### J+1 : Bilan
- [ ] Rapport de stabilité
- [ ] Analyse des métriques
- [ ] Retours utilisateurs
`;

const environments = { production: 'schedule: absolute\n' };

test('another day opens on the agenda, late first; a future stage is read, and opened early with a reason', async () => {
  const home = openHome();
  const folder = writePlanFolder(home.folder, plan, environments);
  const run = begunEarlier(home.folder, {
    plan: folder,
    environment: 'production',
    date: dayFromToday(1),
    at: `${dayFromToday(-2)}T12:00:00Z`,
  });
  const terminal = home.open(['resume', run, '--lang', 'fr']);
  const desk = deskAt(terminal);
  await desk.reads(/▶ Agenda[\s\S]*En retard[\s\S]*> › J-7\.1 Réunir l'équipe .*6 jours de retard/);
  await desk.reads(
    /Aujourd'hui \(J-1\)[\s\S]*J-1\.1 Relire[\s\S]*À venir[\s\S]*Jour J.*\(demain\)/,
  );

  // What is late is done first, then what is due today.
  await desk.enters();
  await desk.reads('2 J-7.1');
  await desk.enters();
  await desk.reads('2 J-1.1');
  await desk.enters();

  // The day itself is read; it begins on its day, or for a reason.
  await desk.reads(/2 1\.1 Déployer[\s\S]*Son jour est le .* \(demain\)/);
  expect(terminal.text()).not.toContain('1.1 est faite');
  desk.does('I');
  await desk.reads('Donnez une raison');
  desk.does('Enter');
  await desk.reads('Une raison est nécessaire.');
  await desk.answers('Donnez une raison', 'fenêtre avancée par la direction');
  await desk.reads(/Entrée 1\.1 est faite/);
  await desk.reads('Jour J ouverte avant son jour (fenêtre avancée');
  expect(home.run().entries('step.confirmed')).toMatchObject([
    { step: 'J-7.1' },
    { step: 'J-1.1' },
  ]);
  await desk.enters();
  await desk.reads(/2 J\+1\.1 [\s\S]*Son jour est le .* \(dans 2 jours\)/);
  expect(home.run().entries('stage.opened')).toMatchObject([
    { reason: 'fenêtre avancée par la direction' },
  ]);
  await expectWhole(home);
});

test('--date in the past, 80×24, in English: late first, and a list without times in any order', async () => {
  const home = openHome();
  const folder = writePlanFolder(home.folder, plan, environments);
  const args = ['run', folder, '--env', 'production', '--date', dayFromToday(-1), '--lang', 'en'];
  const desk = deskAt(home.open(args, { cols: 80, rows: 24 }));
  for (const step of ['J-7.1', 'J-1.1', '1.1']) {
    await desk.reads(`2 ${step} `);
    await desk.enters();
  }
  await desk.reads('2 J+1.1');
  await desk.opens('i', 'Agenda');
  await desk.reads(/Today \(J\+1\)[\s\S]*J\+1\.1[\s\S]*J\+1\.2[\s\S]*J\+1\.3/);

  for (const step of ['J+1.3', 'J+1.1']) {
    await desk.goesTo(step);
    await desk.enters();
    await desk.noLongerReads(`${step} `);
  }
  await desk.goesTo('J+1.2');
  await desk.enters();
  await desk.reads('COMPLETED');
  const order = home
    .run()
    .entries('step.confirmed')
    .map(({ step }) => step);
  expect(order.slice(-3)).toEqual(['J+1.3', 'J+1.1', 'J+1.2']);
  await expectWhole(home);
});
