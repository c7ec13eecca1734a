/** Facts about days, people, messages and metrics: when they are taken, and what they leave. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { mostRecent } from '../../machines/records/metrics.ts';
import { Driver, drive, released } from './driver.ts';
import { atGate, measured, queued, surrounded, unmeasured } from './surrounded.ts';

/** Somebody at the helm decides them. */
const decisions: Fact[] = [
  { type: 'stage.opened', stage: 'A', reason: 'the DBA leaves tonight' },
  { type: 'item.waived', item: 'P1.1', reason: 'no staging this time' },
  { type: 'helm.handed', to: 'bob', summary: 'at the gate' },
  queued('d1'),
];

/** What happened, or what people say, whoever drives. */
const observations: Fact[] = [
  { type: 'surveillance.done', item: 'W.1', verdict: 'fail', note: 'one odd line' },
  { type: 'person.called', role: 'DBA', outcome: 'no-answer', note: 'twice', step: '1.1' },
  { type: 'message.edited', message: 'during@1.2', subject: 'Done', body: 'Almost.' },
  { type: 'message.told', message: 'before', how: 'by telephone' },
  measured(1.2),
  unmeasured,
];

const named = (facts: Fact[]) => facts.map(fact => [fact.type, fact] as const);
const all = named([...decisions, ...observations]);

describe('what surrounds the commands never changes where the run stands', () => {
  it.each(all)('%s', (_, fact) => {
    const run = drive(surrounded);
    run.tell(fact);
    expect(run.where).toBe('1.1 ready');
  });

  it.each(all)('%s: after the end as well', (_, fact) => {
    const run = atGate({ type: 'gate.passed', step: '1.2' }, fact);
    expect(run.where).toBe('completed');
  });

  it.each(all)('%s: not before the run is created', (_, fact) => {
    expect(new Driver(surrounded).try(fact)).toBeNull();
  });

  it.each(all)('%s: while the run is held, too', (_, fact) => {
    drive(surrounded, { type: 'run.held', reason: 'lunch' }).tell(fact);
  });
});

describe('while nobody holds the helm', () => {
  it.each(named(decisions))('%s is refused', (_, fact) => {
    expect(drive(surrounded, released).try(fact)).toBeNull();
  });

  it.each(named(observations))('%s is taken', (_, fact) => {
    drive(surrounded, released).tell(fact);
  });
});

describe('what the plan does not have is refused:', () => {
  it.each<[string, Fact]>([
    ['a stage', { type: 'stage.opened', stage: 'B', reason: 'early' }],
    ['a prerequisite', { type: 'item.waived', item: 'P9.9', reason: 'none' }],
    ['a point of the surveillance', { type: 'surveillance.done', item: 'W.9', verdict: 'pass' }],
    ['a message', queued('d1', 'after')],
    ['a message edited', { type: 'message.edited', message: 'after', subject: '', body: '' }],
    ['a message told', { type: 'message.told', message: 'after@1.2', how: 'aloud' }],
    ['a metric', { ...measured(1), metric: 'M9.9' }],
    ['a metric that failed', { ...unmeasured, metric: 'M9.9' }],
    ['a name that every object has', { type: 'stage.opened', stage: 'constructor', reason: 'x' }],
    ['a metric of that name', { ...measured(1), metric: 'toString' }],
  ])('%s', (_, fact) => {
    expect(drive(surrounded).try(fact)).toBeNull();
  });

  it('and only prerequisites are waived, not other boxes', () => {
    expect(drive(surrounded).try({ type: 'item.waived', item: 'M1.1', reason: 'x' })).toBeNull();
  });
});

describe('the context', () => {
  it('tells who opened, waived, called, looked and handed over, when and why', () => {
    const run = drive(surrounded, ...decisions, ...observations);
    const at = (type: string) => run.entries.findLast(entry => entry.type === type)?.at;
    const by = 'ops@bastion';
    expect(run.state.context).toMatchObject({
      opened: { A: { at: at('stage.opened'), by, reason: 'the DBA leaves tonight' } },
      waived: { 'P1.1': { at: at('item.waived'), by, reason: 'no staging this time' } },
      looks: { 'W.1': { at: at('surveillance.done'), verdict: 'fail', note: 'one odd line' } },
      calls: [{ at: at('person.called'), by, role: 'DBA', outcome: 'no-answer', step: '1.1' }],
      handed: { at: at('helm.handed'), by, to: 'bob', summary: 'at the gate' },
    });
  });

  it('keeps the latest look at each point, and every call', () => {
    const called = { type: 'person.called', role: 'DBA', outcome: 'reached' } as const;
    const looked = { type: 'surveillance.done', item: 'W.1', verdict: 'pass' } as const;
    const run = drive(surrounded, ...observations, called, looked);
    expect(run.state.context.calls.map(({ outcome }) => outcome)).toEqual(['no-answer', 'reached']);
    expect(run.state.context.looks['W.1']).toMatchObject({ verdict: 'pass' });
    expect(run.state.context.looks['W.1']).not.toHaveProperty('note');
  });

  it('files a note under its topic', () => {
    const run = drive(surrounded, {
      type: 'note.added',
      text: '8 of 10 use it',
      topic: 'adoption',
    });
    expect(run.state.context.notes).toMatchObject([{ text: '8 of 10 use it', topic: 'adoption' }]);
  });

  it('keeps the earlier run that proves a prerequisite', () => {
    const evidence = {
      run: 'a-rehearsal',
      environment: 'staging',
      status: 'completed',
      endedAt: '2026-11-20T10:00:00.000Z',
    } as const;
    const ticked = { type: 'item.ticked', item: 'P1.1', verdict: 'pass', evidence } as const;
    expect(drive(surrounded, ticked).state.context.marks['P1.1']).toMatchObject({ evidence });
  });
});

describe('a message', () => {
  it('is one for each occasion, with its own text and deliveries', () => {
    const run = drive(
      surrounded,
      queued('d1', 'during@1.2'),
      { type: 'message.edited', message: 'during@1.1', subject: 'S', body: 'B' },
      { type: 'message.told', message: 'during@1.2', how: 'aloud' },
    );
    expect(run.state.context.messages).toMatchObject({
      'during@1.2': { deliveries: ['d1'], told: [{ by: 'ops@bastion', how: 'aloud' }] },
      'during@1.1': { deliveries: [], told: [], edited: { subject: 'S', body: 'B' } },
    });
    expect(run.state.context.messages['during@1.2']).not.toHaveProperty('edited');
  });

  it('that is queued is to be sent, once', () => {
    const run = drive(surrounded);
    expect(run.tell(queued('d1'))).toEqual([{ type: 'sendMessage', delivery: 'd1' }]);
    expect(run.state.context.deliveries.d1).toMatchObject({ status: 'queued', channel: 'mail' });
    expect(run.try(queued('d1'))).toBeNull();
    expect(run.tell(queued('d2'))).toEqual([{ type: 'sendMessage', delivery: 'd2' }]);
  });

  it.each<[string, Fact]>([
    ['sent', { type: 'message.sent', delivery: 'd1', detail: '250 OK' }],
    ['failed', { type: 'message.failed', delivery: 'd1', why: 'login', detail: '535' }],
    ['doubt', { type: 'message.doubted', delivery: 'd1', why: 'timeout', detail: '' }],
  ])('that is queued is %s once, whoever holds the helm then', (status, fate) => {
    const run = drive(surrounded, queued('d1'), released);
    expect(run.tell(fate)).toEqual([]);
    const { at } = run.entries.at(-1)!;
    expect(run.state.context.deliveries.d1).toMatchObject({ status, endedAt: at });
    expect(run.try(fate)).toBeNull();
  });

  it('that nobody queued has no fate', () => {
    const fate = { type: 'message.sent', delivery: 'constructor', detail: '' } as const;
    expect(drive(surrounded).try(fate)).toBeNull();
  });
});

describe('a metric', () => {
  const metric = (run: Driver) => run.state.context.metrics['M1.1'];

  it('keeps its baseline beside what was measured since', () => {
    const run = drive(surrounded, measured(1, 'baseline'), measured(2), measured(3));
    expect(metric(run)).toMatchObject({
      baseline: { value: 1, unit: 's', verdict: 'pass', source: 'http' },
      recent: [{ value: 2 }, { value: 3 }],
    });
  });

  it('is said to have failed until it is measured again', () => {
    const run = drive(surrounded, measured(1), unmeasured);
    const { at } = run.entries.at(-1)!;
    expect(metric(run)).toMatchObject({
      recent: [{ value: 1 }],
      failed: { at, why: 'unreachable', detail: 'ECONNREFUSED' },
    });
    run.tell(measured(2));
    expect(metric(run)).not.toHaveProperty('failed');
  });

  it('keeps the latest measures only: the journal has all of them', () => {
    const values = Array.from({ length: mostRecent + 2 }, (_, value) => value);
    const run = drive(surrounded, ...values.map(value => measured(value)));
    expect(metric(run)?.recent.map(({ value }) => value)).toEqual(values.slice(2));
  });
});
