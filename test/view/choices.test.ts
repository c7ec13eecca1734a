import { describe, expect, test } from 'vitest';
import type { CommandAttributes, Step } from '../../src/plan/types.ts';
import { intentOf } from '../../src/view/intent.ts';
import type { Choice } from '../../src/view/types.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

/** `*id(WORD,reason)`: what is offered for the step itself, `*` for Enter, `-` for not now. */
function offered(journey: Journey): string[] {
  const always = new Set(['rollback', 'adhoc', 'hold', 'resume', 'pace', 'note', 'abort']);
  return journey.view.choices.filter(choice => !always.has(choice.id)).map(brief);
}

function brief({ id, primary, enabled, word, reason, options }: Choice): string {
  const owed = [
    word,
    reason === 'none' ? '' : reason,
    options.length ? `${options.length} options` : '',
  ];
  const what = owed.filter(Boolean).join(', ');
  return `${primary ? '*' : ''}${enabled ? '' : '-'}${id}${what && ` (${what})`}`;
}

const at = (step: string) => new Journey(smallPlan(), winterMorning).until(step);

describe('what the step calls for', () => {
  test('a manual step with open boxes: a reason is owed, until they are ticked', () => {
    const journey = at('1.1');
    expect(offered(journey)).toEqual([
      '*confirm (required)',
      'skip (PASSER, required)',
      'tickPass',
      'tickFail (optional)',
    ]);
    journey.choose('tickPass', { item: '1.1/1' }).choose('tickPass', { item: '1.1/2' });
    expect(offered(journey)[0]).toBe('*confirm');
  });

  test('a gate', () => {
    expect(offered(at('1.2'))).toEqual(['*go (GO)', 'noGo (NO-GO, required)']);
    expect(offered(at('1.2').choose('noGo', { reason: 'x' }))).toEqual([
      '*review (optional)',
      'redo (required, 1 options)',
    ]);
  });

  test('a milestone says what it opens', () => {
    expect(offered(at('1.3'))).toEqual(['*reach']);
    expect(at('1.3').choice('reach').consequence).toMatch(/la coupure commence/);
  });

  test('a command: host, command, and what undoes it', () => {
    expect(offered(at('2.1'))).toEqual(['*start', 'amend (required)', 'skip (PASSER, required)']);
    expect(at('2.1').choice('start')).toMatchObject({
      label: 'Lancer 2.1 (commande 1/2)',
      consequence: 'Exécute sur app1 : php artisan down (+1 ligne).',
    });
    expect(at('2.2').choice('start').consequence).toBe(
      'Exécute sur cette machine : php artisan migrate:missions-to-bm. ' +
        'Destructrice : ne se rattrape pas. Le retour arrière la défait (R.2 Restauration).',
    );
  });

  test.each<[string, Partial<Step>, CommandAttributes, boolean]>([
    ['of which the plan says nothing', {}, {}, false],
    ['that the author named', { name: 'backup' }, {}, true],
    ['that is safe to run again', { name: 'backup' }, { rerun: 'safe' }, false],
    ['that is destructive', {}, { destructive: true, rerun: 'safe' }, true],
  ])('nothing undoes a command %s', (_, named, attributes, said) => {
    const plan = smallPlan();
    const step = plan.stages[1]!.phases[1]!.steps[0]!;
    step.commands[0]!.attributes = attributes;
    Object.assign(step, named);
    const journey = new Journey(plan, winterMorning).until('2.1');
    expect(/Rien dans le plan ne la défait/.test(journey.choice('start').consequence)).toBe(said);
  });

  test('what is owed tells a criterion that failed from one that nobody looked at', () => {
    const journey = at('2.3').choose('tickFail', { item: 'C1.1', reason: 'écart' });
    expect(journey.choice('go').consequence).toMatch(
      /^1 critère en échec, 1 critère non vérifié :/,
    );
    journey.choose('tickPass', { item: 'C1.2' });
    expect(journey.choice('go').consequence).toMatch(/^1 critère en échec :/);
    const manual = at('1.1').choose('tickFail', { item: '1.1/1' });
    expect(manual.choice('confirm').consequence).toBe(
      '1 case en échec, 1 case encore ouverte : dites pourquoi.',
    );
  });

  test('a running command may be stopped, and once asked to, given up', () => {
    const journey = at('2.2').start('2.2');
    expect(offered(journey)).toEqual(['stop (optional)']);
    journey.choose('stop', { reason: 'trop long' });
    expect(offered(journey)).toEqual(['stop (optional)', 'abandon (required)']);
  });

  test('a failed command that is safe to run again: Enter retries', () => {
    const journey = at('2.1').start('2.1').exit(1);
    expect(offered(journey)).toEqual([
      '*retry (optional)',
      'amend (required)',
      '-redo (required)',
      'accept (required)',
      'skip (PASSER, required)',
    ]);
    expect(journey.choice('retry').consequence).toMatch(/sans risque à relancer/);
    expect(journey.choice('redo').why).toBe("aucune action de la phase n'est finie");
  });

  test('a failed command that is not: it may have had effects', () => {
    const journey = at('2.1').start('2.1').exit(0).start('2.1').exit(1);
    expect(offered(journey)[0]).toBe('*retry (RELANCER, optional)');
    expect(journey.choice('retry').consequence).toMatch(/^L'essai précédent a pu avoir des effets/);
  });

  test.each(['destructive', 'in doubt'])(
    'running again what was %s takes a word, never Enter',
    how => {
      const journey = at('2.2').start('2.2');
      if (how === 'destructive') journey.exit(1);
      else
        journey.say({
          type: 'job.doubted',
          job: journey.state.context.liveJob!,
          step: '2.2',
          why: 'rebooted',
        });
      expect(offered(journey)).toEqual([
        'retry (RELANCER, optional)',
        'amend (RELANCER, required)',
        'redo (required, 1 options)',
        'accept (required)',
        'skip (PASSER, required)',
      ]);
    },
  );

  test('a checkpoint: GO is a waiver until all is green, and Enter turns to NO-GO once something failed', () => {
    const journey = at('2.3');
    expect(offered(journey)).toEqual([
      '*go (GO, required)',
      'noGo (NO-GO, required)',
      'tickPass',
      'tickFail (optional)',
    ]);
    journey.choose('tickFail', { item: 'C1.1', reason: 'écart de 3' });
    expect(offered(journey).slice(0, 2)).toEqual(['go (GO, required)', '*noGo (NO-GO, required)']);
    journey.choose('tickPass', { item: 'C1.1' }).choose('tickPass', { item: 'C1.2' });
    expect(offered(journey).slice(0, 2)).toEqual(['*go (GO)', 'noGo (NO-GO, required)']);
  });

  test('after a NO-GO: look again, or go back', () => {
    const journey = at('2.3').choose('noGo', { reason: 'écart' });
    expect(offered(journey)).toEqual([
      '*review (optional)',
      'redo (required, 2 options)',
      'tickPass',
      'tickFail (optional)',
    ]);
  });

  test('a rollback: its steps as any others, then its validation', () => {
    const journey = at('2.2').choose('rollback', { reason: 'x', option: 'y' });
    expect(offered(journey)).toEqual(['*start', 'amend (required)', 'skip (PASSER, required)']);
    journey.pass();
    expect(offered(journey)).toEqual(['*notNeeded', 'start', 'amend (required)']);
    journey.pass().pass();
    expect(offered(journey)).toEqual([
      '*validate (GO, required)',
      'redo (required, 3 options)',
      'tickPass',
      'tickFail (optional)',
    ]);
    journey.choose('tickPass', { item: 'V.1' }).choose('tickPass', { item: 'V.2' });
    expect(offered(journey)[0]).toBe('*validate (GO)');
    expect(journey.choose('validate').view.choices).toEqual([]);
  });
});

describe('what may be done at any time', () => {
  test('rollback offers the plan’s triggers as its reason, and takes the word', () => {
    const rollback = at('2.2').choice('rollback');
    expect(brief(rollback)).toBe('rollback (RETOUR, 3 options)');
    expect(rollback.consequence).toMatch(/3 actions de retour \(~30 min\)/);
    expect(rollback.options.map(({ asks }) => asks ?? '')).toEqual(['', '', 'reason']);
  });

  test('a reason that is none of the plan’s triggers is journaled without one', () => {
    const journey = at('2.2');
    const [other] = journey.choice('rollback').options.slice(-1);
    expect(other!.label).toBe('une autre raison');
    journey.choose('rollback', { option: other!.value, reason: 'le client renonce' });
    const decided = journey.entries.at(-1)!;
    expect(decided).toMatchObject({ type: 'rollback.decided', reason: 'le client renonce' });
    expect(decided).not.toHaveProperty('trigger');
  });

  test('without triggers there is nothing to pick: the reason is asked', () => {
    const plan = smallPlan();
    plan.rollback!.triggers = [];
    const rollback = new Journey(plan, winterMorning).until('2.2').choice('rollback');
    expect(brief(rollback)).toBe('rollback (RETOUR, required)');
  });

  test('the words are those of the language', () => {
    const journey = at('2.2');
    journey.more = { language: 'en' };
    const words = journey.view.choices.map(choice => choice.word).filter(Boolean);
    expect(words).toEqual(['SKIP', 'ROLLBACK', 'ABORT']);
  });

  test('held: nothing starts, and says so', () => {
    const journey = at('2.2').choose('hold', { reason: 'pause' });
    expect(journey.choice('start')).toMatchObject({
      enabled: false,
      why: "l'exécution est suspendue",
    });
    expect(journey.choose('resume').choice('start').enabled).toBe(true);
  });

  test('without the helm, nothing is decided', () => {
    const journey = at('2.2').say({ type: 'helm.released', why: 'crashed' });
    expect(journey.choice('start')).toMatchObject({
      enabled: false,
      why: 'personne ne tient la barre',
    });
    expect(journey.choice('rollback').enabled).toBe(false);
  });

  test('while a command runs the run cannot be abandoned', () => {
    expect(at('2.2').start('2.2').choice('abort')).toMatchObject({
      enabled: false,
      why: '2.2 Exécution migration réelle tourne encore',
    });
  });

  test('a command without its values, or with a value that a shell would read, does not start', () => {
    const journey = at('2.1').choose('rollback', { reason: 'x' }).start('R.1').exit();
    expect(journey.choice('start')).toMatchObject({
      enabled: false,
      why: 'il manque une valeur : backup',
    });
    journey.say({ type: 'variable.bound', name: 'backup', value: 'a b', source: 'asked' });
    expect(journey.choice('start').why).toMatch(/^valeur refusée : backup/);
  });

  test('an observer may do nothing', () => {
    const journey = at('2.2');
    journey.more = { observer: true };
    expect(journey.view.choices).toEqual([]);
  });
});

describe('intents', () => {
  test('a choice made for a step goes to that step, even if the run has moved since', () => {
    const journey = at('2.2');
    const start = journey.choice('start');
    journey.choose('skip', { reason: 'x' });
    expect(intentOf(start, {}, journey.input)).toEqual({ type: 'start', step: '2.2' });
  });

  test('ticking a box the way it is already ticked clears it', () => {
    const journey = at('1.1')
      .choose('tickPass', { item: '1.1/1' })
      .choose('tickPass', { item: '1.1/1' });
    expect(journey.entries.at(-1)).toMatchObject({ type: 'item.cleared', item: '1.1/1' });
  });

  test('empty reasons are left out, waivers are kept', () => {
    const journey = at('2.3');
    const go = journey.choice('go');
    expect(intentOf(go, { reason: '  ' }, journey.input)).toEqual({
      type: 'record',
      fact: { type: 'checkpoint.passed', step: '2.3' },
    });
    expect(intentOf(go, { reason: ' vu ' }, journey.input)).toEqual({
      type: 'record',
      fact: { type: 'checkpoint.passed', step: '2.3', waiver: 'vu' },
    });
  });

  test('a rollback carries its trigger', () => {
    const journey = at('2.2');
    const answers = { reason: 'perte', option: 'Corruption de données détectée' };
    expect(intentOf(journey.choice('rollback'), answers, journey.input)).toEqual({
      type: 'record',
      fact: {
        type: 'rollback.decided',
        reason: 'perte',
        trigger: 'Corruption de données détectée',
      },
    });
  });
});
