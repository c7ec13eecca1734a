import { expect, test } from 'vitest';
import type { RecordedOutput } from '../../../src/report/input.ts';
import { smallPlan } from '../../view/fixtures.ts';
import { Journey, winterMorning } from '../../view/journey.ts';
import { reportedOf } from '../reported.ts';

const recorded = (more: Partial<RecordedOutput> = {}): RecordedOutput => ({
  size: 3,
  head: 'ok\n',
  tail: '',
  omitted: 0,
  player: null,
  remark: null,
  ...more,
});

/** A command of the plan, then one that the operator typed. */
const ran = () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.1').at('05:30').start('2.1');
  journey.at('05:31').exit(0, { size: 3, sha256: 'abc' });
  journey.beside({ adhoc: 'df -h\ndu' }).at('05:32').besideExit(1, { size: 12 });
  return journey;
};

test('each job has its name, its script, how it ended and what it printed', () => {
  const journey = ran();
  const [own, typed] = Object.keys(journey.state.context.jobs);
  const outputs = new Map([
    [own!, recorded()],
    [typed!, recorded({ size: 12, head: 'a\n', tail: 'z\n', omitted: 8 })],
  ]);
  expect(reportedOf(journey, { outputs }).outputs).toMatchObject([
    {
      title: '2.1 (1/2)',
      script: 'php artisan down\nsupervisorctl stop laravel-worker:*',
      took: 60_000,
      code: 0,
      ok: true,
      size: 3,
      sha256: 'abc',
      head: 'ok\n',
      remark: '',
    },
    { title: '! df -h …', script: 'df -h\ndu', ok: false, sha256: null, tail: 'z\n', omitted: 8 },
  ]);
});

test('a job that runs has no end yet; one whose output was not read has no text', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.1').start('2.1');
  expect(reportedOf(journey).outputs).toMatchObject([
    { endedAt: null, took: null, code: null, ok: null, head: '', remark: '' },
  ]);
});

test.each([
  [{ why: 'withheld', bytes: 2048 } as const, {}, '2 Kio retenus : les secrets'],
  [{ why: 'missing', bytes: 3 } as const, {}, '3 octets notés au journal'],
  [{ why: 'interactive', bytes: 0 } as const, {}, 'Commande interactive'],
  [{ why: 'untimed', bytes: 3 } as const, {}, "L'heure à laquelle"],
  [null, { omitted: 1_572_864, head: '', tail: '' }, '1,5 Mio laissés de côté'],
  [null, { omitted: 5 }, ''],
])('what is missing is said: %j %j', (remark, more, said) => {
  const journey = ran();
  const [own] = Object.keys(journey.state.context.jobs);
  const outputs = new Map([[own!, recorded({ ...more, remark })]]);
  const [first] = reportedOf(journey, { outputs }).outputs;
  expect(first!.remark.slice(0, said.length)).toBe(said);
  expect(first!.remark === '').toBe(said === '');
});
