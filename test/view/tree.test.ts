import { expect, test } from 'vitest';
import type { StepStatus } from '../../machines/state.ts';
import { stepBadge } from '../../src/view/badge.ts';
import { noHistory } from '../../src/view/history.ts';
import { sceneOf } from '../../src/view/scene/scene.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const drawn = (journey: Journey) =>
  journey.view.tree.map(row =>
    [
      '  '.repeat(row.depth) + row.status.glyph,
      ...[row.time, row.number, row.title.slice(0, 20), row.note, row.current ? '«' : ''].filter(
        Boolean,
      ),
    ].join(' '),
  );

test('every stage, phase and step has its row; a stage without phases has none', () => {
  const journey = new Journey(smallPlan(), '2026-11-30T08:00:00.000Z', '2026-12-01');
  journey.at('09:10').until('1.1').say({ type: 'step.begun', step: '1.1' });
  expect(drawn(journey)).toEqual([
    '✓ J-1 Validation 2/2',
    '  ✓ 09:00 J-1.1 Briefing équipe',
    '  ✓ 17:00 J-1.2 Confirmation GO/NO-G',
    '› Jour J Déploiement Producti 0/7 «',
    '  › 06:00 1 Préparation 0/3 «',
    '    › 06:00 1.1 Connexion équipe 00:00 «',
    '    ◆ 06:25 1.2 GO/NO-GO final ~5m',
    '    ◇ 06:30 1.3 DÉBUT MAINTENANCE',
    '  · 06:30 2 Migration des donnée 0/4',
    '    · 06:30 2.1 Sauvegarde finale ~10m',
    '    · 06:40 2.2 Exécution migration  ~1h05',
    '    ◆ 07:45 2.3 POINT DE CONTRÔLE -  ~15m',
    '    ◇ 08:00 2.4 FIN MAINTENANCE',
    '· J+1 Bilan 24h 0/1',
    '  · J+1.1 Rapport de stabilité',
  ]);
});

test('a running step counts up, and warns past its planned length', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('05:40').start('2.2');
  expect(journey.at('05:44:41').row('step:2.2')).toMatchObject({
    note: '04:41',
    noteTone: 'active',
  });
  expect(journey.row('step:2.2').status).toMatchObject({ word: 'en cours', busy: true });
  expect(journey.at('06:45:01').row('step:2.2')).toMatchObject({
    note: '1:05:01',
    noteTone: 'warning',
  });
});

test('a finished step says how long it took, and how late it ended from one minute on', () => {
  const journey = new Journey(smallPlan(), winterMorning)
    .until('2.1')
    .at('05:30')
    .pass()
    .at('05:40:59')
    .pass();
  expect(journey.row('step:2.1')).toMatchObject({ note: '10:59', noteTone: 'muted' });
  const late = new Journey(smallPlan(), winterMorning)
    .until('2.1')
    .at('05:33')
    .pass()
    .at('05:43')
    .pass();
  expect(late.row('step:2.1')).toMatchObject({ note: '10:00 +3m', noteTone: 'warning' });
  expect(late.row('phase:2')).toMatchObject({ note: '1/4 +3m', noteTone: 'warning' });
});

test('the clock of a failed command stands still', () => {
  const journey = new Journey(smallPlan(), winterMorning)
    .until('2.2')
    .at('05:40')
    .start('2.2')
    .at('05:42')
    .exit(1);
  expect(journey.at('06:30').row('step:2.2')).toMatchObject({
    note: '02:00',
    status: { word: 'échec' },
  });
});

test('decisions ahead count down', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.1').at('06:07:12');
  expect(journey.row('step:2.3').note).toBe('dans 37 min');
});

test('a command ahead takes what it took here before, and history may come late', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.1');
  expect(journey.row('step:2.2').note).toBe('~1h05');
  const taking = (seconds: number) => ({ count: 2, median: seconds * 1000, p90: seconds * 1000 });
  journey.more = { history: { ...noHistory, steps: { '2.1': taking(12), '2.2': taking(240) } } };
  expect(journey.row('step:2.1').note).toBe('<1m');
  expect(journey.row('step:2.2').note).toBe('~4m');
});

test('in a rollback its steps come first and the rest is dimmed', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2');
  journey.choose('rollback', { reason: 'données', option: 'Décision management' }).pass();
  const rows = journey.view.tree;
  expect(drawn(journey).slice(0, 5)).toEqual([
    '› Retour arrière 1/3 «',
    '  ✓ R.1 Arrêt immédiat 00:00',
    '  › R.2 Restauration ~20m «',
    '  · R.3 Remise en service ~5m',
    '  · Validation du retour',
  ]);
  expect(new Set(rows.slice(5).map(row => row.status.tone))).toEqual(new Set(['muted']));
  expect(rows.slice(5).some(row => row.current)).toBe(false);
  expect(rows.find(row => row.key === 'stage:Jour J')?.status.word).toBe('interrompue');
});

test('a step that is done again loses its mark, and those after it too', () => {
  const journey = new Journey(smallPlan(), winterMorning)
    .until('2.3')
    .choose('noGo', { reason: 'écart' });
  journey.choose('redo', { option: '2.1', reason: 'à refaire' });
  expect(journey.row('step:2.1')).toMatchObject({ current: true, status: { word: 'à faire' } });
  expect(journey.row('step:2.2').status.word).toBe('à venir');
});

test('the same moment can be seen in two languages', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('1.1');
  expect(journey.row('step:1.1').status.word).toBe('à faire');
  journey.more = { language: 'en', ascii: true };
  expect(journey.row('step:1.1')).toMatchObject({
    title: 'Connexion equipe',
    status: { word: 'to do' },
  });
});

const statuses: StepStatus[] = [
  ...(['waiting', 'ready', 'running', 'failed', 'inDoubt', 'reviewing', 'refused'] as const),
  ...(['remediating', 'done', 'accepted', 'skipped', 'passed', 'reached'] as const),
];

test('every status has a glyph, a word and a tone, in ASCII too', () => {
  const journey = new Journey(smallPlan(), winterMorning);
  for (const ascii of [false, true]) {
    journey.more = { ascii };
    const badges = statuses.map(status => stepBadge(sceneOf(journey.input), status, 'command'));
    for (const badge of badges) expect([...badge.glyph]).toHaveLength(1);
    expect(new Set(badges.map(badge => badge.word)).size).toBe(statuses.length);
    if (ascii) expect(badges.map(badge => badge.glyph).join('')).toMatch(/^[\x20-\x7e]+$/);
  }
});
