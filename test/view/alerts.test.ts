/** What must be said at once, and what must not be said at all. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/plan/types.ts';
import { alertsOf } from '../../src/view/alerts.ts';
import { noHistory } from '../../src/view/history.ts';
import { sceneOf } from '../../src/view/scene/scene.ts';
import { lastTenableRollback, rollbackLength } from '../../src/view/schedule/window.ts';
import type { History, Sample } from '../../src/view/types.ts';
import { smallPlan, step } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const minute = 60_000;

const taking = (median: number, p90 = median): Sample => ({
  count: 1,
  median: median * minute,
  p90: p90 * minute,
});

const history = (
  steps: History['steps'],
  rollback: Partial<History['rollback']> = {},
): History => ({ ...noHistory, steps, rollback: { ...noHistory.rollback, ...rollback } });

/** The small plan, its checkpoint early enough: 07:05 to 07:10, for a last tenable rollback at 07:30. */
function soundPlan(): Plan {
  const plan = smallPlan();
  const steps = plan.stages[1]!.phases[1]!.steps;
  steps[2] = { ...steps[2]!, time: '07:05', minutes: 5 };
  steps.splice(3, 0, step('2.35', '07:10', 'Remise en service', { minutes: 15 }));
  return plan;
}

const open = (plan = soundPlan()) => new Journey(plan, winterMorning).until('2.2');
const alerts = (journey: Journey) => alertsOf(sceneOf(journey.input)).map(({ text }) => text);
const tones = (journey: Journey) => alertsOf(sceneOf(journey.input)).map(({ tone }) => tone);

describe('inside the window', () => {
  test('nothing is said while all goes as planned and the margin is wide', () => {
    const journey = open().at('05:40').start('2.2');
    expect(alerts(journey)).toEqual([]);
  });

  test('a thin margin is a warning, with the decision and its time', () => {
    const journey = open().at('05:40').start('2.2').at('06:12');
    expect(alerts(journey)).toEqual([
      'Marge de 13 min : décision 2.3 à 07:17, dernier retour tenable à 07:30.',
    ]);
    expect(tones(journey)).toEqual(['warning']);
  });

  test.each([
    [
      'only in a bad case',
      25,
      60,
      'warning',
      'Dans le mauvais cas, décision 2.3 à 07:45, trop tard pour revenir (07:30).',
    ],
    [
      'as expected',
      60,
      60,
      'bad',
      'Décision 2.3 attendue à 07:45, après le dernier retour tenable (07:30).',
    ],
  ])('a decision that comes too late %s', (_, median, p90, tone, text) => {
    const journey = open().at('05:40').start('2.2');
    journey.more = { history: history({ '2.2': taking(median, p90) }) };
    expect(alerts(journey).find(one => one.includes('2.3'))).toBe(text);
    expect(tones(journey)[0]).toBe(tone);
  });

  test('an end after the window closes says how much, and the grave comes first', () => {
    const journey = open().at('05:40').start('2.2').at('06:20');
    journey.more = { history: history({ '2.2': taking(90) }) };
    expect(alerts(journey)).toEqual([
      'Fin prévue à 08:30, 30 min après la fermeture de la fenêtre (08:00).',
      'Décision 2.3 attendue à 08:15, après le dernier retour tenable (07:30).',
    ]);
    journey.more = { history: history({ '2.2': taking(40, 90) }) };
    expect(alerts(journey)).toEqual([
      'Dans le mauvais cas, fin à 08:30, 30 min après la fermeture (08:00).',
      'Dans le mauvais cas, décision 2.3 à 08:15, trop tard pour revenir (07:30).',
    ]);
  });

  test('past the last tenable rollback, that is what is said, with when one would end', () => {
    const journey = open().at('05:40').start('2.2').at('06:45');
    expect(alerts(journey)[0]).toBe(
      'Retour hors fenêtre depuis 07:30 : décidé maintenant, il finirait à 08:15.',
    );
    expect(alerts(journey).some(text => text.includes('Décision'))).toBe(false);
    expect(tones(journey)[0]).toBe('bad');
  });

  test('a decision that the plan itself puts too late is its own defect, never a delay', () => {
    const journey = open(smallPlan()).at('05:40').start('2.2');
    expect(alerts(journey)).toEqual([
      "Défaut du plan : décision 2.3 à 07:45, retour tenable jusqu'à 07:30.",
    ]);
    expect(tones(journey)).toEqual(['warning']);
  });

  test('beside such a decision, an earlier one that is late is still said', () => {
    const plan = soundPlan();
    plan.stages[1]!.phases[1]!.steps.splice(
      4,
      0,
      step('2.36', '07:50', 'GO/NO-GO tardif', { kind: 'gate' }),
    );
    const journey = open(plan).at('05:40').start('2.2');
    const flaw = "Défaut du plan : décision 2.36 à 07:50, retour tenable jusqu'à 07:30.";
    expect(alerts(journey)).toEqual([flaw]);
    journey.more = { history: history({ '2.2': taking(50) }) };
    expect(alerts(journey)).toEqual([
      'Décision 2.3 attendue à 07:35, après le dernier retour tenable (07:30).',
      flaw,
    ]);
  });

  test('a decision already made is no longer waited for', () => {
    const journey = open().at('05:40').until('2.35').at('06:25');
    expect(alerts(journey)).toEqual([]);
  });
});

describe('elsewhere', () => {
  test('before its stage, after the window, and once the run ended, nothing is said', () => {
    const before = new Journey(smallPlan(), '2026-11-30T08:00:00.000Z', '2026-12-01');
    expect(alerts(before)).toEqual([]);
    const after = open().at('05:40').until('2.4').at('07:30').pass();
    expect(alerts(after)).toEqual([]);
    const ended = open().at('07:30').say({ type: 'run.aborted', reason: 'x' });
    expect(alerts(ended)).toEqual([]);
  });

  test('an alert is the same in a rehearsal, by its own clock', () => {
    const journey = new Journey(soundPlan(), '2026-12-01T14:00:00.000Z').until('1.1');
    journey.more = { schedule: 'relative', history: history({ '2.2': taking(120) }) };
    journey.say({ type: 'step.begun', step: '1.1' });
    expect(alerts(journey)[0]).toMatch(/^Fin prévue à 18:00, 1 h après la fermeture/);
  });
});

describe('a rollback', () => {
  const back = () => {
    const journey = open().at('06:40').start('2.2').exit(1);
    return journey.choose('rollback', { reason: 'x', option: 'Décision management' });
  };

  test('is in order within its budget and its window', () => {
    expect(alerts(back().at('06:50'))).toEqual([
      'Le retour finirait à 08:20, 20 min après la fermeture de la fenêtre (08:00).',
    ]);
    expect(alerts(back().pass().at('06:50').pass())).toEqual([]);
  });

  test('over its budget says so, until it is done', () => {
    const journey = back().pass().at('07:14');
    expect(alerts(journey)[0]).toBe(
      'Le retour dure depuis 34 min, soit 4 min de plus que prévu (30 min).',
    );
    journey.pass().pass();
    expect(alerts(journey)).toEqual([]);
  });
});

describe('the last tenable rollback', () => {
  const read = (rollback: Partial<History['rollback']>, plan = soundPlan()) => {
    const journey = open(plan);
    journey.more = { history: history({}, rollback) };
    const scene = sceneOf(journey.input);
    const at = new Date(lastTenableRollback(scene)!).toISOString().slice(11, 16);
    return [at, rollbackLength(scene)?.from];
  };

  test.each<[string, Partial<History['rollback']>, string, string]>([
    ['by the plan', {}, '06:30', 'plan'],
    ['as measured here, shorter', { here: taking(10, 12) }, '06:48', 'measured'],
    ['as measured here, longer', { here: taking(30, 45) }, '06:15', 'measured'],
    ['a small target elsewhere shortens nothing', { elsewhere: taking(2, 3) }, '06:30', 'plan'],
    ['a slow one elsewhere lengthens', { elsewhere: taking(30, 40) }, '06:20', 'elsewhere'],
    [
      'here counts before elsewhere',
      { here: taking(20), elsewhere: taking(50) },
      '06:40',
      'measured',
    ],
    ['people must look at it too', { validation: taking(5, 10) }, '06:20', 'plan'],
  ])('%s', (_, rollback, at, from) => {
    expect(read(rollback)).toEqual([at, from]);
  });

  test('a rehearsal target measures nothing shorter than the plan, for itself either', () => {
    const journey = open();
    const back = (here: Sample) => {
      journey.more = { schedule: 'relative', history: history({}, { here }) };
      const { ms, from } = rollbackLength(sceneOf(journey.input))!;
      return [ms / minute, from];
    };
    expect(back(taking(5))).toEqual([30, 'plan']);
    expect(back(taking(30, 45))).toEqual([45, 'measured']);
  });

  test('steps passed over that do not say their minutes are not in the measure: it shortens nothing', () => {
    const plan = soundPlan();
    const { minutes: _, ...silent } = plan.rollback!.steps[1]!;
    plan.rollback!.steps[1] = silent;
    expect(read({ here: taking(5) }, plan)).toEqual(['06:30', 'plan']);
    expect(read({ here: taking(45) }, plan)).toEqual(['06:15', 'measured']);
  });

  test('nobody can say without a rollback, or without any time for it', () => {
    const { rollback: _, ...without } = smallPlan();
    expect(lastTenableRollback(sceneOf(new Journey(without, winterMorning).input))).toBe(null);
    const plan = smallPlan();
    const { minutes: __, ...vague } = plan.rollback!;
    const steps = vague.steps.map(({ minutes: ___, ...step }) => step);
    const timeless = { ...plan, rollback: { ...vague, steps } };
    expect(rollbackLength(sceneOf(new Journey(timeless, winterMorning).input))).toBe(null);
  });
});

test('the hour of a flaw is not cut, on a line that says that there are more alerts', () => {
  const frame = ' ! ... (+1) '.length - '...'.length;
  for (const language of ['fr', 'en'] as const) {
    const journey = open(smallPlan()).at('05:40');
    journey.more = { language };
    const [text] = alerts(journey);
    expect(text).toMatch(/07:30\.$/);
    expect(text!.length + frame).toBeLessThanOrEqual(80);
  }
});

test('every alert fits a line of 80 columns, in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    const late = open().at('05:40').start('2.2').at('06:20');
    const worlds = [taking(30, 120), taking(90, 150), taking(150), taking(65)];
    for (const length of worlds) {
      late.more = { language, history: history({ '2.2': length }) };
      for (const text of alerts(late)) expect(text.length).toBeLessThanOrEqual(80);
    }
    for (const journey of [open(smallPlan()).at('05:40'), open().at('06:45')]) {
      journey.more = { language };
      for (const text of alerts(journey)) expect(text.length).toBeLessThanOrEqual(80);
    }
  }
});
