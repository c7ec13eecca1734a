/** Others look on: in terminals of their own, under accounts of their own, or in a file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { until } from '../../plans/ops-bail-mobilite/rehearsal.ts';
import { isRoot, ops, sharedHome } from '../../weeks/run-of-weeks.ts';
import { nobody, programForOthers } from '../../weeks/second-person.ts';
import { openTerminal, type Terminal } from '../driver.ts';
import { operatorAt } from '../operator.ts';
import { expectWhole } from './support/desk.ts';
import { writePlanFolder } from './support/plan-folder.ts';
import { Home, openHome } from './support/program.ts';
import { slowly, writeSmallPlan } from './support/small-plan.ts';
import { walk } from './support/walker.ts';

/** Whom it watches: the third row. */
const watched = (terminal: Terminal): string => terminal.screen()[2] ?? '';
const watches = (said: RegExp) =>
  Object.defineProperty((terminal: Terminal) => said.test(watched(terminal)), 'name', {
    value: `watches ${said}`,
  });

test('the cockpit of another terminal is followed: its driver at work, killed, back, and to the end', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: slowly(12) });
  const driver = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  await operatorAt(driver).reads('1.1 Réunir');
  const french = home.open(['watch', '--lang', 'fr']);
  const english = home.open(['watch', '--lang', 'en'], { cols: 80, rows: 24 });
  const [observer, other] = [french, english].map(operatorAt) as [
    ReturnType<typeof operatorAt>,
    ReturnType<typeof operatorAt>,
  ];
  await observer.reads('OBSERVATEUR');
  await observer.reads(watches(/@.* \(pts\/\d+\) à la barre · vu à l'instant/));
  await other.reads(watches(/@.* \(pts\/\d+\) has the helm · seen just now/));

  await walk(driver, 'fr', { until: ({ step, running }) => step === '1.3' && running });
  await observer.reads(/2 1\.3 Commande longue[\s\S]*ligne \d+/);
  await other.reads(/2 1\.3 Commande longue[\s\S]*ligne \d+/);
  const run = home.run();

  // No key of an observer does anything to the run, nor asks whether it should.
  const before = run.journal().length;
  for (const key of ['Enter', 'X', 'R', 'S', 'm', 'p', 'h', '!', 'Space']) {
    observer.does(key);
    await observer.reads(watches(/à la barre/));
  }
  expect(french.text()).not.toMatch(/Entrée confirmer|Tapez |X arrêter/);
  expect(run.journal()).toHaveLength(before);

  driver.kill('SIGKILL');
  await driver.waitForEnd();
  await observer.reads(
    watches(/a disparu il y a \d+ s sans rendre la barre · ce qui tourne continue/),
  );
  await other.reads(watches(/vanished \d+ s ago without letting go of the helm/));
  // The command goes on before their eyes.
  const line = Number(/ligne (\d+)(?![\s\S]*ligne)/.exec(french.text())?.[1]);
  await observer.reads(`ligne ${line + 5}`);

  const again = home.open(['resume', '--lang', 'fr']);
  await observer.reads(watches(/à la barre/));
  await other.reads(watches(/has the helm/));
  await walk(again, 'fr');
  again.press('q');
  expect(await again.waitForEnd()).toMatchObject({ code: 0 });
  await observer.reads(/Le plan est allé à son terme/);
  await observer.reads(watches(/barre libre · depuis .* · rendue par /));
  await other.reads(watches(/helm free/));
  for (const terminal of [french, english]) {
    terminal.press('q');
    expect(await terminal.waitForEnd()).toMatchObject({ code: 0 });
    expect(terminal.altScreen()).toBe(false);
  }
  await expectWhole(home);
}, 90_000);

test('row 37: whoever is refused the helm may look on; neither keeps the other from anything', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: slowly(3) });
  const driver = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  await operatorAt(driver).reads('1.1 Réunir');
  const refused = await home.cli(['resume', '--unattended']);
  expect(refused).toMatchObject({ code: 5 });
  const observers = [1, 2, 3, 4].map(() => home.open(['watch', '--lang', 'fr']));
  for (const observer of observers)
    await operatorAt(observer).reads(watches(/à la barre · vu à l'instant/));
  driver.press('q');
  expect(await driver.waitForEnd()).toMatchObject({ code: 0 });
  for (const observer of observers) await operatorAt(observer).reads(watches(/barre libre/));
  // Four look at the helm several times a second, and the first try takes it.
  const again = home.open(['resume', '--lang', 'fr']);
  await operatorAt(again).reads('1.1 Réunir');
  for (const observer of observers) await operatorAt(observer).reads(watches(/à la barre/));
}, 60_000);

test('without a terminal: a line for each fact as it comes, until the end of the run', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: slowly(2) });
  const driving = home.cli(['run', plan, '--env', 'rehearsal', '--unattended', '--lang', 'fr']);
  const underWay = () => home.names().length > 0 && existsSync(join(home.run().folder, 'helm'));
  await until(underWay, 'a run under way');
  const run = home.run();
  const watching = await home.cli(['watch', '--lang', 'fr']);
  expect(await driving).toMatchObject({ code: 0 });
  expect(watching.code).toBe(0);
  expect(watching.stderr).toMatch(/^Sans terminal : .* est observée, une ligne par fait/);
  expect(watching.stderr).toMatch(/ à la barre · vu à l'instant/);
  const lines = watching.stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d \S+ +exécution créée : Petit plan/);
  expect(lines.some(line => line.includes('1.3 Commande longue : réussie'))).toBe(true);
  expect(lines.length).toBeLessThanOrEqual(run.journal().length);
  expect(new Set(lines.map(line => line.slice(9))).size).toBeGreaterThan(6);

  // It is over: nothing to wait for, and what to do instead.
  const late = await home.cli(['watch', run.id, '--lang', 'en']);
  expect(late.code).toBe(0);
  expect(late.stderr).toContain(`${run.id} is over: there is nothing more to wait for.`);
  expect(late.stderr).toMatch(
    new RegExp(`bascule replay ${run.id} --home .*\n.*bascule report ${run.id} --home`),
  );
  expect(late.stdout.trimEnd().split('\n').at(-1)).toMatch(/lets? go|helm/);
  const over = home.open(['watch', run.id, '--lang', 'fr']);
  await operatorAt(over).reads(/Le plan est allé à son terme/);
}, 60_000);

test('without a terminal: Ctrl-C leaves, and a journal that cannot be read on is said', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { quick: 'exit 3' });
  await home.cli(['run', plan, '--env', 'rehearsal', '--unattended']);
  const follow = (lang: string) => {
    const [file = '', ...args] = home.commandLine(['watch', '--lang', lang]);
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      said += text;
    });
    child.stdout.resume();
    return { child, exit: once(child, 'exit'), said: () => said };
  };
  const interrupted = follow('fr');
  await until(() => interrupted.said().includes('barre libre'), 'who drives');
  interrupted.child.kill('SIGINT');
  expect(await interrupted.exit).toEqual([130, null]);

  const broken = follow('en');
  await until(() => broken.said().includes('helm free'), 'who drives');
  appendFileSync(join(home.run().folder, 'journal.jsonl'), '{"seq":99}\n');
  expect(await broken.exit).toEqual([1, null]);
  expect(broken.said()).toMatch(
    /the rest of the journal cannot be read: line \d+: it does not end/,
  );
}, 60_000);

const asking = `
# Essai

## Équipe de Déploiement

| Rôle | Responsable | Contact | Responsabilités |
|------|-------------|---------|-----------------|
| **Chef de projet** | Astreinte projet | poste 4101 | Décisions |

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Déploiement (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - GO/NO-GO final <!-- approve="Chef de projet" -->
- [ ] **06:20** - Conclure
`;

test.runIf(isRoot)(
  'another account looks on in a shared home, and is told how to approve (needs root)',
  async () => {
    const home = new Home(sharedHome());
    onTestFinished(() => home.close());
    const environment = 'schedule: relative\napprovers:\n  Chef de projet: [nobody]\n';
    const folder = writePlanFolder(home.folder, asking, { essai: environment });
    const driver = home.open(['run', folder, '--env', 'essai', '--lang', 'fr']);
    await operatorAt(driver).reads(/2 1\.1 GO\/NO-GO final/);
    const account = ['--reuid', `${nobody}`, '--regid', `${ops}`, '--clear-groups'];
    const terminal = openTerminal({
      file: 'setpriv',
      args: [...account, ...programForOthers(), 'watch', '--home', home.folder, '--lang', 'fr'],
      cwd: '/',
    });
    onTestFinished(() => terminal.close());
    const observer = operatorAt(terminal);
    await observer.reads('OBSERVATEUR');
    await observer.reads(watches(/^ root@.* à la barre · vu à l'instant/));
    await observer.reads('Accord attendu : Chef de projet.');
    await observer.reads(
      /sous votre compte :[^\n]*\n[^\n]*│ bascule approve \d{4}-\d\d-\d\d-plan-du-test/,
    );
    expect(driver.text()).not.toContain('sous votre compte');
    driver.press('q');
    await driver.waitForEnd();
    await observer.reads(watches(/barre libre · depuis .* · rendue par root@/));
    await expectWhole(home);
  },
  60_000,
);
