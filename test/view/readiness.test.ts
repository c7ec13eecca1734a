import { describe, expect, test } from 'vitest';
import { noHistory } from '../../src/view/history.ts';
import { missingForRollback } from '../../src/view/readiness.ts';
import { sceneOf } from '../../src/view/scene/scene.ts';
import type { History } from '../../src/view/types.ts';
import { equippedPlan } from './equipped-plan.ts';
import { command, smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const at = (step: string) => new Journey(equippedPlan(), winterMorning).until(step);

/** `[word] label: detail`. */
const pieces = (journey: Journey) =>
  journey.view.readiness!.pieces.map(
    ({ badge, label, detail }) => `[${badge.word}] ${label}: ${detail}`,
  );

const bound = (journey: Journey) =>
  journey.say({ type: 'variable.bound', name: 'release', value: 'v0.9.0', source: 'asked' });

const prove = (journey: Journey, item: string, code = 0, evidence = 'OK') =>
  journey.beside({ check: item }).besideExit(code, { evidence });

test('before its backup is made', () => {
  const journey = at('1.3');
  expect(pieces(journey)).toEqual([
    '[manque] Version précédente: aucune valeur',
    '[non prouvé] les scripts sont là: pas encore vérifié',
    '[à venir] Sauvegarde de la base: capturée en 2.1',
    '[à venir] la sauvegarde existe: dès que ses valeurs sont connues',
    '[non prouvé] rollback jamais répété: ',
  ]);
  expect(journey.view.readiness).toMatchObject({
    badge: { word: 'il manque : Version précédente', tone: 'bad' },
    duration: '~30 min',
  });
});

test('piece after piece, until it is ready; once it is known, the backup’s path is left to its proof', () => {
  const journey = bound(at('2.2'));
  const word = () => journey.view.readiness!.badge.word;
  expect(word()).toBe('non prouvé : la sauvegarde existe, les scripts sont là');
  journey.beside({ check: 'R.2/p1' });
  expect(pieces(journey)[0]).toBe('[non prouvé] la sauvegarde existe: vérification en cours');
  journey.besideExit(1, { evidence: 'absente' });
  const failed = (time: string) =>
    `[en échec] la sauvegarde existe: absente · à l'instant (${time})`;
  expect(pieces(journey)[0]).toBe(failed('06:00:00'));
  journey.now += 7000;
  prove(journey, 'R.2/p1', 1, 'absente');
  expect(pieces(journey)[0]).toBe(failed('06:00:07'));
  expect(word()).toBe('il manque : la sauvegarde existe');
  prove(journey, 'R.2/p1');
  prove(journey, 'R.2/files');
  journey.now += 12 * 60_000;
  expect(pieces(journey).slice(0, 3)).toEqual([
    '[là] Version précédente: v0.9.0',
    '[là] la sauvegarde existe: il y a 12 min · OK',
    '[là] les scripts sont là: il y a 12 min · OK',
  ]);
  expect(word()).toBe('prêt, jamais répété');
});

test('a failed proof that somebody admits says so, and is not ready; each names its box, to look again', () => {
  const journey = prove(bound(at('2.2')), 'R.2/p1');
  prove(journey, 'R.2/files', 1).say({
    type: 'item.ticked',
    item: 'R.2/files',
    verdict: 'pass',
    note: 'vus à la main',
  });
  expect(pieces(journey)[0]).toBe(
    "[non prouvé] les scripts sont là: à l'instant (06:00:00) · admis : vus à la main",
  );
  const badge = () => journey.view.readiness!.badge;
  expect(badge()).toMatchObject({ word: 'prêt, 1 sans preuve (admis)', tone: 'warning' });
  expect(journey.view.readiness!.pieces.map(({ item }) => item ?? '')).toEqual([
    'R.2/files',
    '',
    'R.2/p1',
    '',
  ]);
  prove(journey, 'R.2/files');
  expect(badge()).toMatchObject({ word: 'prêt, jamais répété', tone: 'good' });
});

describe('what the rollback could not be done without, now', () => {
  const lacking = (journey: Journey) => missingForRollback(sceneOf(journey.input));
  /** Its restoration says nothing of what it undoes: it is done in any case. */
  const always = () => {
    const plan = equippedPlan({
      variables: [
        { name: 'backup', capturedBy: '2.2' },
        { name: 'release', value: 'v0.9.0' },
      ],
    });
    plan.rollback!.steps[1]!.attributes = {};
    const journey = new Journey(plan, winterMorning).until('1.3');
    journey.say({ type: 'variable.bound', name: 'release', value: 'v0.9.0', source: 'asked' });
    return prove(journey, 'R.2/files');
  };
  // Opening the window calls for another look at the proofs.
  const begun = () => prove(always().pass(), 'R.2/files').start('2.1');

  test('nothing, while there is nothing to undo', () => {
    expect(lacking(at('2.2'))).toBe('');
    expect(at('2.2').choice('rollback').consequence).not.toMatch(/Impossible/);
  });

  test('the pieces to come as well as the missing ones, and the question names them all', () => {
    const journey = begun();
    expect(lacking(journey)).toBe('backup, la sauvegarde existe');
    expect(journey.choice('rollback').consequence).toMatch(
      /^Impossible maintenant sans : backup, la sauvegarde existe\. Le plan est abandonné/,
    );
  });

  test('a piece that two steps need is needed as soon as one of them is', () => {
    const plan = equippedPlan();
    plan.rollback!.steps[2]!.commands = [command('echo [release]', { variables: ['release'] })];
    expect(lacking(new Journey(plan, winterMorning).until('2.2'))).toBe('Version précédente');
  });

  test('to come is no comfort once a command of the day was started', () => {
    expect(always().view.readiness!.badge).toMatchObject({
      word: 'à venir : backup, la sauvegarde existe',
      tone: 'muted',
    });
    expect(begun().view.readiness!.badge).toMatchObject({
      word: 'pas encore possible : backup, la sauvegarde existe',
      tone: 'warning',
    });
  });
});

const took = 24 * 60_000;

test.each<[string, Partial<History['rollback']>, string, string]>([
  ['never', {}, 'rollback jamais répété', '~30 min'],
  [
    'elsewhere',
    { last: { run: 'r', environment: 'staging', at: '2026-11-20T10:00:00Z', took } },
    'rollback répété 2026-11-20, 24 min, staging',
    '~30 min',
  ],
  [
    'here',
    {
      here: { count: 1, median: took, p90: took },
      last: { run: 'r', environment: 'production', at: '2026-11-20T10:00:00Z', took },
    },
    'rollback répété 2026-11-20, 24 min, production',
    'mesuré : 24 min',
  ],
  [
    'elsewhere, and longer than planned',
    { elsewhere: { count: 1, median: 2 * took, p90: 2 * took } },
    'rollback jamais répété',
    'répété : 48 min',
  ],
])('rehearsed %s', (_, rollback, said, duration) => {
  const journey = at('1.3');
  journey.more = { history: { ...noHistory, rollback: { ...noHistory.rollback, ...rollback } } };
  const { label, detail } = journey.view.readiness!.pieces.at(-1)!;
  expect(`${label} ${detail}`.trim()).toBe(said);
  expect(journey.view.readiness!.duration).toBe(duration);
});

test('the proof that let the run into a protected environment counts as a rehearsal', () => {
  const journey = at('1.3');
  const [created, ...rest] = journey.entries;
  const proved = { ...created, proof: { rollback: 'run-7' } } as (typeof journey.entries)[number];
  journey.more = { entries: [proved, ...rest] };
  expect(pieces(journey).at(-1)).toBe('[là] rollback répété: par run-7');
});

test('nothing to say without a rollback, nor once it is decided', () => {
  const { rollback: _, ...plan } = smallPlan();
  expect(new Journey(plan, winterMorning).view.readiness).toBe(null);
  expect(at('2.2').choose('rollback', { reason: 'x' }).view.readiness).toBe(null);
});

test('a step that the rollback could not undo does not start, and says which piece is missing', () => {
  const journey = at('2.2');
  expect(journey.choice('start')).toMatchObject({
    enabled: false,
    why: 'le retour arrière serait impossible sans : Version précédente (manque), la sauvegarde existe (non prouvé), les scripts sont là (non prouvé)',
  });
  expect(journey.view.current!.remarks[0]!.text).toMatch(
    /^Le retour arrière serait impossible sans : Version/,
  );
  bound(journey);
  prove(prove(journey, 'R.2/p1'), 'R.2/files', 1, 'absent : ./restore.sh');
  expect(journey.view.current!.remarks.map(({ text }) => text).slice(0, 2)).toEqual([
    'Le retour arrière serait impossible sans : les scripts sont là (en échec · absent : ./restore.sh).',
    'Prouvez à nouveau ce qui manque, ou dites-le bon à la main, avec la raison.',
  ]);
  expect(journey.view.choices[1]).toMatchObject({
    id: 'check',
    label: 'Prouver, ou dire bon',
    enabled: true,
    tone: 'warning',
  });
  expect(journey.view.choices.filter(({ id }) => id === 'check')).toHaveLength(1);
  prove(journey, 'R.2/files');
  expect(journey.choice('start')).toMatchObject({ enabled: true, why: '' });
  expect(journey.choice('check').label).toBe('Relancer la vérification');
  // Nothing undoes the backup: it needs nothing.
  expect(at('2.1').choice('start').enabled).toBe(true);
});
