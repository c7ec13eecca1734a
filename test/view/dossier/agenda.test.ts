import { describe, expect, test } from 'vitest';
import { LongJourney, longPlan, theDay } from './long-run.ts';

const lines = (journey: LongJourney) => journey.lines('agenda');

describe('before the day', () => {
  test('what is due today, what is owed before J, what comes and when', () => {
    const journey = new LongJourney();
    expect(journey.page('agenda').note.text).toBe('mardi 24 novembre, J-7');
    expect(lines(journey)).toEqual([
      "# Aujourd'hui (J-7)",
      'J-7.1 Réunion équipe|09:00',
      'J-7.2 Communication aux utilisateurs|16:00',
      '# Prérequis',
      '4 sur 4 à prouver|avant le mardi 1er décembre (dans 7 jours)',
      '# Messages',
      'Avant la maintenance|',
      '# À venir',
      'J-1 Validation|lundi 30 novembre (dans 6 jours)',
      'Jour J Déploiement Production|mardi 1er décembre (dans 7 jours)',
      'J+1 Bilan 24h|mercredi 2 décembre (dans 8 jours)',
      'J+7 Bilan semaine|mardi 8 décembre (dans 14 jours)',
    ]);
  });

  test('in English, the plan’s own words left as they are', () => {
    const journey = new LongJourney().on('2026-11-23', '08:00');
    journey.more = { ...journey.more, language: 'en' };
    expect(journey.page('agenda').note.text).toBe('Monday 23 November, D-8');
    expect(lines(journey).slice(0, 5)).toEqual([
      '# Prerequisites',
      '4 of 4 to prove|before Tuesday 1 December (in 8 days)',
      '# To come',
      'J-7 Préparation finale|Tuesday 24 November (tomorrow)',
      'J-1 Validation|Monday 30 November (in 7 days)',
    ]);
  });

  test('a year that is not this one is said', () => {
    const journey = new LongJourney().on('2027-01-04', '08:00');
    expect(journey.line('agenda', 'prerequisites').right).toBe(
      'avant le mardi 1er décembre 2026 (il y a 34 jours)',
    );
  });

  test('opened on another day, late steps come first', () => {
    const journey = new LongJourney().at('10:00').pass().on('2026-11-30', '08:00');
    expect(lines(journey).slice(0, 5)).toEqual([
      '# En retard',
      'J-7.2 Communication aux utilisateurs|6 jours de retard',
      "# Aujourd'hui (J-1)",
      'J-1.1 Briefing équipe|09:00',
      'J-1.2 Confirmation GO/NO-GO|17:00',
    ]);
    expect(journey.line('agenda', 'step:J-7.2')).toMatchObject({
      tone: 'warning',
      leads: { step: 'J-7.2' },
    });
  });

  test('an hour of today that has gone by is said', () => {
    const journey = new LongJourney().at('10:30');
    expect(journey.line('agenda', 'step:J-7.1')).toMatchObject({
      right: '09:00, passée de 2 h 30',
      tone: 'warning',
    });
    // Nothing is still to come whose hour has gone by.
    const words = (key: string) => journey.line('agenda', key).badge?.word;
    expect(words('step:J-7.2')).toBe('à venir');
    expect(journey.line('agenda', 'step:J-7.2').tone).toBe('normal');
    journey.at('17:00');
    expect(words('step:J-7.2')).toBe('');
  });

  test('the next stage may be opened early, with a reason; the one after it may not', () => {
    const journey = new LongJourney().pass().pass();
    expect(journey.offer('agenda', 'stage:J-1', 'openStage')).toMatchObject({
      about: 'J-1',
      reason: 'required',
      primary: true,
      enabled: true,
      consequence: 'Son jour est le lundi 30 novembre. La raison va au journal.',
    });
    expect(journey.line('agenda', 'stage:Jour J').choices).toEqual([]);
    journey.act('agenda', 'stage:J-1', 'openStage', { reason: 'équipe absente lundi' });
    expect(lines(journey).slice(0, 2)).toEqual([
      "# Aujourd'hui (J-1)",
      'J-1.1 Briefing équipe|09:00',
    ]);
  });

  test('prerequisites and messages lead to their own row', () => {
    const journey = new LongJourney().say({ type: 'item.ticked', item: 'P1.1', verdict: 'pass' });
    expect(journey.line('agenda', 'prerequisites')).toMatchObject({
      text: '3 sur 4 à prouver',
      tone: 'normal',
      leads: { page: 'prerequisites', key: 'P1.2' },
    });
    expect(journey.line('agenda', 'message:before')).toMatchObject({
      badge: { word: 'à envoyer' },
      leads: { page: 'messages', key: 'before' },
    });
    journey.say({ type: 'message.told', message: 'before', how: 'à la main' });
    expect(lines(journey)).not.toContain('# Messages');
    expect(journey.on('2026-11-30', '08:00').line('agenda', 'prerequisites').tone).toBe('warning');
  });
});

describe('on the day', () => {
  const morning = () => new LongJourney().waived().on(theDay, '05:00').until('1.1');

  test('the phase under way step by step, the others in a row each', () => {
    expect(lines(morning()).slice(0, 5)).toEqual([
      "# Aujourd'hui (Jour J)",
      '1.1 Connexion équipe|06:00',
      '1.2 GO/NO-GO final|06:25',
      '1.3 DÉBUT MAINTENANCE|06:30',
      '2 Migration des données|06:30 · 4 actions',
    ]);
    expect(morning().line('agenda', 'phase:phase-2').leads).toEqual({ step: '2.1' });
  });

  test('the baseline is owed until the window opens', () => {
    const journey = morning();
    expect(journey.line('agenda', 'baseline')).toMatchObject({
      text: 'Référence à mesurer avant la fenêtre : 1 mesure',
      leads: { page: 'metrics', key: 'M1.1' },
    });
    expect(lines(journey.until('2.1'))).not.toContain('# Mesures');
  });

  test('past midnight the day goes on, and is not late', () => {
    const journey = morning().pass().on('2026-12-02', '00:30');
    expect(lines(journey)[0]).toBe("# Aujourd'hui (Jour J, J+1)");
    expect(lines(journey)).not.toContain('# En retard');
  });

  test('a rollback leaves nothing of the timeline to be done', () => {
    const journey = morning().until('2.2').choose('rollback', { reason: 'x' });
    expect(lines(journey)).toEqual(["Rien n'attend aujourd'hui.|"]);
  });
});

describe('after the day', () => {
  test('a list without order is done from here, in any order', () => {
    const journey = new LongJourney().dayAfter();
    expect(
      journey.line('agenda', 'step:J+1.2').choices.map(({ id, primary }) => [id, primary]),
    ).toEqual([
      ['confirm', true],
      ['skip', false],
    ]);
    journey.act('agenda', 'step:J+1.2', 'confirm');
    expect(lines(journey).slice(0, 3)).toEqual([
      "# Aujourd'hui (J+1)",
      'J+1.1 Rapport de stabilité|',
      'J+1.3 Ajustements|',
    ]);
    expect(journey.state.context.steps['J+1.2']?.outcome).toBe('done');
  });

  test('each point of the surveillance comes back by its own rhythm', () => {
    const journey = new LongJourney().dayAfter();
    const key = 'watch:W.1';
    expect(journey.line('agenda', key)).toMatchObject({
      text: 'Monitoring : Vérification toutes les heures',
      right: 'jamais vu · rythme : 1 h',
    });
    // What is watched all the time has no look that could be due.
    expect(lines(journey).join()).not.toContain('en continu');
    journey.act('agenda', key, 'looked', { option: 'pass', reason: 'tout est vert' });
    // Not due any more; what is seen between two rounds can be said all the same.
    expect(journey.at('08:59').line('agenda', key)).toMatchObject({
      tone: 'muted',
      badge: { word: 'bon' },
      choices: [{ id: 'looked', enabled: true }],
    });
    expect(journey.view.todo?.text).not.toMatch(/surveiller/);
    expect(journey.at('09:00').line('agenda', key).right).toBe('vu il y a 1 h · rythme : 1 h');
  });

  test('a point found wrong stays until it is seen good; after its days nothing is due', () => {
    const journey = new LongJourney().dayAfter();
    journey.act('agenda', 'watch:W.1', 'looked', { option: 'fail', reason: 'file pleine' });
    expect(journey.line('agenda', 'watch:W.1')).toMatchObject({
      tone: 'bad',
      badge: { word: 'en défaut' },
      detail: [{ text: 'en défaut · file pleine · ops@bastion 09:00' }],
    });
    journey.act('agenda', 'watch:W.1', 'looked', { option: 'pass' });
    expect(lines(journey.on('2026-12-08', '08:00'))).toContain('# Surveillance');
    expect(lines(journey.on('2026-12-09', '08:00'))).not.toContain('# Surveillance');
  });

  test('measures of a follow-up day are owed from its day on, or from when it is opened early', () => {
    const journey = new LongJourney().until('J+1.1').on('2026-12-01', '17:00');
    const owed = () =>
      journey.page('agenda').rows.flatMap(({ key, text }) => (key === 'measures' ? [text] : []));
    expect(owed()).toEqual([]);
    journey.say({ type: 'stage.opened', stage: 'J+1', reason: 'tous là' });
    expect(owed()).toEqual(['3 mesures à prendre à J+1']);
    journey.at('17:05').act('metrics', 'M1.2', 'enterFigure', { text: '0,05' });
    expect(owed()).toEqual(['2 mesures à prendre à J+1']);
  });

  test('measures of a follow-up day are owed anew, and bad ones stay in view', () => {
    const journey = new LongJourney().dayAfter();
    expect(journey.line('agenda', 'measures').text).toBe('3 mesures à prendre à J+1');
    journey.act('metrics', 'M1.2', 'enterFigure', { text: '0,4 %' });
    journey.act('metrics', 'M2.1', 'tickPass');
    expect(lines(journey)).toContain('1 mesure à prendre à J+1|');
    expect(journey.line('agenda', 'metric:M1.2')).toMatchObject({
      text: 'Erreurs',
      right: '0,4 %, seuil < 0,1 %',
      tone: 'bad',
    });
    for (const step of ['J+1.1', 'J+1.2', 'J+1.3']) journey.say({ type: 'step.confirmed', step });
    expect(journey.on('2026-12-08', '08:00').line('agenda', 'measures').text).toBe(
      '2 mesures à prendre à J+7',
    );
  });

  test('adoption, satisfaction and lessons are noted here', () => {
    const journey = new LongJourney().dayAfter();
    const { options, reason } = journey.offer('agenda', 'debrief', 'lesson');
    expect(options.map(({ label }) => label)).toEqual(['adoption', 'satisfaction', 'leçon']);
    expect(reason).toBe('required');
    journey.act('agenda', 'debrief', 'lesson', { option: 'lesson', reason: 'geler le DNS avant' });
    expect(lines(journey)).toContain('leçon : geler le DNS avant|ops@bastion 09:00');
  });

  test('the final checklist comes last', () => {
    const journey = new LongJourney().dayAfter().on('2026-12-08', '08:00');
    for (const step of ['J+1.1', 'J+1.2', 'J+1.3', 'J+7.2', 'J+7.1']) {
      journey.say({ type: 'step.confirmed', step });
    }
    expect(lines(journey).slice(0, 2)).toEqual(['# À clore', 'Liste finale : 0/2|']);
    expect(journey.line('agenda', 'closing').leads).toEqual({ step: 'closing' });
  });
});

test('in a rehearsal days do not count: nothing is late, nothing has a date', () => {
  const journey = new LongJourney().with({ schedule: 'relative' }).on('2026-12-24', '08:00');
  expect(journey.page('agenda').note.text).toBe('répétition : les jours ne comptent pas');
  expect(lines(journey).filter(line => !line.includes('maintenance'))).toEqual([
    '# En cours (J-7)',
    'J-7.1 Réunion équipe|09:00',
    'J-7.2 Communication aux utilisateurs|16:00',
    '# Prérequis',
    '4 sur 4 à prouver|avant le jour J',
    '# Messages',
    '# À venir',
    'J-1 Validation|',
    'Jour J Déploiement Production|',
    'J+1 Bilan 24h|',
    'J+7 Bilan semaine|',
  ]);
});

test('who only observes is offered nothing', () => {
  const journey = new LongJourney(longPlan()).dayAfter();
  journey.more = { ...journey.more, observer: true };
  expect(journey.page('agenda').rows.flatMap(row => row.choices)).toEqual([]);
});
