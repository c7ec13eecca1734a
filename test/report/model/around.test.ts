/** What surrounded the commands: messages, metrics, prerequisites, notes, calls. */
import { describe, expect, it, test } from 'vitest';
import { reportOf } from '../../../src/report/report.ts';
import { smallPlan } from '../../view/fixtures.ts';
import { Journey, winterMorning } from '../../view/journey.ts';
import { history, inputOf, reportedOf } from '../reported.ts';

const seen = () => {
  const { plan, reading } = history('seen');
  return reportOf(inputOf(plan, reading.entries));
};

describe('a message', () => {
  it('that left, and one that only somebody says was sent after it had failed', () => {
    const { messages, figures } = seen();
    expect(messages.map(({ occasion, status, due }) => [occasion, status, due])).toEqual([
      ['before', 'sent', '30/11'],
      ['during@2.3', 'told', 'après 2.3 POINT DE CONTRÔLE - Catalogue migré'],
    ]);
    expect(messages[0]!.deliveries).toMatchObject([
      { channel: 'mail', status: 'sent', subject: 'Caisse en ligne : arrêt demain' },
    ]);
    expect(messages[1]).toMatchObject({
      audience: 'Direction',
      deliveries: [{ status: 'failed', detail: 'pas de réponse à temps : aucune réponse en 20 s' }],
      told: [{ by: 'dba@bastion', how: 'au téléphone' }],
    });
    expect(figures).toMatchObject({ messagesSent: 1, messagesFailed: 1 });
  });

  it('of the plan is there before anybody sent it', () => {
    const { plan, reading } = history('seen');
    const { messages } = reportOf(inputOf(plan, reading.entries.slice(0, 2)));
    expect(messages.map(({ occasion, status, due }) => [occasion, status, due])).toEqual([
      ['before', 'none', '30/11'],
      ['during', 'none', 'à chaque point de contrôle'],
    ]);
  });
});

const measured = { type: 'metric.measured', metric: 'M1.1', source: 'http', samples: 5 } as const;

describe('a metric', () => {
  const metered = () =>
    new Journey(
      smallPlan({
        metrics: [
          {
            title: 'Technique',
            items: [
              {
                id: 'M1.1',
                title: 'Temps de réponse',
                text: '< 2 s',
                threshold: { operator: '<', value: 2, unit: 's' },
                line: 1,
                column: 1,
              },
            ],
          },
        ],
      }),
      winterMorning,
    );

  it('has every figure that was taken, though the state keeps only the latest', () => {
    const journey = metered();
    journey.say({ ...measured, as: 'baseline', value: 300, unit: 'ms', verdict: 'pass' });
    for (let at = 0; at < 100; at += 1) {
      journey.say({ ...measured, as: 'watch', value: at, unit: 'ms', verdict: 'pass' });
    }
    journey.say({ ...measured, as: 'watch', value: 2563, unit: 'ms', verdict: 'fail' });
    const { metrics, figures } = reportedOf(journey);
    expect(metrics).toMatchObject([
      {
        group: 'Technique',
        threshold: '< 2 s',
        baseline: { value: 300, unit: 'ms' },
        last: { value: 2563, unit: 'ms', verdict: 'fail', source: 'sonde HTTP' },
        failed: null,
        judged: null,
      },
    ]);
    expect(metrics[0]!.series).toHaveLength(101);
    expect(figures.metricsRed).toBe(1);
  });

  it('is drawn in one unit: others are converted, or left out', () => {
    const journey = metered();
    for (const [value, unit] of [
      [1.5, 's'],
      [7, '%'],
      [800, 'ms'],
    ] as const) {
      journey.say({ ...measured, as: 'watch', value, unit, verdict: 'pass' });
    }
    expect(reportedOf(journey).metrics[0]!.series.map(({ value }) => value)).toEqual([1500, 800]);
  });

  it('that could not be measured says why; one that a person judged says who', () => {
    const journey = metered();
    journey.say({ type: 'metric.failed', metric: 'M1.1', as: 'watch', why: 'timeout', detail: '' });
    journey.say({ type: 'item.ticked', item: 'M1.1', verdict: 'fail', note: 'lent à la main' });
    expect(reportedOf(journey).metrics).toMatchObject([
      {
        last: null,
        series: [],
        failed: { why: 'pas de réponse à temps' },
        judged: { by: 'ops@bastion', verdict: 'fail', note: 'lent à la main' },
      },
    ]);
  });
});

test('a prerequisite is proved by an earlier run, a command or a word, waived, or open', () => {
  const { prerequisites } = seen();
  expect(prerequisites.map(({ id, status, by, note }) => [id, status, by, note])).toEqual([
    [
      'P1.1',
      'met',
      'ops@bastion',
      'Preuve : 2026-11-20-catalogue-staging, staging, fin le 20/11 · répétée le 20',
    ],
    ['P1.2', 'met', 'bascule', '/dev/sda1 102400000 41200000 61200000 41% /'],
    ['P1.3', 'waived', 'ops@bastion', 'la boutique de test a fermé, les autres sont prévenues'],
  ]);
  const open = reportedOf(new Journey(smallPlan(), winterMorning)).prerequisites;
  expect(open).toMatchObject([{ id: 'P1.1', status: 'open', at: null }]);
});

test('notes keep what they are filed under; calls say what came of them', () => {
  const { notes, calls } = seen();
  expect(notes.map(({ step, topic }) => [step, topic])).toEqual([
    ['2.2', null],
    ['3.2', 'lesson'],
    [null, 'satisfaction'],
  ]);
  expect(calls.map(({ role, outcome, note }) => [role, outcome, note])).toEqual([
    ['DBA', 'pas de réponse', 'deux fois'],
    ['DBA', 'joint', ''],
  ]);
});
