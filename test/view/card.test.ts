import { describe, expect, test } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { noHistory } from '../../src/view/history.ts';
import { stepView } from '../../src/view/step.ts';
import type { FailureCard, History } from '../../src/view/types.ts';
import { equippedPlan } from './equipped-plan.ts';
import { Journey, winterMorning } from './journey.ts';

type Exited = Extract<Fact, { type: 'job.exited' }>;

const at = (step: string, plan = equippedPlan()) => new Journey(plan, winterMorning).until(step);
const cardOf = (journey: Journey): FailureCard => journey.view.current!.card!;

/** 2.2 runs from 06:40 on and ends 4 min 41 later, local time. */
function failed(code: number, more: Partial<Exited> = {}, plan = equippedPlan()): Journey {
  const journey = at('2.2', plan).at('05:40').start('2.2');
  return journey.at('05:44:41').exit(code, { ok: false, ...more });
}

describe('how it ended, in words', () => {
  test.each<[string, number, Partial<Exited>, string, string]>([
    [
      'an error',
      1,
      {},
      'code 1 : la commande signale une erreur',
      'code 1: the command reports an error',
    ],
    [
      'misuse',
      2,
      {},
      'code 2 : mauvais usage, ou erreur grave',
      'code 2: misuse, or a serious error',
    ],
    [
      'its own code',
      3,
      {},
      'code 3 : son sens est propre à la commande',
      'code 3: its meaning is the command’s own',
    ],
    [
      'not executable',
      126,
      {},
      'code 126 : trouvée, mais pas exécutable',
      'code 126: found, but not executable',
    ],
    ['not found', 127, {}, 'code 127 : commande introuvable', 'code 127: command not found'],
    [
      'the time limit',
      124,
      { why: 'time limit' },
      'code 124 : limite de temps dépassée (40 min)',
      'code 124: time limit exceeded (40 min)',
    ],
    [
      '124 where there is a limit',
      124,
      {},
      'code 124 : limite de temps dépassée (40 min)',
      'code 124: time limit exceeded (40 min)',
    ],
    ['interrupted', 130, {}, 'code 130 : interrompue (INT)', 'code 130: interrupted (INT)'],
    ['killed', 137, {}, 'code 137 : tuée (KILL)', 'code 137: killed (KILL)'],
    ['asked to end', 143, {}, 'code 143 : priée de finir (TERM)', 'code 143: asked to end (TERM)'],
    [
      'a rare signal',
      128 + 31,
      {},
      'code 159 : arrêtée par le signal 31',
      'code 159: stopped by signal 31',
    ],
    [
      'what was expected is not there',
      0,
      { why: 'expect /OK/' },
      'code 0, mais /OK/ attendu, absent de la sortie',
      'code 0, but /OK/ expected, not in the output',
    ],
    [
      'what should not be there is',
      0,
      { why: 'refuse /KO/: 3 KO' },
      'code 0, mais la sortie contient /KO/: 3 KO',
      'code 0, but the output contains /KO/: 3 KO',
    ],
    [
      'a value that cannot be kept',
      0,
      { why: 'capture backup: "$"' },
      'code 0, mais valeur à retenir refusée : backup: "$"',
      'code 0, but value to capture refused: backup: "$"',
    ],
    [
      '0 is no success here',
      0,
      {},
      'code 0 : pas un succès selon le plan',
      'code 0: no success, says the plan',
    ],
  ])('%s', (_, code, more, french, english) => {
    const plan = equippedPlan();
    plan.stages[1]!.phases[1]!.steps[1]!.commands[0]!.attributes.timeout = 2400;
    const journey = failed(code, more, plan);
    expect(cardOf(journey).status).toBe(french);
    journey.more = { language: 'en' };
    expect(cardOf(journey).status).toBe(english);
  });

  test('124 without a limit means what the command wants', () => {
    expect(cardOf(failed(124)).status).toBe('code 124 : son sens est propre à la commande');
  });

  test('it was stopped on request', () => {
    const journey = at('2.2').start('2.2').choose('stop', { reason: 'trop long' }).exit(143);
    expect(cardOf(journey).status).toBe('code 143 : priée de finir (TERM), arrêt demandé');
    expect(journey.view.current!.remarks.map(({ text }) => text)).toEqual([]);
  });

  test('nobody can know', () => {
    const journey = at('2.2').start('2.2');
    const job = journey.state.context.liveJob!;
    journey.say({ type: 'job.doubted', job, step: '2.2', why: 'rebooted' });
    expect(cardOf(journey)).toMatchObject({
      status: 'issue inconnue : la machine a redémarré',
      timing: 'prévu ~1 h 05',
    });
  });

  test('nobody waits any longer', () => {
    const journey = at('2.2').start('2.2').choose('stop').choose('abandon', { reason: 'figée' });
    expect(cardOf(journey).status).toBe("issue inconnue : on ne l'attend plus (figée)");
  });
});

test('a card is there for a failure and a doubt only, and goes with the decision', () => {
  const journey = at('2.2');
  expect(journey.view.current!.card).toBe(undefined);
  journey.start('2.2').exit(1);
  expect(journey.view.current!.card).toBeDefined();
  journey.choose('accept', { reason: 'fait à la main' });
  expect(stepView(journey.input, '2.2')!.card).toBe(undefined);
});

test('what the step was to do', () => {
  expect(cardOf(failed(1)).purpose).toBe(
    'Exécution migration réelle · Migration des données · objectif : Mettre la 1.0.0 en production',
  );
});

test('the first error, unless it is among the last lines, and the last lines; as plain text', () => {
  const last = [
    '\u001b[32m  12 missions\u001b[0m',
    '\u001b]0;titre\u0007batch\t7',
    '\u001b[2K',
    'PDOException: gone',
  ];
  expect(
    cardOf(failed(1, { excerpt: { first: '\u001b[1mERROR\u001b[0m at 3', last } })).lines,
  ).toEqual([
    { text: 'ERROR at 3', kind: 'first' },
    { text: '12 missions', kind: 'last' },
    { text: 'batch 7', kind: 'last' },
    { text: 'PDOException: gone', kind: 'last' },
  ]);
  const again = cardOf(failed(1, { excerpt: { first: 'PDOException: gone', last } })).lines;
  expect(again.map(({ kind }) => kind)).toEqual(['last', 'last', 'last']);
  expect(cardOf(failed(1)).lines).toEqual([]);
});

describe('how long it took', () => {
  const sample = { count: 3, median: 598_000, p90: 700_000 };
  test.each<[string, Partial<History>, string]>([
    ['against the plan', {}, '4 min 41, prévu ~1 h 05'],
    [
      'and earlier runs here',
      { steps: { '2.2': sample } },
      "4 min 41, prévu ~1 h 05, d'habitude 9 min 58 (3 fois)",
    ],
    [
      'and elsewhere',
      { elsewhere: { '2.2': { ...sample, environment: 'staging' } } },
      '4 min 41, prévu ~1 h 05, répété 9 min 58 en staging (3 fois)',
    ],
    [
      'here before elsewhere',
      { steps: { '2.2': sample }, elsewhere: { '2.2': { ...sample, environment: 'staging' } } },
      "4 min 41, prévu ~1 h 05, d'habitude 9 min 58 (3 fois)",
    ],
  ])('%s', (_, history, text) => {
    const journey = failed(1);
    journey.more = { history: { ...noHistory, ...history } };
    expect(cardOf(journey).timing).toBe(text);
  });

  test('the latest attempt counts, not the time spent deciding', () => {
    const journey = failed(1).at('05:59').choose('retry').start('2.2').at('06:01').exit(1);
    expect(cardOf(journey).timing).toMatch(/^2 min, /);
  });
});

describe('whom to call', () => {
  const people = (journey: Journey) =>
    cardOf(journey).people.map(({ role, who, contact }) => `${role}|${who}|${contact}`);

  test('the role of the step, then the escalation; blanks and doubles are left out', () => {
    expect(people(failed(1))).toEqual([
      'DBA|Astreinte bases|poste 4103',
      'Directeur technique||poste 4001',
    ]);
  });

  test('a role that the team left blank', () => {
    const plan = equippedPlan();
    plan.stages[1]!.phases[1]!.steps[1]!.attributes.role = 'DevOps';
    expect(people(failed(1, {}, plan))).toEqual([
      'Directeur technique||poste 4001',
      'dba|Astreinte bases|poste 4103',
    ]);
  });

  test.each([
    '[Nom]',
    '+33 X XX XX XX XX',
    'à définir',
    'TBD',
    '—',
    '...',
    'VOTRE_NUMERO',
    '<TEL>',
    '',
  ])('a contact left at %j is nobody to call', contact => {
    const items = [{ role: 'Astreinte', contact, line: 1, column: 1 }];
    const contacts = [{ title: 'Escalade', items }];
    expect(people(failed(1, {}, equippedPlan({ contacts, roles: [] })))).toEqual([]);
  });

  test('without an escalation, the first group; at most four', () => {
    const items = ['A', 'B', 'C', 'D', 'E'].map(role => ({
      role,
      contact: 'poste 1',
      line: 1,
      column: 1,
    }));
    const contacts = [{ title: 'Équipe', items }];
    expect(people(failed(1, {}, equippedPlan({ contacts, roles: [] })))).toEqual(
      ['A', 'B', 'C', 'D'].map(role => `${role}||poste 1`),
    );
    expect(people(failed(1, {}, equippedPlan({ contacts: [], roles: [] })))).toEqual([]);
  });
});

describe('how long one may still go back', () => {
  test.each([
    ['05:44:41', "retour tenable encore 45 min (jusqu'à 07:30)", 'normal'],
    ['06:15', "retour tenable encore 15 min (jusqu'à 07:30)", 'warning'],
    ['06:45', 'retour hors fenêtre depuis 07:30', 'bad'],
  ])('at %s', (time, text, tone) => {
    expect(cardOf(failed(1).at(time)).returnLeft).toEqual({ text, tone });
  });

  test('nothing is said once it is decided: a rollback step has the same card less that', () => {
    const journey = failed(1).choose('rollback', { reason: 'x' }).pass().start('R.2').exit(127);
    expect(cardOf(journey)).toMatchObject({
      status: 'code 127 : commande introuvable',
      purpose: 'Restauration · défait 2.2',
      returnLeft: { text: '' },
    });
  });
});
