import { expect, test } from 'vitest';
import { factSchema } from '../../machines/entries.ts';
import { logLines } from '../../src/view/log.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const last = (journey: Journey, count = 1) =>
  journey.view.log.slice(-count).map(line => `${line.time} ${line.by} ${line.text}`);

const at = (step: string) => new Journey(smallPlan(), winterMorning).until(step);

test('a command: started, failed, started again, succeeded', () => {
  const journey = at('2.2')
    .at('05:40')
    .start('2.2')
    .at('05:42')
    .exit(1)
    .choose('retry')
    .start('2.2');
  journey.at('05:51:58').exit();
  expect(last(journey, 5)).toEqual([
    '06:40:00 ops@bastion 2.2 Exécution migration réelle : lancée sur app1',
    '06:42:00 ops@bastion 2.2 Exécution migration réelle : échec (code 1)',
    '06:42:00 ops@bastion 2.2 Exécution migration réelle : à relancer',
    '06:42:00 ops@bastion 2.2 Exécution migration réelle : lancée sur app1 (essai 2)',
    '06:51:58 ops@bastion 2.2 Exécution migration réelle : réussie en 9 min 58',
  ]);
});

test('each of several commands is told apart, and the second is not a second attempt', () => {
  const journey = at('2.1').start('2.1').exit().start('2.1');
  expect(last(journey)).toEqual([
    '06:00:00 ops@bastion 2.1 Sauvegarde finale (2/2) : lancée sur app1',
  ]);
});

test('decisions name their step and their reason', () => {
  const journey = at('2.3')
    .choose('tickPass', { item: 'C1.1' })
    .choose('noGo', { reason: 'écart' });
  expect(last(journey, 2).map(line => line.slice(21))).toEqual([
    'vérifié : C1.1 Sans erreur',
    'NO-GO à 2.3 POINT DE CONTRÔLE - Migration (écart)',
  ]);
  journey.choose('rollback', { reason: 'perte', option: 'Décision management' });
  expect(journey.view.log.at(-1)).toMatchObject({
    text: 'RETOUR ARRIÈRE décidé : perte (Décision management)',
    tone: 'bad',
  });
});

test('what was found out on return says so', () => {
  const journey = at('2.2').start('2.2').exit(0, { away: true });
  expect(last(journey)[0]).toMatch(/réussie en 0 s \(pendant une absence\)$/);
});

test('the last 200 lines are shown; any range can be asked for', () => {
  const journey = at('2.2');
  for (let at = 0; at < 250; at += 1) journey.say({ type: 'note.added', text: `note ${at}` });
  expect(journey.view.log).toHaveLength(200);
  expect(journey.view.log.at(-1)?.text).toBe('note : note 249');
  expect(logLines(journey.input, { from: 0, to: 2 }).map(line => line.seq)).toEqual([0, 1]);
  expect(logLines(journey.input, { from: -5, to: 10_000 })).toHaveLength(journey.entries.length);
});

test('an entry read before its job is known is told again once it is', () => {
  const journey = at('2.2');
  const before = journey.state;
  journey.at('05:40').start('2.2').at('05:41').exit();
  journey.more = { state: before };
  expect(last(journey)[0]).toMatch(/réussie$/);
  journey.more = {};
  expect(last(journey)[0]).toMatch(/réussie en 1 min$/);
});

test('every kind of entry has its sentence, in both languages', () => {
  const journey = at('2.2');
  const common = {
    step: '2.2',
    job: 'j',
    reason: 'R',
    why: 'W',
    host: 'H',
    text: 'T',
    item: 'C1.1',
  };
  const created = { plan: { title: 'P' }, environment: { name: 'E' }, date: 'D', pace: 'step' };
  const bound = { name: 'N', value: 'V', source: 'asked', verdict: 'pass' };
  const around = {
    role: 'DBA',
    outcome: 'reached',
    person: 'marie',
    to: 'marie',
    message: 'during@2.3',
    channel: 'email',
    delivery: 'd1',
    how: 'SMS',
    metric: 'M1.1',
    unit: 'ms',
  };
  const job = { code: 1, command: 0, attempt: 1, exitedAt: winterMorning };
  const helm = { operator: 'o', host: 'h', pid: 1, terminal: '' };
  const given = { ...common, ...created, ...bound, ...job, ...around, helm };
  for (const schema of factSchema.options) {
    const type = schema.shape.type.value;
    const why = type === 'helm.released' ? { why: 'detached' } : {};
    const entry = { ...given, ...why, type, seq: 0, at: winterMorning, by: 'x' };
    journey.more = { entries: [entry as never] };
    const french = journey.view.log[0]!.text;
    journey.more = { entries: [entry as never], language: 'en' };
    const english = journey.view.log[0]!.text;
    expect(french, type).not.toBe('');
    if (type !== 'variable.bound') expect(english, type).not.toBe(french);
  }
});
