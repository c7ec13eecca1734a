import { describe, expect, test } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { momentsOf } from '../../src/view/moments.ts';
import type { Moment } from '../../src/view/types.ts';
import { LongJourney } from './dossier/long-run.ts';
import { command, smallPlan, stage, step } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const read = (moments: readonly Moment[]) => moments.map(({ kind, text }) => `${kind}: ${text}`);
const told = (journey: Journey) => read(momentsOf(journey.input));

/** On the day itself, at this step: what came before is no moment of the day's. */
const at = (id: string, plan = smallPlan()) => new Journey(plan, winterMorning).until(id);
/** The moments from then on. */
function since(journey: Journey, act: () => unknown): string[] {
  const from = journey.entries.length;
  act();
  return read(momentsOf(journey.input).filter(({ seq }) => seq >= from));
}

/** Two days, with a failure, a NO-GO and two delays. */
function eventful(language: 'fr' | 'en'): Journey {
  const journey = new Journey(smallPlan(), '2026-11-30T08:00:00.000Z', '2026-12-01');
  journey.more = { language };
  journey.until('J-1.2').at('16:00').pass();
  journey.now = Date.parse(winterMorning);
  journey.at('05:20').pass().at('05:26').pass().at('05:38').pass();
  journey
    .start('2.1')
    .at('05:45')
    .exit(0, { captured: { backup: 'b1' } });
  journey.start('2.1').at('05:48').exit();
  journey.start('2.2').at('05:50').exit(1).choose('retry', { reason: 'verrou' });
  journey.start('2.2').at('06:50').exit();
  journey.choose('tickFail', { item: 'C1.1', reason: 'écart' });
  journey.at('06:55').choose('noGo', { reason: 'écart' }).choose('review');
  return journey.at('07:10').choose('go', { reason: 'vu' }).pass();
}

describe('a run of two days', () => {
  const french = [
    ['checkpoint', 'J-1 17:00:00', 'GO à J-1.2 Confirmation GO/NO-GO'],
    ['checkpoint', 'Jour J 06:26:00', 'GO à 1.2 GO/NO-GO final'],
    ['delay', 'Jour J 06:38:00', '8 min de retard à 1.3 DÉBUT MAINTENANCE'],
    ['failure', 'Jour J 06:50:00', '2.2 Exécution migration réelle : échec (code 1)'],
    ['decision', 'Jour J 06:50:00', '2.2 Exécution migration réelle : à relancer (verrou)'],
    ['checkpoint', 'Jour J 07:55:00', 'NO-GO à 2.3 POINT DE CONTRÔLE - Migration (écart)'],
    [
      'checkpoint',
      'Jour J 08:10:00',
      'GO par dérogation à 2.3 POINT DE CONTRÔLE - Migration : vu, 10 min de retard',
    ],
  ];

  test('checkpoints, failures, decisions, and where time was lost; not every step that was late', () => {
    const moments = momentsOf(eventful('fr').input);
    expect(moments.map(({ kind, time, text }) => [kind, time, text])).toEqual(french);
  });

  test('the same in English', () => {
    const moments = momentsOf(eventful('en').input);
    expect(moments[2]).toMatchObject({
      time: 'D-day 06:38:00',
      text: '8 min late at 1.3 DÉBUT MAINTENANCE',
      badge: { glyph: '!', word: 'late', tone: 'warning' },
    });
    expect(moments.at(-1)!.text).toMatch(/^GO .*, 10 min late$/);
  });

  test('each with its look, its step, and the entry after which it is on the screen', () => {
    const journey = eventful('fr');
    const moments = momentsOf(journey.input);
    expect(moments.map(({ badge }) => `${badge.glyph} ${badge.word} ${badge.tone}`)).toEqual([
      '✓ GO good',
      '✓ GO good',
      '! retard warning',
      '✗ échec bad',
      '↻ décision normal',
      '✗ NO-GO bad',
      '✓ GO warning',
    ]);
    expect(moments.map(one => one.step)).toEqual([
      'J-1.2',
      '1.2',
      '1.3',
      '2.2',
      '2.2',
      '2.3',
      '2.3',
    ]);
    for (const { seq, at } of moments) expect(Date.parse(journey.entries[seq]!.at)).toBe(at);
    expect(journey.entries[moments[3]!.seq]).toMatchObject({ type: 'job.exited', code: 1 });
  });

  test('a run of one day says no day', () => {
    const journey = at('1.2').at('05:26').pass();
    expect(momentsOf(journey.input).at(-1)!.time).toBe('06:26:00');
  });
});

describe('failures', () => {
  test('a command that ended badly, that nobody knows of, that lost its witness', () => {
    const journey = at('2.2').at('05:40');
    const job = () => journey.state.context.liveJob!;
    const about = (type: 'job.doubted' | 'job.orphaned') =>
      journey.say({ type, job: job(), step: '2.2', why: 'rebooted' });
    const moments = since(journey, () => {
      journey.start('2.2').exit(137).choose('retry').start('2.2');
      about('job.orphaned');
      about('job.doubted');
    });
    expect(moments).toEqual([
      'failure: 2.2 Exécution migration réelle : échec (code 137)',
      'decision: 2.2 Exécution migration réelle : à relancer',
      'failure: 2.2 Exécution migration réelle : a perdu son témoin (la machine a redémarré)',
      'failure: 2.2 Exécution migration réelle : issue inconnue (la machine a redémarré)',
    ]);
  });

  test('a command of the plan that never started, and one that nobody waits for any more', () => {
    const journey = at('2.2').at('05:40').start('2.2');
    const job = journey.state.context.liveJob!;
    const revoked = { type: 'job.revoked', job, step: '2.2', reason: 'never launched' } as const;
    expect(since(journey, () => journey.say(revoked))).toEqual([
      "failure: 2.2 Exécution migration réelle : n'a pas démarré (jamais lancée)",
    ]);
    journey.start('2.2');
    const next = { job: journey.state.context.liveJob!, step: '2.2', reason: 'bloquée' };
    journey.say({ type: 'job.cancelled', ...next });
    expect(since(journey, () => journey.say({ type: 'job.abandoned', ...next }))).toEqual([
      "failure: 2.2 Exécution migration réelle : on ne l'attend plus (bloquée)",
    ]);
  });

  test('a red check once, until it was green again; a check that never ran is none', () => {
    const plan = smallPlan();
    plan.checkpoints[0]!.criteria[0]!.check = command('./check.sh');
    const journey = at('2.3', plan).at('06:45');
    const look = (code: number) => journey.beside({ check: 'C1.1' }).besideExit(code);
    const lost = () => {
      journey.beside({ check: 'C1.1' });
      const job = journey.state.context.aside!;
      return journey.say({ type: 'job.revoked', job, step: '2.3', reason: 'never launched' });
    };
    const red = 'failure: refusé par commande : C1.1 Sans erreur';
    expect(since(journey, () => look(1))).toEqual([red]);
    expect(since(journey, () => look(1))).toEqual([]);
    expect(since(journey, lost)).toEqual([]);
    expect(since(journey, () => look(0))).toEqual([]);
    expect(since(journey, () => look(1))).toEqual([red]);
  });

  test('what went well, notes and boxes are no moments', () => {
    const journey = at('2.2').at('05:40');
    const moments = since(journey, () => {
      journey.say({ type: 'note.added', text: 'vu' }).start('2.2').exit();
      journey.choose('tickPass', { item: 'C1.1' }).beside({ adhoc: 'df -h' }).besideExit();
    });
    expect(moments).toEqual([]);
  });
});

describe('decisions', () => {
  const amended: Fact = {
    type: 'step.amended',
    step: '2.2',
    command: 0,
    script: 'true',
    diff: '',
    reason: 'coquille',
  };
  const of: [string, (journey: Journey) => unknown, string][] = [
    ['skip', one => one.choose('skip', { reason: 'fait avant' }), 'passée (fait avant)'],
    ['accept', one => one.choose('accept', { reason: 'bénin' }), 'acceptée (bénin)'],
    ['amend', one => one.say(amended), 'commande modifiée (coquille)'],
  ];

  test.each(of)('about a step that failed: %s', (_, decide, text) => {
    const journey = at('2.2').at('05:40').start('2.2').exit(1);
    expect(since(journey, () => decide(journey))).toEqual([
      `decision: 2.2 Exécution migration réelle : ${text}`,
    ]);
  });

  test('about the run: hold, go back, take the helm from someone, roll back, give up', () => {
    const journey = at('2.2').at('05:40');
    const helm = { operator: 'nuit', host: 'bastion', pid: 2, terminal: '' };
    const from = { ...helm, operator: 'ops' };
    const moments = since(journey, () => {
      journey.choose('hold', { reason: 'orage' }).choose('resume');
      journey.say({ type: 'step.reopened', step: '2.1', reason: 'vérifier' });
      journey.say({ type: 'helm.released', why: 'taken-over' });
      journey.say({ type: 'helm.taken', helm, from });
      journey.say({ type: 'helm.released', why: 'detached' }).say({ type: 'helm.taken', helm });
      journey.choose('rollback', { reason: 'perte', option: 'Décision management' });
      journey.say({ type: 'run.aborted', reason: 'sans issue' });
    });
    expect(moments).toEqual([
      'decision: exécution suspendue (orage)',
      'decision: retour à 2.1 Sauvegarde finale (vérifier)',
      'decision: nuit@bastion prend la barre à ops@bastion',
      'decision: RETOUR ARRIÈRE décidé : perte (Décision management)',
      'decision: exécution abandonnée (sans issue)',
    ]);
  });

  test('about the days: a prerequisite waived, a stage opened early', () => {
    const journey = new Journey(smallPlan(), '2026-11-30T08:00:00.000Z', '2026-12-01');
    const moments = since(journey, () => {
      journey.say({ type: 'item.waived', item: 'P1.1', reason: 'fournisseur absent' });
      journey.say({ type: 'stage.opened', stage: 'Jour J', reason: 'prêts' });
    });
    expect(moments).toEqual([
      'decision: dérogation : P1.1 Sauvegarde testée (fournisseur absent)',
      'decision: Jour J ouverte avant son jour (prêts)',
    ]);
  });
});

describe('the ends', () => {
  test('a validated rollback', () => {
    const journey = at('2.2').at('05:40').choose('rollback', { reason: 'perte', option: '' });
    while (journey.state.status === 'rollingBack') journey.pass();
    const moments = since(journey, () => journey.choose('validate', { reason: 'vu' }));
    expect(moments).toEqual(['checkpoint: retour arrière validé par dérogation : vu']);
  });

  test('a closed final checklist', () => {
    const journey = new LongJourney().dayAfter().on('2026-12-08', '08:00');
    for (const id of ['J+1.1', 'J+1.2', 'J+1.3', 'J+7.1', 'J+7.2'])
      journey.say({ type: 'step.confirmed', step: id });
    const moments = since(journey, () => journey.choose('close', { reason: 'vu' }));
    expect(moments).toEqual(['checkpoint: exécution close par dérogation : vu']);
  });
});

describe('delays', () => {
  /** Four steps of ten minutes each, from eight o'clock on in Paris. */
  const plan = () => {
    const steps = ['08:00', '08:10', '08:20', '08:30'].map((time, at) =>
      step(`1.${at + 1}`, time, `Pas ${at + 1}`, { minutes: 10 }),
    );
    const phases = [{ ...smallPlan().stages[1]!.phases[0]!, steps, start: '08:00', end: '08:40' }];
    return smallPlan({ stages: [stage('Jour J', 0, 'Production', phases)], checkpoints: [] });
  };
  /** Steps that end at these minutes, the first of them begun at `from`. */
  const ended = (from: string, ends: readonly string[], relative = false) => {
    const journey = new Journey(plan(), `2026-12-01T${from}:00.000Z`);
    if (relative) journey.more = { schedule: 'relative' };
    for (const [at, end] of ends.entries()) {
      if (at === 0) journey.say({ type: 'step.begun', step: '1.1' });
      journey.at(end).say({ type: 'step.confirmed', step: `1.${at + 1}` });
    }
    return told(journey);
  };
  const late = (minutes: number, step: number) =>
    `delay: ${minutes} min de retard à 1.${step} Pas ${step}`;

  test.each([
    ['under five minutes late', ['07:14', '07:24', '07:34', '07:44'], []],
    ['five minutes late, then no later', ['07:15', '07:25', '07:35', '07:45'], [late(5, 1)]],
    ['later and later', ['07:10', '07:26', '07:37', '07:47'], [late(6, 2), late(7, 3)]],
    ['caught up, then late again', ['07:16', '07:20', '07:30', '07:46'], [late(6, 1), late(6, 4)]],
    ['less than a minute more', ['07:15:10', '07:25:50'], [late(5, 1)]],
  ])('by the plan’s clock: %s', (_, ends, moments) => {
    expect(ended('07:00', ends)).toEqual(moments);
  });

  test('in a rehearsal, counted from its first step, whenever that was', () => {
    expect(ended('13:00', ['13:10', '13:26', '13:36'], true)).toEqual([late(6, 2)]);
    expect(ended('13:00', ['13:10', '13:20', '13:30'], true)).toEqual([]);
  });

  test('of a step that was done again, the last time counts', () => {
    const journey = new Journey(plan(), '2026-12-01T07:00:00.000Z');
    journey.at('07:10').say({ type: 'step.confirmed', step: '1.1' });
    journey.at('07:15').say({ type: 'step.reopened', step: '1.1', reason: 'oubli' });
    journey.at('07:30').say({ type: 'step.confirmed', step: '1.1' });
    expect(told(journey)).toEqual(['decision: retour à 1.1 Pas 1 (oubli)', late(20, 1)]);
    expect(momentsOf(journey.input).at(-1)!.seq).toBe(journey.entries.length - 1);
  });
});

test('an entry is at most one moment, in the order of the journal', () => {
  const numbers = momentsOf(eventful('fr').input).map(({ seq }) => seq);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});
