/** The choices of the hard minutes: amending, commands beside the plan, checks, values, what is not needed. */
import { describe, expect, test } from 'vitest';
import { intentOf } from '../../src/view/intent.ts';
import type { Choice, ChoiceId } from '../../src/view/types.ts';
import { equippedPlan } from './equipped-plan.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const at = (step: string, plan = smallPlan()) => new Journey(plan, winterMorning).until(step);
const equipped = (step: string) => at(step, equippedPlan());

const ids = (journey: Journey) => journey.view.choices.map(({ id }) => id);
const offers = (journey: Journey, id: ChoiceId) => ids(journey).includes(id);

test('after a failure, the decisions come in the order in which they are weighed', () => {
  expect(ids(at('2.2').start('2.2').exit(1))).toEqual([
    'retry',
    'amend',
    'redo',
    'accept',
    'skip',
    'rollback',
    'adhoc',
    'hold',
    'pace',
    'note',
    'abort',
  ]);
});

describe('amending', () => {
  test('before the command was tried: nothing runs yet, no word', () => {
    const amend = at('2.2').choice('amend');
    expect(amend).toMatchObject({
      label: 'Modifier la commande de 2.2',
      edit: 'php artisan migrate:missions-to-bm',
      word: '',
      reason: 'required',
      primary: false,
    });
    expect(amend.consequence).toMatch(
      /fichier du plan n'est pas touché.*Rien n'est lancé encore\.$/,
    );
  });

  test('once it was tried: it runs at once, and may double its effects', () => {
    const amend = at('2.2').start('2.2').exit(1).choice('amend');
    expect(amend).toMatchObject({ label: 'Modifier et relancer 2.2', word: 'RELANCER' });
    expect(amend.consequence).toMatch(
      /relancée aussitôt sur cette machine\. L'essai précédent a pu avoir des effets\.$/,
    );
  });

  test('a command that is safe to run again takes no word', () => {
    const amend = at('2.1').start('2.1').exit(1).choice('amend');
    expect(amend.word).toBe('');
    expect(amend.consequence).toMatch(/relancée aussitôt sur app1\.$/);
  });

  test('the text is this run’s, as written: variables and all', () => {
    const journey = at('2.1').choose('rollback', { reason: 'x' }).pass();
    expect(journey.choice('amend').edit).toBe('./restore.sh [backup]');
    journey.choose('amend', { reason: 'x', text: './restore.sh --force [backup]\r\n' });
    expect(journey.choice('amend').edit).toBe('./restore.sh --force [backup]');
  });

  test('it is journaled with its place, its text and its diff', () => {
    const journey = at('2.1').start('2.1').exit();
    journey.choose('amend', { reason: ' trop lente ', text: './backup.sh --fast\n\n' });
    expect(journey.entries.at(-1)).toMatchObject({
      type: 'step.amended',
      step: '2.1',
      command: 2,
      script: './backup.sh --fast',
      diff: '--- 2.1 (2/2)\n+++ 2.1 (2/2)\n@@ -1,1 +1,1 @@\n-./backup.sh\n+./backup.sh --fast\n',
      reason: 'trop lente',
    });
    expect(journey.view.current!.commands.map(({ amended }) => amended ?? false)).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('there is nothing to amend where no command waits', () => {
    for (const step of ['1.1', '1.2', '1.3', '2.3']) expect(offers(at(step), 'amend')).toBe(false);
    expect(offers(at('2.2').start('2.2'), 'amend')).toBe(false);
  });
});

describe('a command beside the plan', () => {
  test('says where it runs, and that no step moves', () => {
    expect(at('2.1').choice('adhoc')).toMatchObject({
      enabled: true,
      text: '',
      reason: 'none',
      consequence:
        "Exécute sur app1, dans l'environnement de 2.1. Écrite au journal ; aucune action du plan n'avance.",
    });
    const intent = intentOf(at('2.1').choice('adhoc'), { text: 'df -h' }, at('2.1').input);
    expect(intent).toEqual({ type: 'adhoc', script: 'df -h' });
  });

  test('may run while a command of the plan does, and while a rollback is validated', () => {
    expect(at('2.2').start('2.2').choice('adhoc').enabled).toBe(true);
    const validating = at('2.2').choose('rollback', { reason: 'x' }).pass().pass().pass();
    expect(validating.choice('adhoc')).toMatchObject({ enabled: true });
  });

  test.each<[string, (journey: Journey) => Journey, string]>([
    ['held', journey => journey.choose('hold', { reason: 'x' }), "l'exécution est suspendue"],
    [
      'without the helm',
      journey => journey.say({ type: 'helm.released', why: 'crashed' }),
      'personne ne tient la barre',
    ],
    [
      'beside another',
      journey => journey.choose('adhoc', { text: 'sleep 9' }),
      '! sleep 9 tourne encore, à côté du plan',
    ],
  ])('not %s', (_, before, why) => {
    expect(before(at('2.2')).choice('adhoc')).toMatchObject({ enabled: false, why });
  });

  test('while it lives it may be stopped, and once asked to, given up', () => {
    const journey = at('2.2').choose('adhoc', { text: 'sleep 9' });
    expect(journey.choice('stopAside')).toMatchObject({
      label: 'Arrêter ! sleep 9',
      enabled: true,
    });
    expect(offers(journey, 'abandon')).toBe(false);
    expect(journey.choice('abort')).toMatchObject({
      enabled: false,
      why: '! sleep 9 tourne encore, à côté du plan',
    });
    journey.choose('stopAside', { reason: 'inutile' });
    expect(journey.choice('abandon')).toMatchObject({ label: 'Ne plus attendre ! sleep 9' });
    journey.choose('abandon', { reason: 'figée' });
    expect(journey.state.context.aside).toBe(null);
    expect(offers(journey, 'stopAside')).toBe(false);
  });

  test('giving up means the plan’s own command as long as that lives', () => {
    const journey = at('2.2').start('2.2').choose('adhoc', { text: 'sleep 9' });
    journey.choose('stopAside').choose('stop');
    expect(journey.view.choices.filter(({ id }) => id === 'abandon')).toHaveLength(1);
    journey.choose('abandon', { reason: 'figée' });
    expect(journey.state.context).toMatchObject({ liveJob: null, aside: expect.any(String) });
  });
});

describe('checks', () => {
  test('a box that has one may be looked at again', () => {
    const journey = equipped('2.3').choose('check', { item: 'C1.1' });
    expect(journey.state.context.checks['C1.1']).toBe(journey.state.context.aside);
    expect(journey.choice('check')).toMatchObject({
      enabled: false,
      why: 'C1.1 Sans erreur tourne encore, à côté du plan',
    });
  });

  test('so may the proofs of the rollback, from any step; then its validation', () => {
    const journey = equipped('1.1').choose('check', { item: 'R.2/files' }).besideExit();
    expect(journey.state.context.marks['R.2/files']?.verdict).toBe('pass');
    journey.choose('rollback', { reason: 'x' });
    expect(offers(journey, 'check')).toBe(false);
    journey.say({ type: 'variable.bound', name: 'release', value: 'v1', source: 'asked' });
    journey.pass().pass().pass();
    journey.choose('check', { item: 'V.1' }).besideExit(7);
    expect(journey.state.context.marks['V.1']?.verdict).toBe('fail');
  });

  test('without any, nothing is offered', () => {
    expect(offers(at('2.3'), 'check')).toBe(false);
  });

  test('to say good what a check found wrong, a note is owed, and the next operator still reads both', () => {
    const journey = equipped('2.3').choose('check', { item: 'C1.1' }).besideExit(1);
    expect(journey.view.current!.boxes[0]).toMatchObject({ mark: 'fail', contradicts: true });
    expect(journey.choice('tickPass')).toMatchObject({ enabled: true, reason: 'none' });
    expect(() => journey.choose('tickPass', { item: 'C1.1' })).toThrow(/refused/);
    journey.choose('tickPass', { item: 'C1.1', reason: 'vu dans la base' });
    const [box] = journey.view.current!.boxes;
    expect(box).toMatchObject({ mark: 'pass', badge: { word: 'admis', tone: 'warning' } });
    expect(box!.note).toMatch(/^malgré la commande \(code 1.*\) · vu dans la base · /);
    expect(box!.contradicts).toBe(undefined);
  });
});

describe('a rollback step with nothing to undo', () => {
  const spare = () => at('2.2').choose('rollback', { reason: 'x' }).pass();

  test('Enter says that it is not needed; it may be run all the same', () => {
    const journey = spare();
    expect(journey.view.current).toMatchObject({ id: 'R.2', notNeeded: true });
    const [first, second] = journey.view.choices as [Choice, Choice];
    expect(first).toMatchObject({ id: 'notNeeded', primary: true, reason: 'none', word: '' });
    expect(second).toMatchObject({ id: 'start', primary: false, enabled: true });
    expect(second.consequence).toMatch(/^Sans objet : 2\.2 n'a pas été faite\. Exécute/);
  });

  test('the reason is the program’s, in the plan’s language whoever reads', () => {
    const journey = spare();
    journey.more = { language: 'en', ascii: true };
    expect(journey.choice('notNeeded').consequence).toMatch(
      /^Nothing to undo: 2\.2 was never done\./,
    );
    journey.choose('notNeeded');
    expect(journey.entries.at(-1)).toMatchObject({
      type: 'step.skipped',
      step: 'R.2',
      reason: "sans objet : 2.2 n'a pas été faite",
    });
  });

  test('once begun, or once its forward step ran, it is a step like any other', () => {
    const begun = spare().start('R.2').exit(1).choose('retry');
    expect(begun.view.current!.notNeeded).toBe(undefined);
    expect(begun.choice('start').primary).toBe(true);
    const needed = at('2.2').start('2.2').exit(1).choose('rollback', { reason: 'x' }).pass();
    expect(needed.view.current!.notNeeded).toBe(undefined);
    expect(offers(needed, 'notNeeded')).toBe(false);
  });
});

describe('values', () => {
  const names = (journey: Journey) => journey.choice('bind').options.map(({ value }) => value);

  test('what a command still to come needs, and no step will capture', () => {
    expect(equipped('1.1').choice('bind')).toMatchObject({
      text: '',
      options: [{ value: 'release', label: 'release : Version précédente' }],
    });
    const journey = equipped('1.1').choose('bind', { option: 'release', text: ' v0.9.0 ' });
    expect(journey.entries.at(-1)).toMatchObject({
      type: 'variable.bound',
      name: 'release',
      value: 'v0.9.0',
      source: 'asked',
    });
    expect(offers(journey, 'bind')).toBe(false);
  });

  test('once the step that was to capture it is over, or left behind, it is owed', () => {
    expect(names(equipped('2.1').choose('skip', { reason: 'x' }))).toEqual(['backup', 'release']);
    expect(names(equipped('2.1').choose('rollback', { reason: 'x' }))).toEqual([
      'backup',
      'release',
    ]);
  });

  test('a value that is refused may be corrected', () => {
    const journey = equipped('2.2').choose('rollback', { reason: 'x' }).pass();
    journey.choose('bind', { option: 'release', text: 'a b' });
    expect(names(journey)).toEqual(['release']);
    journey.choose('bind', { option: 'release', text: 'v0.9.0' });
    expect(journey.entries.at(-1)).toMatchObject({ value: 'v0.9.0', source: 'corrected' });
  });

  test('a secret is never typed here', () => {
    const plan = equippedPlan();
    plan.variables[2]!.secret = true;
    expect(offers(at('1.1', plan), 'bind')).toBe(false);
  });
});

test('declaring the rolled-back system good takes the word, and a reason while something is open', () => {
  const journey = at('2.2').choose('rollback', { reason: 'x' }).pass().pass().pass();
  expect(journey.choice('validate')).toMatchObject({
    word: 'GO',
    reason: 'required',
    primary: true,
  });
  journey.choose('tickFail', { item: 'V.1', reason: 'page blanche' });
  expect(journey.choice('validate').primary).toBe(false);
});

test('from the decision to the first rollback command: one question, then Enter', () => {
  const journey = at('2.2').start('2.2').exit(1);
  expect(journey.choice('rollback')).toMatchObject({ word: 'RETOUR', reason: 'none' });
  journey.choose('rollback', { option: 'Décision management' });
  expect(journey.choice('start')).toMatchObject({ primary: true, word: '', reason: 'none' });
});

test('an interactive command says that it takes the terminal', () => {
  const plan = smallPlan();
  plan.stages[1]!.phases[1]!.steps[1]!.commands[0]!.attributes.interactive = true;
  const journey = at('2.2', plan);
  expect(journey.choice('start').consequence).toMatch(/Le terminal lui est confié/);
  expect(journey.view.current!.commands[0]).toMatchObject({ interactive: true });
  journey.say({
    type: 'job.started',
    job: 'j',
    step: '2.2',
    command: 0,
    attempt: 1,
    script: 'abc',
    host: 'app1',
    interactive: true,
  });
  expect(journey.view.current!.remarks.map(({ text }) => text)).toContain(
    "Commande interactive : sa sortie n'est pas enregistrée.",
  );
  expect(journey.view.log.at(-1)!.text).toBe(
    '2.2 Exécution migration réelle : lancée sur app1, le terminal lui est confié (sortie non enregistrée)',
  );
});
