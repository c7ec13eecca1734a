import { expect, test } from 'vitest';
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
  expect(figures(journey)).toContain('coupure 0 h 37 / 1 h 30');
  expect(journey.view.deadlines).toBe(
    "coupure 0 h 37 / 1 h 30 · retour possible jusqu'à 07:30 (encore 18 min) · prochaine décision 07:45 (dans 33 min)",
  );
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
    'coupure 1 h 04 / 1 h 30',
  ]);
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
