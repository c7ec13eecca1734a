import { expect, test } from 'vitest';
import { rowChoices } from '../../../src/view/choices/row.ts';
import { sceneOf } from '../../../src/view/scene/scene.ts';
import { smallPlan } from '../fixtures.ts';
import { Journey, winterMorning } from '../journey.ts';

const note = { id: 'note', label: 'Note', consequence: 'Au journal.', reason: 'required' } as const;
const told = { id: 'told', label: 'Parti', consequence: '', reason: 'required' } as const;
const choices = (journey: Journey, offers: Parameters<typeof rowChoices>[1]) =>
  rowChoices(sceneOf(journey.input), offers);
const start = () => new Journey(smallPlan(), winterMorning);

test('what an offer leaves out is the plainest; what the machine takes is enabled', () => {
  expect(choices(start(), [note])).toEqual([
    {
      ...note,
      word: '',
      text: null,
      edit: null,
      options: [],
      primary: false,
      tone: 'normal',
      enabled: true,
      why: '',
    },
  ]);
});

test('what the machine would refuse says why not', () => {
  const unknown = { ...told, about: 'nowhere' };
  expect(choices(start(), [unknown])).toMatchObject([
    { enabled: false, why: "ce n'est pas possible dans cet état" },
  ]);
  const left = start().say({ type: 'helm.released', why: 'detached' });
  expect(choices(left, [{ ...told, id: 'openStage', about: 'J+1' }])).toMatchObject([
    { enabled: false, why: 'personne ne tient la barre' },
  ]);
});

test('what the page already knows comes first', () => {
  expect(choices(start(), [{ ...note, why: 'rien à\u001b dire' }])).toMatchObject([
    { enabled: false, why: 'rien à dire' },
  ]);
});

test('a step of its own is kept', () => {
  const journey = start();
  const [choice] = choices(journey, [{ ...note, step: '2.3' }]);
  journey.make(choice!, { reason: 'vu' });
  expect(journey.state.context.notes.at(-1)).toMatchObject({ step: '2.3' });
});

test('who watches may do nothing', () => {
  const journey = start();
  journey.more = { observer: true };
  expect(choices(journey, [note])).toEqual([]);
});
