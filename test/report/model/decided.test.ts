/** Decisions, checkpoints, failures, amendments: what people had to settle. */
import { describe, expect, it, test } from 'vitest';
import { reportOf } from '../../../src/report/report.ts';
import { command, smallPlan } from '../../view/fixtures.ts';
import { Journey, winterMorning } from '../../view/journey.ts';
import { history, inputOf, reportedOf } from '../reported.ts';

const at = (step: string, plan = smallPlan()) => new Journey(plan, winterMorning).until(step);
const excerpt = { first: 'SQLSTATE[42S01]', last: ['lot 2', 'abandon'] };

describe('a decision', () => {
  it('says what, why, and what it rested on: boxes as they stood, not as they stand', () => {
    const journey = at('2.3').at('06:50');
    journey
      .choose('tickPass', { item: 'C1.1' })
      .choose('tickFail', { item: 'C1.2', reason: 'écart' });
    journey.choose('noGo', { reason: 'trop d’écarts' }).choose('review');
    journey.choose('tickPass', { item: 'C1.1' }).choose('tickPass', { item: 'C1.2' }).choose('go');
    const [refused, passed] = reportedOf(journey).decisions.slice(-2);
    expect(refused).toMatchObject({
      type: 'checkpoint.refused',
      by: 'ops@bastion',
      step: '2.3',
      text: 'NO-GO à 2.3 POINT DE CONTRÔLE - Migration',
      reason: 'trop d’écarts',
      evidence: [
        'vert : C1.1 Sans erreur (ops@bastion 07:50)',
        'rouge : C1.2 Statistiques cohérentes (écart · ops@bastion 07:50)',
      ],
    });
    expect(passed).toMatchObject({
      text: 'GO à 2.3 POINT DE CONTRÔLE - Migration',
      reason: '',
      evidence: [
        'vert : C1.1 Sans erreur (ops@bastion 07:50)',
        'vert : C1.2 Statistiques cohérentes (ops@bastion 07:50)',
      ],
    });
  });

  it('by waiver says so, and which boxes nobody looked at', () => {
    const { decisions, figures } = reportedOf(at('2.3').choose('go', { reason: 'vu à l’œil' }));
    expect(decisions.at(-1)).toMatchObject({
      text: 'GO à 2.3 POINT DE CONTRÔLE - Migration, par dérogation',
      reason: 'vu à l’œil',
      evidence: ['pas regardé : C1.1 Sans erreur', 'pas regardé : C1.2 Statistiques cohérentes'],
    });
    expect(figures.waivers).toBe(1);
  });

  it('after a failure quotes how the command ended, and what it said', () => {
    const journey = at('2.2').start('2.2').exit(1, { excerpt });
    journey.choose('rollback', { reason: 'perte de données', option: 'Décision management' });
    expect(reportedOf(journey).decisions.at(-1)).toMatchObject({
      type: 'rollback.decided',
      step: null,
      text: 'Retour arrière décidé, déclencheur : Décision management',
      reason: 'perte de données',
      evidence: ['code 1 : la commande signale une erreur', 'SQLSTATE[42S01]', 'lot 2', 'abandon'],
    });
  });

  it('reads in the language of the report', () => {
    const journey = at('2.3').choose('go', { reason: 'seen' });
    journey.more = { language: 'en' };
    expect(reportedOf(journey).decisions.at(-1)).toMatchObject({
      text: 'GO at 2.3 POINT DE CONTRÔLE - Migration, by waiver',
      evidence: ['not looked at: C1.1 Sans erreur', 'not looked at: C1.2 Statistiques cohérentes'],
    });
  });

  it('is anything that somebody chose against the plan, or with reasons', () => {
    const { plan, reading } = history('seen');
    const { decisions } = reportOf(inputOf(plan, reading.entries));
    expect(decisions.map(({ type, step }) => (step ? `${type} ${step}` : type))).toEqual([
      'run.created',
      'item.waived',
      'gate.refused J-1.2',
      'gate.passed J-1.2',
      'step.skipped 1.2',
      'helm.taken',
      'step.retried 2.2',
      'step.amended 2.2',
      'checkpoint.refused 2.3',
      'checkpoint.passed 2.3',
      'run.held',
      'step.confirmed 3.2',
      'rollback.decided',
      'rollback.validated',
    ]);
  });
});

describe('a checkpoint', () => {
  it('has every look with the hash of its decision, its criteria, and whoever approved', () => {
    const { plan, reading } = history('seen');
    const input = inputOf(plan, reading.entries, {}, { journal: reading });
    const point = reportOf(input).checkpoints.find(({ step }) => step === '2.3')!;
    expect(point.looks).toMatchObject([
      { verdict: 'no-go', reason: 'deux alertes à comprendre', hash: reading.hashes[42] },
      { verdict: 'go', hash: reading.hashes[47] },
    ]);
    expect(point.criteria.map(({ id, mark, note }) => [id, mark, note])).toEqual([
      ['C1.1', 'pass', ''],
      ['C1.2', 'fail', 'deux alertes sans effet'],
    ]);
    expect(point.approvals).toMatchObject([
      { person: 'alice', role: 'Direction', proof: 'verified' },
    ]);
  });

  it('that was not reached is there all the same, without a look', () => {
    const { checkpoints } = reportedOf(at('1.1'));
    expect(checkpoints.map(({ step, kind, looks }) => [step, kind, looks.length])).toEqual([
      ['J-1.2', 'gate', 1],
      ['1.2', 'gate', 0],
      ['2.3', 'checkpoint', 0],
    ]);
  });

  it('keeps its criteria as they were looked at, once it is to be looked at again', () => {
    const journey = at('2.3').choose('tickFail', { item: 'C1.1', reason: 'écart' });
    journey.choose('noGo', { reason: 'écart' }).choose('review');
    const { criteria } = reportedOf(journey).checkpoints.find(({ step }) => step === '2.3')!;
    expect(criteria.map(({ mark }) => mark)).toEqual(['fail', 'open']);
  });

  it('of a rollback is its validation', () => {
    const { plan, reading } = history('seen');
    const validation = reportOf(inputOf(plan, reading.entries)).checkpoints.at(-1)!;
    expect(validation).toMatchObject({
      step: 'validation',
      kind: 'validation',
      looks: [{ verdict: 'go' }],
    });
    expect(validation.criteria).toHaveLength(2);
  });
});

describe('a failure', () => {
  it('has its script as it ran, its lines, and what was decided about it', () => {
    const journey = at('2.1').start('2.1').exit(127, { excerpt });
    journey.choose('skip', { reason: 'déjà arrêtés' });
    expect(reportedOf(journey).failures).toMatchObject([
      {
        step: '2.1',
        title: '2.1 Sauvegarde finale',
        kind: 'failed',
        status: 'code 127 : commande introuvable',
        script: 'php artisan down\nsupervisorctl stop laravel-worker:*',
        excerpt,
        settled: '2.1 Sauvegarde finale : passée (déjà arrêtés)',
      },
    ]);
  });

  it('ran what the plan said at that moment: amended since, or with the values of then', () => {
    const plan = smallPlan();
    const step = plan.stages[1]!.phases[1]!.steps[1]!;
    step.commands = [command('migrate [version]')];
    const journey = new Journey(plan, winterMorning).until('2.2').start('2.2').exit(1);
    journey.say({ type: 'variable.bound', name: 'version', value: 'v1.0.1', source: 'corrected' });
    journey.say({
      type: 'step.amended',
      step: '2.2',
      command: 0,
      script: 'migrate --slow [version]',
      diff: '-a\n+b',
      reason: 'verrous',
    });
    journey.start('2.2').exit(1);
    const { failures, outputs, amendments } = reportedOf(journey);
    expect(failures.map(({ script, settled }) => [script, settled])).toEqual([
      ['migrate v1.0.0', '2.2 Exécution migration réelle : commande modifiée (verrous)'],
      ['migrate --slow v1.0.1', ''],
    ]);
    expect(outputs.slice(-2).map(({ script }) => script)).toEqual(
      failures.map(({ script }) => script),
    );
    expect(amendments).toMatchObject([
      { step: '2.2', command: 0, reason: 'verrous', diff: '-a\n+b' },
    ]);
  });

  it('may be a doubt, then given up with the run', () => {
    const journey = at('2.2').start('2.2');
    const job = journey.state.context.liveJob!;
    journey.say({ type: 'job.orphaned', job, step: '2.2', why: 'witness-lost' });
    expect(reportedOf(journey).failures).toMatchObject([
      { kind: 'orphan', status: 'a perdu son témoin, code de fin inconnu : son témoin a disparu' },
    ]);
    journey.say({ type: 'job.doubted', job, step: '2.2', why: 'rebooted' });
    journey.choose('abort', { reason: 'trop tard' });
    expect(reportedOf(journey).failures).toMatchObject([
      {
        kind: 'in-doubt',
        status: 'issue inconnue : la machine a redémarré',
        settled: 'exécution abandonnée (trop tard)',
      },
    ]);
  });

  it('is no failure that a box is red, nor that what the operator typed went wrong', () => {
    const journey = at('2.3').choose('tickFail', { item: 'C1.1', reason: 'écart' });
    journey.beside({ adhoc: 'grep x' }).besideExit(1);
    expect(reportedOf(journey).failures).toEqual([]);
  });
});

test('what a run says of itself is never what a terminal would obey', () => {
  const journey = at('2.2').start('2.2');
  journey.exit(1, { excerpt: { first: '\x1b[31mERR\x1b[0m \u202e', last: ['\x1b]0;x\x07fin'] } });
  journey.say({ type: 'note.added', text: 'a\x1b[2Jb\u202ec' });
  const text = JSON.stringify(reportedOf(journey));
  expect(text).not.toMatch(/\\u001b|\u202e/);
  expect(text).toContain('"first":"ERR"');
});
