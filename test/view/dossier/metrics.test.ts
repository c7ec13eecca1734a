import { describe, expect, test } from 'vitest';
import type { FactOf } from '../../../machines/entries.ts';
import { LongJourney, longPlan, theDay } from './long-run.ts';

const row = (journey: LongJourney, key: string) => journey.line('metrics', key);
const detail = (journey: LongJourney, key: string) =>
  row(journey, key).detail.map(({ text }) => text);
const offered = (journey: LongJourney, key: string) =>
  row(journey, key).choices.map(
    ({ id, primary, enabled }) => `${primary ? '*' : ''}${enabled ? '' : '-'}${id}`,
  );

function measure(value: number, more: Partial<FactOf<'metric.measured'>> = {}) {
  return {
    type: 'metric.measured',
    metric: 'M1.1',
    value,
    unit: 'ms',
    verdict: value < 2000 ? 'pass' : 'fail',
    source: 'http',
    as: 'watch',
    samples: 20,
    ...more,
  } as const;
}

test('each metric against its threshold, by group', () => {
  const journey = new LongJourney().say(measure(312));
  journey.say(measure(0.4, { metric: 'M1.2', unit: '%', verdict: 'fail', source: 'hand' }));
  expect(journey.page('metrics').note).toEqual({
    text: '1 sur 3 au seuil, 1 en défaut',
    tone: 'bad',
  });
  expect(journey.lines('metrics')).toEqual([
    'Toutes les mesures|1 sur 3 par sonde',
    '# Techniques 1/2',
    'Performance|312 ms < 2 s',
    'Erreurs|0,4 %, seuil < 0,1 %',
    '# Fonctionnelles 0/1',
    'Connexions : Tous les rôles peuvent se connecter|',
  ]);
  expect(['M1.1', 'M1.2', 'M2.1'].map(key => row(journey, key).badge?.word)).toEqual([
    'bon',
    'en défaut',
    'sans chiffre',
  ]);
});

test('a figure in another unit than its threshold says that nothing judged it', () => {
  const journey = new LongJourney().say(
    measure(3, { metric: 'M1.2', unit: 'erreurs', verdict: 'none' }),
  );
  expect(detail(journey, 'M1.2')).toContain(
    "Pas comparé au seuil < 0,1 % : l'unité est une autre.",
  );
  journey.more = { ...journey.more, language: 'en' };
  expect(detail(journey, 'M1.2')).toContain(
    'Not compared with the threshold < 0.1 %: the unit is another.',
  );
});

test('the same in English', () => {
  const journey = new LongJourney().say(measure(312.5));
  journey.more = { ...journey.more, language: 'en' };
  expect(journey.page('metrics').note.text).toBe('1 of 3 within their threshold');
  expect(row(journey, 'M1.1')).toMatchObject({ badge: { word: 'good' }, right: '312.5 ms < 2 s' });
});

test('its curve, its baseline and who measured', () => {
  const journey = new LongJourney().say(measure(280, { as: 'baseline' }));
  journey.say(measure(260)).say(measure(340)).at('08:42').say(measure(314));
  expect(detail(journey, 'M1.1')).toEqual([
    'Temps de réponse < 2s',
    '▁█▆',
    'min 260 ms, max 340 ms, 3 mesures',
    'Dernière : 314 ms à 09:42 (sonde HTTP, 20 échantillons)',
    'Référence : 280 ms (09:00)',
    '+12 % par rapport à la référence 280 ms',
    'Mesurée par : sonde HTTP, rythme : 1 min',
  ]);
  journey.more = { ...journey.more, ascii: true };
  expect(detail(journey, 'M1.1')[1]).toBe('.#+');
});

test('figures in another unit than the latest are not drawn with it, yet compared', () => {
  const journey = new LongJourney().say(measure(0.28, { unit: 's', as: 'baseline' }));
  journey.say(measure(1, { unit: 's' })).say(measure(308));
  expect(detail(journey, 'M1.1')).not.toContain('▁█');
  expect(detail(journey, 'M1.1')).toContain('+10 % par rapport à la référence 0,28 s');
});

test('a try that came to nothing is told, and the last figure stays', () => {
  const failed = { type: 'metric.failed', metric: 'M1.1', as: 'watch' } as const;
  const journey = new LongJourney().say({ ...failed, why: 'timeout', detail: '20 s' });
  expect(row(journey, 'M1.1').badge?.word).toBe('mesure impossible');
  journey.say(measure(312)).say({ ...failed, why: 'unreachable', detail: '' });
  expect(row(journey, 'M1.1').badge?.word).toBe('bon');
  expect(detail(journey, 'M1.1')).toContain('Dernier essai en échec à 09:00 : injoignable');
});

describe('what may be done', () => {
  test('with a probe Enter measures; without one it asks for a figure', () => {
    const journey = new LongJourney();
    expect(offered(journey, 'all')).toEqual(['*measureAll']);
    expect(offered(journey, 'M1.1')).toEqual(['*measure', 'enterFigure']);
    expect(offered(journey, 'M1.2')).toEqual(['*enterFigure', '-measure']);
    expect(journey.offer('metrics', 'M1.2', 'measure').why).toBe(
      'rien ne mesure Erreurs dans cet environnement',
    );
    expect(journey.with({ probes: {} }).lines('metrics')[0]).toBe('# Techniques 0/2');
  });

  test('a probe may be named by the title as well', () => {
    const journey = new LongJourney();
    const probe = journey.input.around.probes['M1.1']!;
    expect(offered(journey.with({ probes: { Erreurs: probe } }), 'M1.2')[0]).toBe('*measure');
  });

  test('a bare figure has the unit of the threshold, and says who entered it', () => {
    const journey = new LongJourney();
    journey.act('metrics', 'M1.2', 'enterFigure', { text: '0,05', reason: 'tableau de bord' });
    expect(row(journey, 'M1.2').right).toBe('0,05 % < 0,1 %');
    expect(detail(journey, 'M1.2')).toContain('Dernière : 0,05 % à 09:00 (saisie à la main)');
    expect(detail(journey, 'M1.2')).toContain('Note : tableau de bord');
  });

  test('what has no figure in the plan is judged by a person', () => {
    const journey = new LongJourney();
    expect(offered(journey, 'M2.1')).toEqual(['*tickPass', 'tickFail', 'enterFigure']);
    journey.act('metrics', 'M2.1', 'tickPass', { reason: 'essayé' });
    expect(row(journey, 'M2.1').badge?.word).toBe('bon');
    expect(offered(journey, 'M2.1')[0]).toBe('tickPass');
    journey.act('metrics', 'M2.1', 'tickFail', { reason: 'le rôle Support ne peut plus' });
    expect(row(journey, 'M2.1').badge?.word).toBe('en défaut');
  });
});

test('the latest of a figure and a person’s word counts', () => {
  const journey = new LongJourney();
  journey.act('metrics', 'M2.1', 'tickPass');
  const figure = { metric: 'M2.1', unit: '', verdict: 'none', source: 'hand' } as const;
  journey.at('09:00').say(measure(12, figure));
  expect(row(journey, 'M2.1').badge?.word).toBe('mesuré');
  journey.at('10:00').act('metrics', 'M2.1', 'tickFail', { reason: 'trop peu' });
  expect(row(journey, 'M2.1').badge?.word).toBe('en défaut');
});

describe('alerts, once the window is closed', () => {
  const alerts = (journey: LongJourney) => journey.view.alerts.map(({ text }) => text);
  const deployed = () => new LongJourney().waived().on(theDay, '05:00').until('2.4');

  test('a metric beyond its threshold', () => {
    const journey = deployed().at('06:30').say(measure(3000));
    expect(alerts(journey).join()).not.toContain('Performance');
    // What was measured before the window closed says nothing of what was deployed.
    journey.at('07:00').pass();
    expect(alerts(journey)).toEqual([]);
    journey.at('07:01').say(measure(3000));
    expect(journey.view.alerts).toEqual([
      { text: 'Performance : 3 s, le plan veut < 2 s', tone: 'bad' },
    ]);
    journey.on('2026-12-02', '08:00');
    expect(alerts(journey)).toHaveLength(1);
    journey.say(measure(300));
    expect(alerts(journey)).toEqual([]);
  });

  test('one that degraded beyond what a trigger of the rollback allows', () => {
    const journey = deployed()
      .say(measure(280, { as: 'baseline' }))
      .at('07:00')
      .pass();
    journey.at('07:01').say(measure(420));
    expect(alerts(journey)).toEqual([]);
    journey.say(measure(434));
    expect(alerts(journey)).toEqual([
      'Performance : +55 % par rapport à la référence — déclencheur de retour arrière : « Performance dégradée > 50% »',
    ]);
    journey.more = { ...journey.more, language: 'en' };
    expect(alerts(journey)).toEqual([
      'Performance: +55 % against the baseline, a trigger of the rollback: “Performance dégradée > 50%”',
    ]);
  });

  test('only lengths of time that are about performance degrade', () => {
    const plan = longPlan();
    const [metric] = plan.metrics[0]!.items;
    Object.assign(metric!, { title: 'Sauvegarde', text: 'durée < 2s' });
    const journey = new LongJourney(plan).waived().on(theDay, '05:00').until('2.4');
    journey
      .say(measure(280, { as: 'baseline' }))
      .at('07:00')
      .pass()
      .say(measure(900));
    expect(alerts(journey)).toEqual([]);
    Object.assign(metric!, { title: 'Performance' });
    expect(alerts(journey)).toHaveLength(1);
    journey.say(measure(30, { unit: '%', as: 'baseline' })).say(measure(90, { unit: '%' }));
    expect(alerts(journey)).toEqual([]);
  });

  test('what a person found wrong', () => {
    const journey = deployed().at('07:00').pass().at('07:05');
    journey.act('metrics', 'M2.1', 'tickFail', { reason: 'page blanche' });
    expect(alerts(journey)).toEqual(['Connexions : jugé en défaut']);
  });
});
