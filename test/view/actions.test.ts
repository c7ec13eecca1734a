import { expect, test } from 'vitest';
import { stepView } from '../../src/view/step.ts';
import type { StepView } from '../../src/view/types.ts';
import { equippedPlan } from './equipped-plan.ts';
import { Journey, winterMorning } from './journey.ts';

const at = (step: string) => new Journey(equippedPlan(), winterMorning).until(step);

/** `Analyser les logs: relire la sortie de 2.2 = look 2.2`. */
const moves = (view: StepView) =>
  view.actions.map(({ text, label, move }) => {
    if (move === null) return `${text}:${label}`;
    const does = 'look' in move ? `look ${move.look}` : [move.choice, move.option].join(' ').trim();
    return `${text}: ${label} = ${does}`;
  });

test('after a NO-GO: the plan’s list, each action with its move', () => {
  const journey = at('2.3').choose('noGo', { reason: 'écart' });
  expect(journey.view.current).toMatchObject({ failing: true });
  expect(moves(journey.view.current!)).toEqual([
    'Analyser les logs: relire la sortie de 2.2 = look 2.2',
    'Corriger: corriger par une commande = adhoc',
    'Relancer la migration: refaire depuis 2.2 = redo 2.2',
    'Réexaminer: réexaminer le point = review',
    'Si majeur : rollback: décider le retour arrière = rollback',
    'Prévenir les utilisateurs:',
  ]);
});

test('a step that failed has the actions of the next point of the stage; redoing it is retrying it', () => {
  const journey = at('2.2').start('2.2').exit(1);
  expect(moves(journey.view.current!)).toEqual([
    'Analyser les logs: relire la sortie de 2.2 = look 2.2',
    'Corriger: corriger par une commande = adhoc',
    'Relancer la migration: relancer 2.2 = retry',
    'Réexaminer:',
    'Si majeur : rollback: décider le retour arrière = rollback',
    'Prévenir les utilisateurs:',
  ]);
});

test('a step that did not fail has none, nor one of the rollback', () => {
  const journey = at('2.2');
  expect(journey.view.current!.actions).toEqual([]);
  journey.start('2.2').exit(1).choose('rollback', { reason: 'x' }).start('R.1').exit(1);
  expect(journey.view.current!.actions).toEqual([]);
});

test('every move that is offered is a choice that may be made', () => {
  for (const journey of [
    at('2.3').choose('noGo', { reason: 'x' }),
    at('2.2').start('2.2').exit(1),
  ]) {
    for (const { move } of journey.view.current!.actions) {
      if (move && 'choice' in move) expect(journey.choice(move.choice).enabled).toBe(true);
    }
  }
});

test('somebody who only watches, or looks at another step, may read', () => {
  const journey = at('2.3').choose('noGo', { reason: 'écart' });
  journey.more = { observer: true };
  const dead = (view: StepView) => view.actions.filter(({ move }) => move && 'choice' in move);
  expect(dead(journey.view.current!)).toEqual([]);
  expect(dead(stepView(at('2.2').input, '2.3')!)).toEqual([]);
  expect(stepView(at('2.2').input, '2.3')!.actions[0]!.move).toEqual({ look: '2.1' });
});
