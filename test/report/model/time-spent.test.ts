import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Entry } from '../../../machines/entries.ts';
import type { ReportInput } from '../../../src/report/input.ts';
import { figuresOf } from '../../../src/report/model/figures.ts';
import { timeSpentOf } from '../../../src/report/model/time-spent.ts';
import { reportOf } from '../../../src/report/report.ts';
import { storyOf } from '../../../src/report/story/story.ts';
import type { Report, Spending } from '../../../src/report/types.ts';
import { histories } from '../../journal/golden.ts';
import { randomPlan } from '../../journal/random-plans.ts';
import { randomChoices, tellAtRandom } from '../../journal/random-runs.ts';
import { entryOf } from '../../machines/driver.ts';
import { equippedPlan } from '../../view/equipped-plan.ts';
import { item, phase, planOf, smallPlan, stage, step } from '../../view/fixtures.ts';
import { Journey, winterMorning } from '../../view/journey.ts';
import { history, inputOf, reportedOf } from '../reported.ts';

const minute = 60_000;

/** Minutes of each kind, those of which there are none left out. */
const minutesOf = (spent: Record<Spending, number>) =>
  Object.fromEntries(
    Object.entries(spent)
      .filter(([, ms]) => ms > 0)
      .map(([kind, ms]) => [kind, ms / minute]),
  );

const inPhase = ({ time }: Report, key: string) =>
  minutesOf(time.phases.find(one => one.key === key)!.spent);

/** Migration begins at 06:40 in Paris, as planned. */
const atMigration = () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('05:40');
  return { journey, before: reportedOf(journey).time.total };
};

/** What a stretch added to the totals, in minutes. */
const added = (journey: Journey, before: Record<Spending, number>) => {
  const { total } = reportedOf(journey).time;
  const kinds = Object.keys(total) as Spending[];
  return minutesOf(
    Object.fromEntries(kinds.map(kind => [kind, total[kind] - before[kind]])) as typeof total,
  );
};

describe('each moment goes to one thing', () => {
  it('a command, its failure that waits for a decision, and its second try', () => {
    const { journey, before } = atMigration();
    journey.start('2.2').at('05:48').exit(1);
    journey.at('05:53').say({ type: 'step.retried', step: '2.2' });
    journey.start('2.2').at('06:03').exit();
    expect(added(journey, before)).toEqual({ commands: 18, deciding: 5 });
  });

  it('a run on hold waits, but for the command that still runs', () => {
    const { journey, before } = atMigration();
    journey.start('2.2').at('05:45').say({ type: 'run.held', reason: 'appel' });
    journey.at('05:50').exit().at('06:00').say({ type: 'run.resumed' });
    expect(added(journey, before)).toEqual({ commands: 10, waiting: 10 });
  });

  it('a command that ended while nobody was there counts to its end, then nobody was there', () => {
    const { journey, before } = atMigration();
    journey.start('2.2').at('05:42').say({ type: 'helm.released', why: 'detached' });
    journey.at('06:30').say({
      type: 'helm.taken',
      helm: { operator: 'ops', host: 'bastion', pid: 2, terminal: '' },
    });
    journey.exit(0, { away: true, exitedAt: '2026-12-01T05:58:00.000Z' });
    expect(added(journey, before)).toEqual({ commands: 18, away: 32 });
  });

  it('what may have ended at any time of an absence is not called work', () => {
    const { journey, before } = atMigration();
    journey.start('2.2').at('05:42').say({ type: 'helm.released', why: 'crashed' });
    journey.at('06:42').say({
      type: 'helm.taken',
      helm: { operator: 'ops', host: 'bastion', pid: 2, terminal: '' },
    });
    journey.say({
      type: 'job.doubted',
      job: journey.state.context.liveJob!,
      step: '2.2',
      why: 'rebooted',
    });
    journey.at('06:50');
    expect(added(journey, before)).toEqual({ commands: 2, away: 60, deciding: 8 });
  });

  it('a checkpoint reached early waits for its hour, or for the first box that is looked at', () => {
    const { journey, before } = atMigration();
    journey.start('2.2').at('05:50').exit();
    journey.at('06:40').choose('tickPass', { item: 'C1.1' });
    journey.at('06:47').choose('noGo', { reason: 'écart' });
    journey.at('06:57').choose('review');
    expect(added(journey, before)).toEqual({ commands: 10, waiting: 50, deciding: 7, people: 10 });
  });

  it('work by hand that was done before its hour took the time before it', () => {
    const plan = planOf([
      stage('Jour J', 0, 'J', [
        phase('1', 'Préparer', [step('1.1', '08:00', 'Lire', { items: [item('1.1/1')] })]),
      ]),
    ]);
    const journey = new Journey(plan, winterMorning).at('06:00');
    journey.say({ type: 'item.ticked', item: '1.1/1', verdict: 'pass' });
    journey.say({ type: 'step.confirmed', step: '1.1' });
    expect(minutesOf(reportedOf(journey).time.total)).toEqual({ people: 60 });
  });

  it('a second person who is waited for is no decision', () => {
    const approving = { attributes: { approve: 'Direction' } };
    const plan = planOf([
      stage('Jour J', 0, 'J', [
        phase('1', 'Décider', [step('1.1', '06:00', 'GO', { kind: 'gate', ...approving })]),
      ]),
    ]);
    const journey = new Journey(plan, winterMorning).at('05:20');
    const round = '0.0';
    const said = { role: 'Direction', verdict: 'go', proof: 'attested', person: 'Alice' } as const;
    journey.say({ type: 'approval.given', step: '1.1', round, ...said });
    journey.at('05:25').say({ type: 'gate.passed', step: '1.1' });
    journey.more = { around: { ...journey.input.around, approvals: 'required' } };
    expect(minutesOf(reportedOf(journey).time.total)).toEqual({ waiting: 20, deciding: 5 });
    journey.more = {};
    expect(minutesOf(reportedOf(journey).time.total)).toEqual({ deciding: 25 });
  });
});

test('a night before a phase begins is between the phases, and part of none', () => {
  const { plan, reading } = history('seen');
  const report = reportOf(inputOf(plan, reading.entries));
  expect(inPhase(report, 'between').away).toBeGreaterThan(12 * 60);
  expect(inPhase(report, 'phase:Jour J:1')).toEqual({
    commands: 18.333333333333332,
    people: 3.6666666666666665,
  });
});

test('in a list without order, the time before a step was done is that of this step', () => {
  const { plan, reading } = history('around');
  const { gantt } = reportOf(inputOf(plan, reading.entries));
  const lengths = gantt.rows
    .filter(({ key }) => key.startsWith('step:F.'))
    .map(({ number, actual }) => [number, actual.map(({ from, to }) => (to - from) / minute)]);
  expect(lengths).toEqual([
    ['F.1', [3]],
    ['F.2', [2]],
  ]);
});

test('the longest stretches come first, at most ten, each with what it was', () => {
  const { plan, reading } = history('seen');
  const { longest } = reportOf(inputOf(plan, reading.entries)).time;
  expect(longest).toHaveLength(10);
  expect(longest.map(({ took }) => took)).toEqual(
    longest.map(({ took }) => took).toSorted((a, b) => b - a),
  );
  expect(longest.slice(0, 3).map(({ kind, text }) => [kind, text])).toEqual([
    ['away', 'sans personne à la barre, avant 1.1 Sauvegarde de la base'],
    ['waiting', "attente de l'heure : J-1.2 GO/NO-GO de la veille"],
    ['commands', 'commande : 2.2 Migration du catalogue'],
  ]);
});

const sumOf = (spent: Record<Spending, number>) =>
  Object.values(spent).reduce((sum, ms) => sum + ms, 0);

/** Every millisecond once: in all, and over the phases. */
function expectWhole(input: ReportInput): void {
  const story = storyOf(input);
  const [time, figures] = [timeSpentOf(story), figuresOf(story)];
  expect(sumOf(time.total)).toBe(figures.length);
  for (const kind of Object.keys(time.total) as Spending[]) {
    const parts = time.phases.map(({ spent }) => spent[kind]);
    expect(
      parts.reduce((sum, ms) => sum + ms, 0),
      kind,
    ).toBe(time.total[kind]);
    expect(Math.min(0, ...parts)).toBe(0);
  }
  expect(figures.worked).toBeLessThanOrEqual(figures.length);
}

describe.each(histories)('of the history %s', name => {
  const { plan, reading } = history(name);
  const { entries } = reading;

  it('every millisecond is counted once, wherever the run is looked at', () => {
    for (let end = 0; end <= entries.length; end += 1) {
      for (const schedule of ['absolute', 'relative'] as const) {
        expectWhole(inputOf(plan, entries.slice(0, end), { schedule }));
      }
    }
  });
});

test('of any run, every millisecond is counted once', () => {
  const clock = fc.array(fc.integer({ min: -60_000, max: 40 * 60_000 }), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(randomPlan, randomChoices, clock, (plan, choices, steps) => {
      let at = Date.parse(winterMorning);
      // The clock may be set back, and entries that the machine refuses are told as well.
      const entries = tellAtRandom(plan, choices).map(({ fact }, seq): Entry => {
        at += steps[seq % steps.length]!;
        return { ...entryOf(fact, seq), at: new Date(at).toISOString() };
      });
      expectWhole(inputOf(plan, entries));
    }),
    { numRuns: 60 },
  );
});

test('a plan with everything around it is no exception', () => {
  const { plan, entries } = new Journey(equippedPlan(), winterMorning);
  expectWhole(inputOf(plan, entries));
});
