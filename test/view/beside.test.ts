/** What is shown of the jobs beside the plan: the latest of them, the boxes they check, the journal’s sentences. */
import { describe, expect, test } from 'vitest';
import { equippedPlan } from './equipped-plan.ts';
import { Journey, winterMorning } from './journey.ts';

const at = (step: string) => new Journey(equippedPlan(), winterMorning).until(step);

describe('the latest', () => {
  test('none yet', () => {
    expect(at('2.2').view.aside).toBe(null);
  });

  test('a command of the operator’s, while it runs and after', () => {
    const journey = at('2.2').at('05:40').beside({ adhoc: '\n df -h\nls' }).at('05:40:12');
    expect(journey.view.aside).toMatchObject({
      job: journey.state.context.aside,
      title: '! df -h …',
      badge: { word: 'en cours · 00:12', busy: true },
      live: true,
    });
    journey.besideExit(127);
    expect(journey.view.aside).toMatchObject({
      badge: { word: 'échec · code 127 : commande introuvable · 12 s', tone: 'bad' },
      live: false,
    });
    journey.beside({ adhoc: 'true' }).besideExit();
    expect(journey.view.aside).toMatchObject({
      title: '! true',
      badge: { word: 'terminée · 0 · 0 s', tone: 'good' },
    });
  });

  test('a check is named by its box, a proof by what it proves', () => {
    const journey = at('2.3').beside({ check: 'C1.1' }).besideExit();
    expect(journey.view.aside!.title).toBe('C1.1 Sans erreur');
    journey.beside({ check: 'R.2/files' });
    expect(journey.view.aside!.title).toBe('les scripts sont là');
  });
});

describe('a box and its check', () => {
  const first = (journey: Journey) => journey.view.current!.boxes[0]!;

  test('while it runs, then with its evidence', () => {
    const journey = at('2.3').at('08:01').beside({ check: 'C1.1' });
    const job = journey.state.context.aside;
    expect(first(journey)).toMatchObject({
      mark: 'open',
      check: { running: true, job },
      note: 'la commande vérifie…',
    });
    journey.besideExit(0, { evidence: '\u001b[32mOK\u001b[0m' });
    expect(first(journey)).toMatchObject({
      mark: 'pass',
      check: { running: false, job },
      note: 'vérifié par la commande · OK · 09:01',
    });
  });

  test('a refusal says why', () => {
    const journey = at('2.3').at('08:01').beside({ check: 'C1.1' });
    journey.besideExit(0, { ok: false, why: 'expect /OK/', evidence: '3 KO' });
    expect(first(journey)).toMatchObject({
      mark: 'fail',
      contradicts: true,
      note: 'refusé par la commande · code 0, mais /OK/ attendu, absent de la sortie · 3 KO · 09:01:00',
    });
  });

  test('without a verdict it says so, and stays open', () => {
    const journey = at('2.3').beside({ check: 'C1.1' });
    const job = journey.state.context.aside!;
    journey.say({ type: 'job.doubted', job, step: '2.3', why: 'rebooted' });
    expect(first(journey)).toMatchObject({
      mark: 'open',
      note: "la commande n'a pas pu le dire (issue inconnue)",
    });
  });

  test('a box that people look at has no check', () => {
    const journey = at('2.3').at('08:01').choose('tickPass', { item: 'C1.2', reason: 'vu' });
    const second = journey.view.current!.boxes[1]!;
    expect(second.note).toBe('vu · ops@bastion 09:01');
    expect(second.check).toBe(undefined);
  });
});

describe('in the journal', () => {
  const said = (journey: Journey, count = 2) =>
    journey.view.log.slice(-count).map(({ text, tone }) => `${tone}: ${text}`);

  test('a command of the operator’s', () => {
    const journey = at('2.2').at('05:40').beside({ adhoc: 'df -h' }).at('05:40:02').besideExit();
    expect(said(journey)).toEqual([
      'active: à côté du plan : « df -h » lancée sur app1',
      'good: à côté du plan : « df -h » réussie en 2 s',
    ]);
    journey.beside({ adhoc: 'false' }).besideExit(1);
    expect(said(journey, 1)).toEqual(['bad: à côté du plan : « false » en échec (code 1)']);
    journey.beside({ adhoc: 'sleep 9' }).choose('stopAside', { reason: 'inutile' });
    expect(said(journey, 1)).toEqual([
      'warning: à côté du plan : « sleep 9 » : arrêt demandé (inutile)',
    ]);
  });

  test('checks and proofs', () => {
    const journey = at('2.3').beside({ check: 'C1.1' }).besideExit(0, { evidence: 'OK' });
    expect(said(journey)).toEqual([
      'muted: vérification : C1.1 Sans erreur',
      'good: vérifié par commande : C1.1 Sans erreur (OK)',
    ]);
    journey.beside({ check: 'R.2/p1' }).besideExit(1, { why: 'time limit' });
    expect(said(journey)).toEqual([
      'muted: vérification : retour arrière, la sauvegarde existe',
      'bad: refusé par commande : retour arrière, la sauvegarde existe (limite de temps)',
    ]);
  });

  test('an amendment says which command, and why', () => {
    const journey = at('2.1').start('2.1').exit();
    journey.choose('amend', { reason: 'trop lente', text: './backup.sh --fast' });
    expect(said(journey, 1)).toEqual([
      'warning: 2.1 Sauvegarde finale (2/2) : commande modifiée (trop lente)',
    ]);
  });

  test('what nobody can know of them', () => {
    const journey = at('2.2').beside({ adhoc: 'df -h' });
    const job = journey.state.context.aside!;
    journey.say({ type: 'job.orphaned', job, step: '2.2', why: 'killed' });
    journey.say({ type: 'job.doubted', job, step: '2.2', why: 'rebooted', away: true });
    expect(said(journey, 1)).toEqual([
      'bad: à côté du plan : « df -h » : issue inconnue (la machine a redémarré) (pendant une absence)',
    ]);
  });
});

test('on return, a command beside the plan goes by its own name', () => {
  const journey = at('2.2').beside({ adhoc: 'df -h' });
  const job = journey.state.context.aside!;
  journey.more = { away: [{ job, step: '2.2', status: 'running' }] };
  expect(journey.view.away[0]!.text).toBe('! df -h tourne toujours.');
});

test('the end tells what was amended, with the difference', () => {
  const journey = at('2.2').choose('amend', { reason: 'x', text: 'php artisan\tmigrate' });
  journey.choose('abort', { reason: 'x' });
  expect(journey.view.ending!.lines.at(-1)).toBe(
    'Commande modifiée pour cette exécution : 2.2 ; à reporter dans le plan.',
  );
  expect(journey.view.ending!.amendments).toEqual([
    {
      step: '2.2',
      diff: '--- 2.2\n+++ 2.2\n@@ -1,1 +1,1 @@\n-php artisan migrate:missions-to-bm\n+php artisan  migrate\n',
    },
  ]);
});

test('an end without amendments says nothing of them', () => {
  const { ending } = at('2.2').choose('abort', { reason: 'x' }).view;
  expect(ending!.amendments).toEqual([]);
  expect(ending!.lines.join(' ')).not.toMatch(/modifiée/);
});
