import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.ts';
import type { Plan, Step } from '../../src/plan/types.ts';
import { underlined } from './write.ts';

const root = join(import.meta.dirname, '..', '..');
const seed = join(root, '..', 'shared', 'seed', 'plan-de-deploiement.md');
const own = join(root, 'plans', 'ops-bail-mobilite', 'plan.md');

function stepsOf(plan: Plan): Step[] {
  return plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
}

const read = (path: string) => readFileSync(path, 'utf8');
const idsOf = (steps: readonly Step[], kind: Step['kind']) =>
  steps.filter(step => step.kind === kind).map(({ id, time }) => `${id} ${time}`);

/** What holds of the plan as it was handed over, and of the project's own runnable edition of it. */
describe.each([
  { name: 'the plan as handed over', path: seed },
  { name: 'the runnable plan', path: own },
])('$name', ({ path }) => {
  const present = existsSync(path);
  const { plan } = compile(present ? read(path) : '', { path: 'plan.md' });
  const steps = stepsOf(plan);

  it.skipIf(!present)('has its stages, phases and steps', () => {
    const shape = plan.stages.map(({ id, offsetDays, phases }) => ({
      [id]: [offsetDays, ...phases.map(phase => phase.steps.length)],
    }));
    expect(shape).toEqual([
      { 'J-7': [-7, 5] },
      { 'J-1': [-1, 6] },
      { 'Jour J': [0, 6, 5, 7, 8, 7, 5, 6, 7] },
      { 'J+1': [1, 4] },
      { 'J+7': [7, 4] },
      { 'J+30': [30, 4] },
    ]);
    expect(steps.filter(step => step.time !== undefined)).toHaveLength(62);
  });

  it.skipIf(!present)('has phases with title, duration and schedule', () => {
    const day = plan.stages[2]!;
    expect(day).toMatchObject({ key: 'jour-j', title: 'Déploiement Production' });
    expect(day.phases[3]).toMatchObject({
      id: '4',
      key: 'p4',
      title: 'Migration des Données',
      plannedMinutes: 90,
      start: '07:30',
      end: '09:00',
    });
    expect(plan.stages[0]).toMatchObject({ objective: 'Finaliser tous les préparatifs' });
  });

  it.skipIf(!present)('has gates, milestones and checkpoints', () => {
    expect(idsOf(steps, 'gate')).toEqual(['J-1.6 17:00', '1.5 06:25']);
    expect(idsOf(steps, 'checkpoint')).toEqual(['4.3 07:45', '4.7 08:55', '6.5 10:15']);
    expect(idsOf(steps, 'milestone')).toEqual(['1.6 06:30', '7.6 10:30', '8.7 11:30']);
    const window = steps.flatMap(({ id, window: side }) => (side ? [`${id} ${side}`] : []));
    expect(window).toEqual(['1.6 opens', '7.6 closes']);
  });

  it.skipIf(!present)('ties each checkpoint to its step', () => {
    const tied = plan.checkpoints.map(({ id, step, criteria, actions }) => [
      id,
      step,
      criteria.length,
      actions.length,
    ]);
    expect(tied).toEqual([
      ['C1', '4.3', 4, 4],
      ['C2', '4.7', 5, 3],
      ['C3', '6.5', 4, 4],
    ]);
    for (const { id, step } of plan.checkpoints) {
      expect(steps.find(one => one.id === step)?.checkpoint).toBe(id);
    }
  });

  it.skipIf(!present)('has a rollback of four steps in thirty minutes', () => {
    const { minutes, triggers, steps: back, validation } = plan.rollback!;
    expect(minutes).toBe(30);
    expect(triggers).toHaveLength(5);
    expect(back.map(step => [step.id, step.key, step.minutes, step.kind])).toEqual([
      ['R.1', 'rs1', 5, 'command'],
      ['R.2', 'rs2', 15, 'command'],
      ['R.3', 'rs3', 5, 'command'],
      ['R.4', 'rs4', 5, 'command'],
    ]);
    expect(validation.map(({ id }) => id)).toEqual(['V.1', 'V.2', 'V.3', 'V.4']);
  });

  it.skipIf(!present)('has everything that surrounds the timeline', () => {
    expect(plan.prerequisites.map(group => group.items.length)).toEqual([6, 5, 5]);
    expect(plan.messages.map(({ id, offsetDays }) => [id, offsetDays])).toEqual([
      ['before', -7],
      ['during', undefined],
      ['after', undefined],
    ]);
    expect(plan.metrics.map(group => group.items.length)).toEqual([4, 4, 4]);
    expect(plan.contacts.map(group => group.items.length)).toEqual([4, 2, 2]);
    expect(plan.checklist).toHaveLength(5);
    expect(plan.surveillance).toHaveLength(4);
    expect(plan.roles).toHaveLength(6);
    expect(plan.availability).toHaveLength(3);
  });

  it.skipIf(!present)('says which earlier run would prove a prerequisite', () => {
    const evidence = plan.prerequisites.flatMap(({ items }) =>
      items.flatMap(({ id, evidence: asked }) => (asked ? [[id, asked]] : [])),
    );
    expect(evidence).toEqual([
      ['P1.1', { kind: 'run', environment: 'staging' }],
      ['P1.2', { kind: 'run' }],
      ['P1.4', { kind: 'run', environment: 'staging' }],
      ['P1.5', { kind: 'rollback' }],
    ]);
  });

  it.skipIf(!present)('speaks with management at each checkpoint', () => {
    const told = plan.messages.map(({ id, each, toManagement }) => [id, each, toManagement]);
    expect(told).toEqual([
      ['before', undefined, undefined],
      ['during', 'checkpoint', true],
      ['after', undefined, undefined],
    ]);
  });

  it.skipIf(!present)('is watched from J to J+7, each thing at its own rhythm', () => {
    const days = new Set(plan.surveillance.map(({ fromDays, toDays }) => `${fromDays} ${toDays}`));
    expect([...days]).toEqual(['0 7']);
    expect(plan.surveillance.map(({ id, everyMinutes }) => [id, everyMinutes])).toEqual([
      ['W.1', 60],
      ['W.2', 1440],
      ['W.3', undefined],
      ['W.4', undefined],
    ]);
  });

  it.skipIf(!present)('is followed up in any order', () => {
    const loose = plan.stages.flatMap(({ id, phases }) =>
      phases.some(({ anyOrder }) => anyOrder) ? [id] : [],
    );
    expect(loose).toEqual(['J+1', 'J+7', 'J+30']);
  });

  it.skipIf(!present)('has clean titles and unique keys', () => {
    const all = [...steps, ...(plan.rollback?.steps ?? [])];
    for (const { title, key } of all) {
      expect(title).not.toMatch(/\*\*|^\d|\[ \]|<!--|^[-–]/);
      expect(key).toMatch(/^[a-z0-9-]+$/);
    }
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(all.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['p4s3', 'j-7s2', 'j-plus-1s1']),
    );
  });
});

describe.skipIf(!existsSync(seed))('the plan as handed over, unmodified', () => {
  const source = existsSync(seed) ? read(seed) : '';
  const { plan, diagnostics } = compile(source, { path: 'plan.md', exists: () => false });
  const steps = stepsOf(plan);

  it('has fourteen commands to run, one to show, four in the rollback', () => {
    const commands = steps.flatMap(step => step.commands);
    expect(
      commands.filter(({ language, runnable }) => language === 'bash' && runnable),
    ).toHaveLength(14);
    expect(commands.filter(({ runnable }) => !runnable).map(({ language }) => language)).toEqual([
      'sql',
    ]);
    expect(plan.rollback!.steps.flatMap(step => step.commands)).toHaveLength(4);
  });

  it('says what became of every fence', () => {
    const marks = source.split('\n').filter(line => line.trim().startsWith('```'));
    expect(plan.fences).toHaveLength(marks.length / 2);
    const fates = Object.groupBy(plan.fences, ({ fate }) => fate);
    expect(fates.runs).toHaveLength(18);
    expect(fates.message).toHaveLength(2);
    expect(fates.shown).toMatchObject([{ language: 'sql', why: 'no-runner', step: '5.3' }]);
    expect(fates['left-out']).toBeUndefined();
  });

  it('reads the thresholds that are written', () => {
    const read = plan.metrics.flatMap(({ items }) =>
      items.flatMap(({ threshold }) => threshold ?? []),
    );
    expect(read.map(({ operator, value, unit }) => `${operator}${value} ${unit}`)).toEqual([
      '>99.9 %',
      '<2 s',
      '<0.1 %',
      '=100 %',
      '>80 %',
      '<10 tickets/jour',
    ]);
  });

  it('keeps the sub-checklists and the general information', () => {
    expect(steps.find(({ id }) => id === '6.2')?.items.map(({ id }) => id)).toEqual([
      '6.2/1',
      '6.2/2',
      '6.2/3',
      '6.2/4',
      '6.2/5',
    ]);
    expect(plan.general).toMatchObject({
      version: '1.0.0',
      environments: ['Staging', 'Production'],
    });
  });

  it('tells its author what is missing before it can run', () => {
    const found = underlined(source, diagnostics);
    const counts = Object.entries(Object.groupBy(diagnostics, ({ code }) => code)).map(
      ([code, all]) => `${code} ${all!.length}`,
    );
    expect(counts.sort()).toEqual([
      'blank 25',
      'late-rollback 1',
      'missing-file 6',
      'no-baseline 2',
      'no-runner 1',
      'not-undone 4',
      'unbound-variable 2',
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        'blank: À définir',
        'blank: [Nom]',
        'blank: +33 X XX XX XX XX',
        'blank: [DATE]',
        'blank: [Liste des fonctionnalités]',
        'blank: [lien vers documentation]',
        'blank: [contact support]',
        'unbound-variable: [timestamp]',
        'unbound-variable: [previous-stable-version]',
        'no-runner: ```sql',
        'missing-file: [Guide API](../api/README.md)',
      ]),
    );
  });

  it('lists what would go wrong on the day, line by line', () => {
    const grave = diagnostics.filter(
      ({ severity, code }) => severity !== 'info' && code !== 'blank' && code !== 'missing-file',
    );
    const lines = source.split('\n');
    expect(grave.map(({ line, code }) => `${line} ${code}: ${lines[line - 1]!.trim()}`)).toEqual([
      '125 not-undone: npm ci && npm run build',
      '168 not-undone: php artisan route:cache',
      '169 not-undone: php artisan view:cache',
      '173 not-undone: php artisan storage:link',
      '176 no-runner: ```sql',
      '203 late-rollback: - [ ] **10:15** - **POINT DE CONTRÔLE** - Tests validés',
      '285 no-baseline: - Performance dégradée > 50%',
      '299 unbound-variable: ./docs/deployment/backup-restore/restore-script.sh /backups/pre-migration-production-[timestamp] database-only',
      '304 unbound-variable: git checkout [previous-stable-version]',
      '395 no-baseline: - [ ] **Performance** : Temps de traitement BM réduit',
    ]);
  });

  it('still misses what nothing undoes, once a step says what it undoes', () => {
    const step = '**Restauration code** (5 min)';
    expect(source).toContain(step);
    const again = compile(source.replace(step, `${step} <!-- undoes=3.2 -->`), { path: 'plan.md' });
    const missed = again.diagnostics.filter(({ code }) => code === 'not-undone');
    expect(missed.map(({ line }) => line)).toEqual([168, 169, 173]);
  });

  it('lists the blanks and the missing files, by line', () => {
    const linesOf = (wanted: string) =>
      diagnostics.flatMap(({ code, line }) => (code === wanted ? [line] : []));
    expect(linesOf('blank')).toEqual([
      10, 21, 21, 22, 22, 23, 23, 24, 24, 25, 25, 26, 26, 334, 365, 367, 368, 429, 430, 431, 432,
      435, 436, 439, 440,
    ]);
    expect(linesOf('missing-file')).toEqual([445, 446, 447, 450, 451, 452]);
  });

  it('offers a move for each action on failure', () => {
    const moves = plan.checkpoints.flatMap(({ actions }) =>
      actions.map(({ text, move, step }) => [text, move, step]),
    );
    expect(moves).toEqual([
      ["Analyser les logs d'erreur", 'read', '4.2'],
      ['Corriger les problèmes identifiés', 'fix', undefined],
      ['Relancer le dry-run', 'redo', '4.2'],
      ['Si problème majeur : déclencher rollback', 'rollback', undefined],
      ["Évaluer l'ampleur des problèmes", 'review', undefined],
      ['Tentative de correction si mineur', 'fix', undefined],
      ['Si majeur : rollback immédiat', 'rollback', undefined],
      ['Identifier les fonctionnalités impactées', 'review', undefined],
      ["Évaluer l'impact utilisateur", 'review', undefined],
      ['Décision GO/NO-GO pour remise en service', 'review', undefined],
      ['Rollback si impact critique', 'rollback', undefined],
    ]);
  });

  it('asks for the script of the rollback to be there', () => {
    expect(plan.rollback!.proofs).toMatchObject([
      {
        id: 'R.2/files',
        step: 'R.2',
        title: 'scripts présents : ./docs/…/restore-script.sh',
        check: {
          script: expect.stringContaining('./docs/deployment/backup-restore/restore-script.sh'),
        },
      },
    ]);
  });

  it('cannot run: the two variables are errors, and come with a remedy', () => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ line, column }) => [line, column])).toEqual([
      [299, 89],
      [304, 17],
    ]);
    expect(errors[0]).toMatchObject({ remedy: expect.stringContaining('capture=timestamp') });
  });

  it('says that the rollback ends after the window when checkpoint 3 fails', () => {
    expect(diagnostics.find(({ code }) => code === 'late-rollback')).toMatchObject({
      line: 203,
      message: expect.stringMatching(/6\.5.*10:15.*30 min.*10:45.*10:30/),
      remedy: expect.stringContaining('10:00'),
    });
  });

  it('is the same plan with Windows line ends or a byte order mark', () => {
    const { fingerprint: _own, ...same } = plan;
    for (const variant of [source.replaceAll('\n', '\r\n'), `\uFEFF${source}`]) {
      const again = compile(variant, { path: 'plan.md', exists: () => false });
      expect(again.plan).toMatchObject(same);
      expect(again.diagnostics).toEqual(diagnostics);
    }
  });

  it('is told in English to those who ask', () => {
    const english = compile(source, { path: 'plan.md', language: 'en' });
    expect(english.plan.language).toBe('fr');
    expect(english.diagnostics[0]?.message).toBe('still to fill in: "À définir"');
  });
});

describe.skipIf(!existsSync(own))('the runnable plan', () => {
  it('has no error', () => {
    const { diagnostics } = compile(existsSync(own) ? read(own) : '', { path: 'plan.md' });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
