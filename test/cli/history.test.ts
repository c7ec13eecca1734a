/** What earlier runs took, read from journals as Bascule writes them. */
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { historyOf } from '../../src/cli/history.ts';
import { compile } from '../../src/plan/compile.ts';
import type { Plan } from '../../src/plan/types.ts';
import { openJournal } from '../../src/store/journal-file.ts';
import { createRunFolder, runPaths } from '../../src/store/run-folder.ts';
import { noHistory } from '../../src/view/history.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { Journey } from '../view/journey.ts';

const folder = temporaryFolder();
const minutes = (count: number) => count * 60_000;

const text = `# Boutique 2.4

## Chronologie

### Jour J : Mise en production

#### Phase 1 : Code (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - DÉBUT
- [ ] **06:10** - Copier le code
  \`\`\`bash
  ./copy.sh
  \`\`\`
- [ ] **06:20** - Prévenir l'équipe

## Procédure de Rollback

### Procédure (20 min)

1. **Arrêter** (5 min)
   \`\`\`bash
   ./stop.sh
   \`\`\`
2. **Restaurer** (15 min)
   \`\`\`bash
   ./restore.sh
   \`\`\`

### Validation Post-Rollback

- [ ] Le site répond
`;

const planOf = (source: string): Plan => compile(source, { path: 'plan.md' }).plan;
const plan = planOf(text);

/** One earlier run, told by what is done in it. */
class Played extends Journey {
  constructor(at = '2026-12-01T05:00:00.000Z', source = text) {
    super(planOf(source), at);
  }

  wait(count: number): this {
    this.now += minutes(count);
    return this;
  }

  /** The current command, taking so many minutes. */
  run(count: number, code = 0): this {
    return this.start(this.state.current!).wait(count).exit(code);
  }

  /** Decides on a rollback, done in two commands of so many minutes, validated `checked` minutes later. */
  rollBack(first: number, second: number, checked: number): this {
    this.say({ type: 'rollback.decided', reason: 'écart' }).run(first).run(second);
    this.wait(checked).say({ type: 'item.ticked', item: 'V.1', verdict: 'pass' });
    return this.say({ type: 'rollback.validated' });
  }
}

/** Leaves the run in a home, as the store would have written it; its name comes back. */
function leave(home: string, played: Journey, environment = 'staging', source = text): string {
  const name = { date: '2026-12-01', slug: 'boutique', environment };
  const run = createRunFolder(home, name, { plan: source, environment: `name: ${environment}\n` });
  const times = played.entries.map(entry => new Date(entry.at));
  const now = () => times.shift()!;
  const journal = openJournal(runPaths(run).journal, { createIfMissing: true, now });
  for (const { seq: _, at: __, by, ...fact } of played.entries) {
    journal.append(placed(fact as Fact, environment), by);
  }
  journal.close();
  return run;
}

/** As a person at a terminal of that environment would have it. */
function placed(fact: Fact, name: string): Fact {
  if (fact.type === 'helm.taken')
    return { ...fact, helm: { ...fact.helm, terminal: '/dev/pts/3' } };
  if (fact.type !== 'run.created') return fact;
  return { ...fact, environment: { ...fact.environment, name, fingerprint: name } };
}

const copied = (count: number, at?: string) => new Played(at).until('1.2').run(count);

describe('steps', () => {
  test('a home without runs has no history', async () => {
    expect(await historyOf(folder(), 'me', plan, 'production')).toEqual(noHistory);
  });

  test('runs of this environment forecast, those of others compare and name the latest', async () => {
    const home = folder();
    leave(home, copied(4), 'production');
    leave(home, copied(6), 'production');
    leave(home, copied(1, '2026-11-01T05:00:00.000Z'), 'staging');
    leave(home, copied(2, '2026-11-02T05:00:00.000Z'), 'rehearsal');
    const { steps, elsewhere } = await historyOf(home, 'me', plan, 'production');
    expect(steps).toEqual({ '1.2': { count: 2, median: minutes(5), p90: minutes(6) } });
    expect(elsewhere).toEqual({
      '1.2': { count: 2, median: minutes(1.5), p90: minutes(2), environment: 'rehearsal' },
    });
  });

  test('the run that asks does not count', async () => {
    const home = folder();
    const own = leave(home, copied(4), 'production').split('/').at(-1)!;
    expect(await historyOf(home, own, plan, 'production')).toEqual(noHistory);
  });

  test.each<[string, (run: Played) => Played]>([
    [
      'failed and was retried',
      run => run.run(3, 1).say({ type: 'step.retried', step: '1.2' }).run(4),
    ],
    [
      'failed and was accepted',
      run => run.run(3, 1).say({ type: 'step.accepted', step: '1.2', reason: 'vu' }),
    ],
    ['never ended', run => run.start('1.2').wait(5)],
    [
      'was done again',
      run => run.run(3).say({ type: 'step.reopened', step: '1.2', reason: 'doute' }).run(3),
    ],
    [
      'was amended',
      run =>
        run
          .say({
            type: 'step.amended',
            step: '1.2',
            command: 0,
            script: 'x',
            diff: '',
            reason: 'y',
          })
          .run(3),
    ],
  ])('a command that %s tells nothing', async (_, play) => {
    const home = folder();
    leave(home, play(new Played().until('1.2')), 'production');
    expect((await historyOf(home, 'me', plan, 'production')).steps).toEqual({});
  });

  test('what ended while nobody was there took the time to its end, not to its discovery', async () => {
    const home = folder();
    const run = new Played().until('1.2').start('1.2').wait(90);
    leave(home, run.exit(0, { away: true, exitedAt: '2026-12-01T05:07:00Z' }), 'production');
    expect((await historyOf(home, 'me', plan, 'production')).steps['1.2']?.median).toBe(minutes(7));
  });
});

describe('other texts of the same plan', () => {
  const edited = text.replace('./restore.sh', './restore.sh --fast');

  test('count where number and title are the same', async () => {
    const home = folder();
    const moved = edited.replace('Copier le code', 'Copier la configuration');
    for (const source of [edited, moved]) {
      const run = new Played('2026-12-01T05:00:00.000Z', source).until('1.2').run(4);
      leave(home, run.rollBack(1, 2, 3), 'production', source);
    }
    const history = await historyOf(home, 'me', plan, 'production');
    expect(history.steps['1.2']?.count).toBe(1);
    expect(history.rollback.here).toMatchObject({ count: 2, median: minutes(3) });
  });

  test('tell nothing of a rollback that has other steps', async () => {
    const home = folder();
    const source = text.replace('**Restaurer**', '**Réinstaller**');
    const run = new Played('2026-12-01T05:00:00.000Z', source).until('1.2');
    leave(home, run.rollBack(1, 2, 3), 'production', source);
    expect((await historyOf(home, 'me', plan, 'production')).rollback).toEqual(noHistory.rollback);
  });

  test('another plan is none of our history', async () => {
    const home = folder();
    const source = text.replace('Boutique', 'Entrepôt');
    leave(home, new Played('2026-12-01T05:00:00.000Z', source).until('1.2').run(4), 'production');
    expect(await historyOf(home, 'me', plan, 'production')).toEqual(noHistory);
  });
});

describe('rollbacks', () => {
  test('from the decision to the end of the procedure, and its validation apart', async () => {
    const home = folder();
    const id = leave(home, copied(4).rollBack(2, 9, 6), 'staging')
      .split('/')
      .at(-1);
    const { rollback } = await historyOf(home, 'me', plan, 'production');
    expect(rollback.here).toBe(null);
    expect(rollback.elsewhere?.median).toBe(minutes(11));
    expect(rollback.validation?.median).toBe(minutes(6));
    expect(rollback.last).toEqual({
      run: id,
      environment: 'staging',
      at: '2026-12-01T05:15:00.000Z',
      took: minutes(11),
    });
  });

  test('a step passed over counts for what the plan gives it', async () => {
    const home = folder();
    const run = copied(4).say({ type: 'rollback.decided', reason: 'écart' });
    leave(home, run.say({ type: 'step.skipped', step: 'R.1', reason: 'inutile' }).run(9));
    const { rollback } = await historyOf(home, 'me', plan, 'production');
    expect(rollback.elsewhere?.median).toBe(minutes(14));
    expect(rollback.last?.took).toBe(minutes(9));
    expect(rollback.validation).toBe(null);
  });

  test('one that did not end tells nothing', async () => {
    const home = folder();
    leave(home, copied(4).say({ type: 'rollback.decided', reason: 'écart' }).run(2).run(3, 1));
    expect((await historyOf(home, 'me', plan, 'production')).rollback).toEqual(noHistory.rollback);
  });

  test('a failure and its retry are part of it', async () => {
    const home = folder();
    const run = copied(4).say({ type: 'rollback.decided', reason: 'écart' }).run(2).run(3, 1);
    leave(home, run.say({ type: 'step.retried', step: 'R.2' }).run(5));
    expect((await historyOf(home, 'me', plan, 'x')).rollback.last?.took).toBe(minutes(10));
  });

  test('a night without anybody at the helm is not', async () => {
    const home = folder();
    const run = copied(4).say({ type: 'rollback.decided', reason: 'écart' }).run(2);
    run.say({ type: 'helm.released', why: 'detached' }).wait(600);
    run.say({ type: 'helm.taken', helm: { operator: 'ops', host: 'b', pid: 2, terminal: 't' } });
    leave(home, run.run(3));
    expect((await historyOf(home, 'me', plan, 'x')).rollback.last?.took).toBe(minutes(5));
  });

  test('an unattended run measures the procedure, not how long people look', async () => {
    const home = folder();
    const run = copied(4).say({ type: 'rollback.decided', reason: 'unattended' }).run(2).run(3);
    run.say({ type: 'item.ticked', item: 'V.1', verdict: 'pass', note: 'unattended' });
    leave(home, run.say({ type: 'rollback.validated' }));
    const { rollback } = await historyOf(home, 'me', plan, 'x');
    expect(rollback.elsewhere?.median).toBe(minutes(5));
    expect(rollback.validation).toBe(null);
  });
});

test('a damaged journal, or a folder that is no run, takes nothing away from the others', async () => {
  const home = folder();
  leave(home, copied(4), 'production');
  const broken = leave(home, copied(40), 'production');
  const { journal } = runPaths(broken);
  fs.writeFileSync(journal, fs.readFileSync(journal, 'utf8').replace('"code":0', '"code":1'));
  fs.mkdirSync(`${home}/runs/notes`);
  fs.writeFileSync(`${home}/runs/notes/journal.jsonl`, 'not a journal\n');
  expect((await historyOf(home, 'me', plan, 'production')).steps['1.2']?.count).toBe(1);
});

test('only the twenty latest runs are read', async () => {
  const home = folder();
  for (let day = 1; day <= 22; day += 1) {
    const at = `2026-10-${String(day).padStart(2, '0')}T05:00:00.000Z`;
    leave(home, copied(day, at), 'production');
  }
  expect((await historyOf(home, 'me', plan, 'production')).steps['1.2']).toEqual({
    count: 20,
    median: minutes(12.5),
    p90: minutes(20),
  });
});
