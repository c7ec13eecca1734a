/** A message that is on its way is not offered as if nothing had left. */
import { expect, test } from 'vitest';
import type { Choice } from '../../../src/view/types.ts';
import { message, rowAt, send, toldJourney, toldPlan } from './told-plan.ts';

const subject = message('partenaires', 'Partenaires', { channels: 'Email', body: 'Bonjour.' });
const journeyOf = () => toldJourney(toldPlan({ messages: [subject] }));
const sending = (journey: ReturnType<typeof journeyOf>): Choice =>
  rowAt(journey, 'partenaires').choices.find(({ id }) => id === 'send')!;

test('while the server has not answered, sending once more is said to be that', () => {
  const journey = journeyOf();
  expect(sending(journey)).toMatchObject({ label: 'Envoyer', primary: true });
  send(journey, 'partenaires');
  expect(sending(journey)).toMatchObject({ label: 'Renvoyer', primary: false, tone: 'warning' });
  expect(sending(journey).consequence).toContain(
    'Il est peut-être déjà parti par courrier : vérifiez avant de le renvoyer.',
  );
});

test('once it failed, it is to be sent as before', () => {
  const journey = journeyOf();
  const delivery = send(journey, 'partenaires');
  journey.say({ type: 'message.failed', delivery, why: 'timeout', detail: '' });
  expect(sending(journey)).toMatchObject({ label: 'Envoyer', primary: true });
});
