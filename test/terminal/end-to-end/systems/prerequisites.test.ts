/** What must be true before the day: a person's word, a command, an earlier run, or a reason to do without. */
import { statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskAt, expectWhole } from '../support/desk.ts';
import { dayFromToday, writePlanFolder } from '../support/plan-folder.ts';
import { type Home, openHome } from '../support/program.ts';
import { RunFolder } from '../support/run-folder.ts';

const plan = `
# Essai

## Informations Générales

- **Environnements** : Staging → Production

## Prérequis

### Technique
- [ ] **Environnement de staging** validé
- [ ] **Plan de rollback** préparé et testé

### Infrastructure
- [ ] **Espace disque** suffisant
  \`\`\`bash timeout=10s dir={{run}}
  df -Pk . | awk 'NR == 2 { print int($4 / 1048576) " Go libres" }'
  \`\`\`
- [ ] **Accès** ouverts
  \`\`\`bash timeout=10s dir={{run}}
  test -e ../../acces || { echo "accès fermés"; exit 1; }
  echo "accès ouverts"
  \`\`\`

### Organisationnel
- [ ] **Support** prévenu
- [ ] **Formation** effectuée

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Déploiement (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - Réunir l'équipe
- [ ] **06:05** - Déployer
  \`\`\`bash timeout=10s
  test -z "$BASCULE_FAULT"
  \`\`\`

## Procédure de Rollback

### Procédure d'Urgence (10 min)

1. **Revenir** (5 min)
   \`\`\`bash
   echo revenu
   \`\`\`
`;

const environments = {
  staging: 'schedule: relative\n',
  production: 'protected: true\n',
};

/** The program opens its cockpit only once the environment was named in full. */
async function entered(home: Home, folder: string) {
  const args = ['run', folder, '--env', 'production', '--date', dayFromToday(0), '--lang', 'fr'];
  const terminal = home.open([...args, '--waive', 'essai']);
  const desk = deskAt(terminal);
  await desk.reads('Tapez son nom en entier');
  return { terminal, desk };
}

test('the day begins once all is proved: by a word, a command, earlier runs of this very plan, or waived', async () => {
  const home = openHome();
  const folder = writePlanFolder(home.folder, plan, environments);

  // Nothing was rehearsed: the opening question names it, and the wrong answer creates nothing.
  const early = await entered(home, folder);
  await early.desk.reads(/sans preuve dans ce dépôt[^.]*staging[^.]*Plan de rollback/);
  await early.desk.reads(/4 prérequis sont dus avant le jour J/);
  early.desk.types('PRODUCTION\r');
  expect((await early.terminal.waitForEnd()).code).not.toBe(0);
  expect(early.terminal.text()).toContain('Ce n’est pas son nom. Rien n’a été lancé.');
  expect(home.names()).toEqual([]);

  // A complete run, and a complete rollback, of this very plan.
  const staging = ['run', folder, '--env', 'staging', '--unattended'];
  expect(await home.cli(staging)).toMatchObject({ code: 0 });
  const back = await home.cli([...staging, '--on-failure', 'rollback'], { BASCULE_FAULT: 'oui' });
  expect(back, back.stderr).toMatchObject({ code: 4 });

  const { terminal, desk } = await entered(home, folder);
  expect(terminal.text()).not.toContain('sans preuve dans ce dépôt');
  desk.types('production\r');
  await desk.reads(/2 1\.1 [\s\S]*Prérequis manquants : Accès ouverts, Support prévenu, Formation/);
  expect(terminal.text()).not.toContain('1.1 est faite');
  const run = new RunFolder(
    join(home.folder, 'runs', home.names().find(name => /production/.test(name)) ?? ''),
  );

  // Both earlier runs were found in the store; the disk was really measured.
  await desk.opens('P', 'Prérequis');
  await desk.reads(/Environnement de staging validé .*prouvé +par exécution \S+staging du/);
  await desk.reads(/Plan de rollback .*prouvé +par exécution \S+staging\S* du/);
  await desk.reads(/Espace disque suffisant .*prouvé +par commande/);
  await desk.goesTo('Espace disque');
  await desk.reads(/\d+ Go libres/);
  const said = Number(/(\d+) Go libres/.exec(terminal.text())?.[1]);
  const { bavail, bsize } = statfsSync(home.folder);
  expect(Math.abs(said - (bavail * bsize) / 1024 ** 3)).toBeLessThan(2);

  // What the command finds wrong is mended, and looked at again.
  await desk.goesTo('Accès');
  await desk.reads(/refusé[\s\S]*accès fermés/);
  writeFileSync(join(home.folder, 'acces'), '');
  desk.does('c');
  await desk.reads(/Accès ouverts .*prouvé +par commande/);

  await desk.goesTo('Support');
  await desk.enters();
  await desk.answers('Une raison, si vous voulez', 'vu avec eux ce matin');
  await desk.reads(/Support prévenu .*prouvé +par \S+@/);
  await desk.reads('vu avec eux ce matin');

  await desk.goesTo('Formation');
  desk.does('W');
  await desk.answers('Donnez une raison', 'faite la semaine prochaine');
  await desk.reads(/Dérogation : faite la semaine prochaine/);
  await desk.reads(/5 sur 6 prouvés, 1 dérogation/);

  desk.does('Escape');
  await desk.reads('1.1 est faite');
  await desk.enters();
  await desk.reads('2 1.2');
  expect(run.entries('item.waived')).toMatchObject([{ reason: 'faite la semaine prochaine' }]);
  await expectWhole(home);
});
