import { expect, test } from 'vitest';
import { stepView } from '../../src/view/step.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const at = (step: string) => new Journey(smallPlan(), winterMorning).until(step);
const current = (journey: Journey) => journey.view.current!;
const remarks = (journey: Journey) => current(journey).remarks.map(remark => remark.text);

test('a running command: where, how long, whose output', () => {
  const journey = at('2.2').at('05:40').start('2.2').at('05:44:41');
  expect(current(journey)).toMatchObject({
    id: '2.2',
    title: 'Exécution migration réelle',
    place: 'Jour J · 2 Migration des données',
    kind: 'command',
    status: { word: 'en cours', busy: true },
    timing: '04:41 / ~1 h 05',
    job: journey.state.context.liveJob,
    commands: [
      { script: 'php artisan migrate:missions-to-bm', status: { word: 'en cours · 04:41' } },
    ],
  });
});

test('a command that takes longer than planned says so', () => {
  const journey = at('2.2').at('05:40').start('2.2').at('06:46');
  expect(remarks(journey)).toEqual(['Plus longue que prévu (~1 h 05).']);
});

test('each command of a step has its own fate', () => {
  const journey = at('2.1').at('05:30').start('2.1').at('05:30:12').exit();
  const words = () => current(journey).commands.map(command => command.status.word);
  expect(words()).toEqual(['terminée · 0 · 12 s', 'affichée seulement', 'sera exécutée']);
  journey.start('2.1').at('05:31').exit(3);
  expect(words()[2]).toBe('échec · code 3 · 48 s');
  expect(
    journey.choose('skip', { reason: 'x' }).choose('abort', { reason: 'x' }).state.status,
  ).toBe('aborted');
  expect(stepView(journey.input, '2.2')?.commands[0]?.status.word).toBe('non exécutée');
});

test('a script is shown with its values, or with what is missing', () => {
  const script = (journey: Journey) => stepView(journey.input, 'R.2')?.commands[0]?.script;
  expect(script(at('2.1'))).toBe('./restore.sh [backup]');
  expect(script(at('2.2'))).toBe('./restore.sh b1');
});

test('an amended script is shown as it will run', () => {
  const journey = at('2.2').start('2.2').exit(1);
  journey.say({
    type: 'step.amended',
    step: '2.2',
    command: 0,
    script: 'php artisan migrate --step',
    diff: '',
    reason: 'essai',
  });
  expect(current(journey).commands[0]?.script).toBe('php artisan migrate --step');
  expect(remarks(journey)).toContain('La commande a été modifiée pour cette exécution.');
});

test('characters that would deceive are spelled out in a script', () => {
  const plan = smallPlan();
  plan.stages[1]!.phases[1]!.steps[1]!.commands[0]!.script = 'rm x\u202e # cod.exe\n\techo\u0007';
  const journey = new Journey(plan, winterMorning).until('2.2');
  expect(current(journey).commands[0]?.script).toBe('rm x<U+202E> # cod.exe\n  echo<U+0007>');
});

test('why a command failed is on its card; its remarks tell the rest', () => {
  const journey = at('2.2').start('2.2').exit(124, { why: 'time limit', outputOpen: true });
  expect(current(journey).card?.status).toBe('code 124 : limite de temps dépassée');
  expect(remarks(journey)).toEqual(["Un processus qu'elle a lancé écrit encore dans sa sortie."]);
});

test('an unknown outcome asks to look before choosing', () => {
  const journey = at('2.2').start('2.2');
  journey.say({
    type: 'job.doubted',
    job: journey.state.context.liveJob!,
    step: '2.2',
    why: 'rebooted',
    away: true,
  });
  expect(remarks(journey)).toEqual([
    'Vérifiez le système avant de choisir : la relancer peut doubler ses effets.',
  ]);
});

test('a checkpoint has its criteria, who ticked them, and what the plan says on failure', () => {
  const journey = at('2.3').at('06:45').choose('tickFail', { item: 'C1.2', reason: 'écart de 3' });
  const { boxes, actions } = current(journey);
  expect(boxes.map(box => [box.id, box.title, box.mark, box.badge.word, box.note])).toEqual([
    ['C1.1', 'Sans erreur', 'open', 'à vérifier', ''],
    ['C1.2', 'Statistiques cohérentes', 'fail', 'en échec', 'écart de 3 · ops@bastion 07:45'],
  ]);
  expect(actions.map(({ text }) => text)).toEqual(['Analyser les logs', 'Si majeur : rollback']);
  expect(remarks(journey)).toEqual(['1 point en échec.', '1 point encore à vérifier.']);
});

test('the validation of a rollback is a step like another to the eye', () => {
  const journey = at('2.2').choose('rollback', { reason: 'x' }).pass().pass().pass();
  expect(current(journey)).toMatchObject({
    id: 'validation',
    kind: 'validation',
    title: 'Validation du retour arrière',
    boxes: [{ id: 'V.1' }, { id: 'V.2' }],
  });
});

test('a rollback decided while a command runs waits for it, and says so', () => {
  const journey = at('2.2').start('2.2').choose('rollback', { reason: 'x' });
  expect(journey.view.header.status.word).toBe('ARRÊT EN COURS');
  expect(remarks(journey)).toContain(
    'Le retour arrière est décidé : la commande en cours a reçu l’ordre de s’arrêter, on attend sa fin.',
  );
});

test('the rollback’s validation tells what failed from what is still to check', () => {
  const journey = at('2.2').choose('rollback', { reason: 'x' }).pass().pass().pass();
  expect(remarks(journey)).toEqual(['2 points encore à vérifier.']);
  journey.choose('tickFail', { item: 'V.1', reason: 'page blanche' });
  expect(current(journey).remarks).toEqual([
    { text: '1 point en échec.', tone: 'bad' },
    { text: '1 point encore à vérifier.', tone: 'normal' },
  ]);
  expect(journey.choice('validate').consequence).toBe(
    '1 vérification en échec, 1 vérification ouverte : dites pourquoi.',
  );
  journey.choose('tickPass', { item: 'V.2' });
  expect(remarks(journey)).toEqual(['1 point en échec.']);
});

test('notes stay with their step', () => {
  const journey = at('2.2').choose('note', { reason: 'vu avec le DBA' });
  expect(remarks(journey)).toContain('Note : vu avec le DBA');
});

test('there is no step at the ends, nor for an unknown id', () => {
  const journey = at('2.2').choose('abort', { reason: 'x' });
  expect(journey.view.current).toBe(null);
  expect(stepView(journey.input, '9.9')).toBe(null);
});
