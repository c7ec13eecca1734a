import { describe, expect, test } from 'vitest';
import { equippedPlan } from './equipped-plan.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const figures = (journey: Journey) => journey.view.header.figures.map(figure => figure.text);

test('the header says where, who, what time it is in the zone of the plan, and how far', () => {
  const { header } = new Journey(smallPlan(), winterMorning).until('1.1').at('05:00:12').view;
  expect(header).toMatchObject({
    environment: 'production',
    protected: true,
    title: 'Ops & Bail Mobilité 1.0.0',
    operator: 'ops@bastion',
    status: { word: 'EN COURS' },
    clock: '06:00:12',
    rollingBack: false,
  });
  expect(header.ratio).toBeCloseTo(2 / 10);
  expect(header.figures.map(figure => figure.text)).toEqual([
    '2/10 actions',
    'phase 1/2',
    'coupure 06:30 → 08:00',
    "retour possible jusqu'à 07:30",
  ]);
});

test('before its day, the outage and the way back are not worth a word', () => {
  const journey = new Journey(smallPlan(), '2026-11-30T08:00:00.000Z', '2026-12-01');
  expect(figures(journey)).toEqual(['0/10 actions']);
});

test('the outage counts from the moment the window was really opened', () => {
  const journey = new Journey(smallPlan(), winterMorning)
    .until('1.3')
    .at('05:35')
    .pass()
    .at('06:12');
  expect(figures(journey)).toContain('coupure 0 h 37, ferme à 08:00');
  expect(journey.view.deadlines).toBe(
    "retour possible jusqu'à 07:30 (encore 18 min) · coupure 0 h 37, ferme à 08:00 · prochaine décision 07:45 (dans 33 min)",
  );
});

test('a window opened late closes when it should all the same', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('1.3').at('06:20').pass();
  const outage = () => journey.view.header.figures.find(({ text }) => text.startsWith('coupure'));
  expect(outage()).toEqual({ text: 'coupure 0 h 00, ferme à 08:00', tone: 'normal' });
  journey.at('07:02');
  expect(outage()).toEqual({ text: 'coupure 0 h 42, à fermer depuis 08:00', tone: 'bad' });
});

describe('while a piece of the rollback is missing', () => {
  const journey = new Journey(equippedPlan(), winterMorning).until('2.1').at('05:40');
  journey
    .start('2.1')
    .exit(0)
    .start('2.1')
    .exit(0, { captured: { backup: 'b1' } });
  // What undoes 2.2 is needed once 2.2 has begun.
  journey.start('2.2');

  test.each([
    ['fr', "retour jusqu'à 07:30, pas sans : Version précédente, +2"],
    ['en', 'rollback until 07:30, not without: Version précédente, +2'],
  ] as const)('the deadline does not call it possible (%s)', (language, text) => {
    journey.more = { language };
    expect(journey.view.header.figures.at(-1)).toEqual({ text, tone: 'warning' });
    expect(journey.view.deadlines.startsWith(text)).toBe(true);
  });

  test('a long name leaves room for the hour', () => {
    const plan = equippedPlan();
    plan.variables[2]!.description = 'x'.repeat(90);
    const long = new Journey(plan, winterMorning).until('1.3').at('05:30').pass();
    for (const id of ['2.1', '2.1', '2.2']) {
      if (id === '2.2') long.start(id);
      else long.start(id).exit(0, { captured: { backup: 'b1' } });
    }
    expect(long.view.deadlines.split(' · ')[0]).toMatch(/^retour jusqu'à 07:30, pas sans : x+…$/);
    expect(long.view.deadlines.split(' · ')[0]!.length).toBeLessThanOrEqual(78);
  });

  test('nothing is missing before there is something to undo', () => {
    const before = new Journey(equippedPlan(), winterMorning).until('1.1');
    expect(before.view.header.figures.at(-1)?.text).toBe("retour possible jusqu'à 07:30");
  });
});

test('a rehearsal says when the next decision comes by the clock of the header', () => {
  const journey = new Journey(smallPlan(), '2026-12-01T14:00:00.000Z').until('1.1');
  journey.more = { schedule: 'relative' };
  journey.say({ type: 'step.begun', step: '1.1' }).at('14:01').until('2.1');
  expect(journey.view.header.clock).toBe('15:01:00');
  expect(journey.view.deadlines).toContain('prochaine décision 16:16 (dans 1 h 15)');
});

test('the decision that waits here is not announced as the next one', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.3').at('06:45');
  expect(journey.view.current!.kind).toBe('checkpoint');
  expect(journey.view.deadlines).not.toContain('prochaine décision 07:45');
});

test('a decision less than a minute away is not announced in 0 min', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('06:44:30');
  expect(journey.view.deadlines).toMatch(/prochaine décision 07:45$/);
});

test.each([
  ['06:31', "retour possible jusqu'à 07:30", 'bad'],
  ['06:15', "retour possible jusqu'à 07:30 (encore 15 min)", 'warning'],
  ['05:40', "retour possible jusqu'à 07:30", 'normal'],
])('at %s UTC the way back reads right', (time, text, tone) => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.1').at(time);
  const late = 'retour hors fenêtre depuis 07:30';
  expect(journey.view.header.figures.at(-1)).toEqual({ text: tone === 'bad' ? late : text, tone });
});

test('once the window is closed the outage has its length and the way back is no longer counted', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('1.3').at('05:30').until('2.4');
  journey.at('07:05').pass();
  expect(figures(journey)).toContain('coupure 1 h 35, finie');
  expect(journey.view.header.figures.some(figure => figure.text.startsWith('retour'))).toBe(false);
});

test('in a rollback the header counts its own steps and its own time', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('06:00');
  journey
    .choose('rollback', { reason: 'données', option: 'Décision management' })
    .at('06:04')
    .pass();
  const { header } = journey.view;
  expect(header.rollingBack).toBe(true);
  expect(header.status.word).toBe('RETOUR ARRIÈRE');
  expect(figures(journey)).toEqual([
    '1/3 du retour arrière',
    'retour 0 h 04 / 30 min',
    'coupure 1 h 04, ferme à 08:00',
  ]);
});

test('a rollback on time for its budget and late for its window is not on time', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('06:40').start('2.2');
  journey.exit(1).choose('rollback', { reason: 'données', option: 'Décision management' });
  expect(journey.view.header.forecast).toBe('fin prévue 08:10 (10 min après la fermeture)');
  journey.more = { language: 'en' };
  expect(journey.view.header.forecast).toBe('should end 08:10 (10 min after the window closes)');
  expect(journey.view.alerts[0]?.text).toContain('08:10, 10 min after the window closes');
});

test('an observer sees who drives', () => {
  const journey = new Journey(smallPlan(), winterMorning);
  journey.more = { observer: true, operator: 'curieux@portable', language: 'en' };
  expect(journey.view.header.operator).toBe('watching ops@bastion');
  journey.say({ type: 'helm.released', why: 'detached' });
  expect(journey.view.header.operator).toBe('watching, no driver');
  expect(journey.view.header.status.word).toBe('NO DRIVER');
});

test('what keeps the run from going on is the status', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2');
  journey.start('2.2').exit(1);
  expect(journey.view.header.status).toMatchObject({ word: 'ÉCHEC', tone: 'bad' });
  journey.say({ type: 'run.held', reason: 'pause' });
  expect(journey.view.header.status).toMatchObject({ word: 'SUSPENDU', tone: 'warning' });
});
