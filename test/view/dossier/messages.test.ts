import { expect, test } from 'vitest';
import { messagesPage } from '../../../src/view/dossier/messages.ts';
import type { DossierRow } from '../../../src/view/types.ts';
import { planOf, smallPlan, stage } from '../fixtures.ts';
import { Journey, winterMorning } from '../journey.ts';
import { message, rowAt, sceneAt, send, toldJourney, toldPlan } from '../messages/told-plan.ts';

const page = (journey: Journey) => messagesPage(sceneAt(journey));
const line = ({ badge, text, right }: DossierRow) =>
  `${badge?.glyph ?? ' '} ${text} | ${badge?.word} | ${right}`;
const choice = (journey: Journey, key: string, id: string) =>
  rowAt(journey, key).choices.find(one => one.id === id)!;
const word = (journey: Journey, key: string) => rowAt(journey, key).badge?.word;
const detail = (journey: Journey, key: string) =>
  rowAt(journey, key).detail.map(({ text }) => text);

/** A message without blanks, which may leave at once. */
const simplePlan = () =>
  toldPlan({
    messages: [
      message('partenaires', 'Partenaires', { channels: 'Email', body: 'Bonjour.\n\nÀ demain.' }),
    ],
  });

test('each message: what is owed, since or until when, and by which ways', () => {
  const journey = toldJourney().at('05:30').until('2.3').at('05:50').choose('go', { reason: 'vu' });
  expect(page(journey).title).toBe('Messages');
  expect(page(journey).note).toEqual({
    text: '2 à envoyer · management pas encore informé',
    tone: 'warning',
  });
  expect(page(journey).rows.map(line)).toEqual([
    '✓ Point de situation | prêt à copier | ',
    '› Avant Déploiement (J-7) | à envoyer | courrier · à copier : notification in-app',
    '› Pendant Maintenance, 2.3 POINT DE CONTRÔLE - Migration | à envoyer | Slack · à copier : Teams, SMS si critique',
    '· Fin de Maintenance | plus tard | courrier · à copier : notification in-app',
  ]);
});

test('days before, each says when it will be owed; those of the checkpoints that they follow them', () => {
  const journey = toldJourney(toldPlan(), '2026-11-20T08:00:00.000Z', '2026-12-01');
  expect(page(journey).note).toEqual({ text: 'rien à envoyer', tone: 'muted' });
  expect(word(journey, 'before')).toBe('plus tard le 24/11');
  expect(detail(journey, 'during')[0]).toBe('à chaque point de contrôle');
  expect(rowAt(journey, 'during').choices).toEqual([]);
  journey.more = { ...journey.more, language: 'en' };
  expect(word(journey, 'before')).toBe('later, on 24 Nov');
});

test('the status is always ready to be copied, and never sent from its row', () => {
  const status = rowAt(toldJourney(), '@status');
  expect(status.choices).toEqual([]);
  expect(status.copy).toMatch(
    /^Ops & Bail Mobilité 1\.0\.0, environnement production\nSituation : /,
  );
});

test('what is shown is what leaves: the text, by the channel that was picked', () => {
  const journey = toldJourney(simplePlan());
  const row = rowAt(journey, 'partenaires');
  expect(row.detail.map(({ text }) => text)).toEqual([
    'Partenaires - Ops & Bail Mobilité 1.0.0',
    '',
    'Bonjour.',
    '',
    'À demain.',
  ]);
  expect(row.copy).toBe('Partenaires - Ops & Bail Mobilité 1.0.0\n\nBonjour.\n\nÀ demain.');
  expect(row.choices.map(({ id }) => id)).toEqual(['send', 'editMessage', 'told', 'note']);
  expect(choice(journey, 'partenaires', 'send')).toMatchObject({
    about: 'partenaires',
    label: 'Envoyer',
    consequence: 'Part maintenant, ne se rattrape pas. Canal selon le plan : courrier.',
    enabled: true,
    primary: true,
    word: 'ENVOYER',
    options: [
      { value: 'courrier', label: 'courrier (tous@example.org, support@example.org)' },
      { value: 'Slack', label: 'Slack (slack)' },
    ],
    draft: { subject: 'Partenaires - Ops & Bail Mobilité 1.0.0', body: 'Bonjour.\n\nÀ demain.' },
  });
  send(journey, 'partenaires', 'Slack');
  expect(journey.entries.at(-1)).toMatchObject({
    type: 'message.queued',
    message: 'partenaires',
    channel: 'Slack',
    subject: 'Partenaires - Ops & Bail Mobilité 1.0.0',
    body: 'Bonjour.\n\nÀ demain.',
  });
});

test('its audience and its channels are named before it leaves', () => {
  const journey = toldJourney(
    toldPlan({ messages: [message('x', 'X', { audience: 'Tous', body: 'Bonjour' })] }),
  );
  expect(choice(journey, 'x', 'send').consequence).toBe(
    'Part maintenant, ne se rattrape pas. Destinataires selon le plan : Tous.',
  );
});

test.each([
  ['of another day', 'mardi 8 décembre 2026', true],
  ['of the day, said in short', '1er décembre', false],
  ['without any figure', 'le jour dit', false],
])('a date of maintenance %s, from a variable of the plan', (_, value, said) => {
  const variable = { name: 'date-maintenance', value, line: 1, column: 1 };
  const body = 'Maintenance le {{date-maintenance}}.';
  const messages = [message('x', 'X', { body })];
  const journey = toldJourney(toldPlan({ messages, variables: [variable] }));
  const warning =
    'Le texte dit « mardi 8 décembre 2026 » ; le jour J de cette exécution est le mardi 1er décembre 2026.';
  expect(detail(journey, 'x').includes(warning)).toBe(said);
  expect(choice(journey, 'x', 'send').consequence.startsWith(warning)).toBe(said);
});

test('nothing leaves with blanks, and the row says which', () => {
  const journey = toldJourney();
  expect(choice(journey, 'before', 'send')).toMatchObject({
    enabled: false,
    primary: true,
    why: 'le texte a encore des blancs : [lien documentation]',
  });
  expect(rowAt(journey, 'before').detail[0]).toEqual({
    text: 'Blanc à remplir : [lien documentation]',
    tone: 'warning',
  });
  const edit = choice(journey, 'before', 'editMessage');
  expect(edit.edit).toContain('[lien documentation]');
  journey.make(edit, { text: edit.edit!.replace('[lien documentation]', 'docs.example.org') });
  expect(choice(journey, 'before', 'send').enabled).toBe(true);
  expect(detail(journey, 'before')[0]).toBe('Texte modifié par l’opérateur.');
});

test('leaving, left, refused, perhaps left, said: each has its own words, and its own glyph', () => {
  const journey = toldJourney(simplePlan());
  const badge = () => {
    const { glyph, word: said } = rowAt(journey, 'partenaires').badge!;
    return `${glyph} ${said}`;
  };
  const first = send(journey, 'partenaires');
  expect(badge()).toBe('● en train de partir par courrier');
  journey.say({
    type: 'message.failed',
    delivery: first,
    why: 'unreachable',
    detail: 'ECONNREFUSED',
  });
  expect(badge()).toBe('✗ NON envoyé : injoignable');
  const second = send(journey, 'partenaires');
  journey.say({ type: 'message.doubted', delivery: second, why: 'lost', detail: '' });
  expect(badge()).toBe('? peut-être envoyé par courrier');
  journey.at('05:10');
  journey.make(choice(journey, 'partenaires', 'told'), { reason: 'par téléphone' });
  expect(badge()).toBe('± dit envoyé 06:10');
  const third = send(journey.at('05:11'), 'partenaires', 'Slack');
  journey.at('05:12').say({ type: 'message.sent', delivery: third, detail: '200' });
  expect(badge()).toBe('✓ envoyé 06:12 par Slack');
  expect(detail(journey, 'partenaires').slice(0, 4)).toEqual([
    '06:00 courrier, NON envoyé (injoignable : ECONNREFUSED) · ops@bastion',
    "06:00 courrier, peut-être envoyé (le cockpit s'est arrêté avant de le savoir) · ops@bastion",
    '06:10 dit envoyé (par téléphone) · ops@bastion',
    '06:11 Slack, envoyé (200) · ops@bastion',
  ]);
  journey.more = { ...journey.more, language: 'en' };
  expect(detail(journey, 'partenaires')[0]).toBe(
    '06:00 courrier, NOT sent (unreachable: ECONNREFUSED) · ops@bastion',
  );
});

test('to send again says what people have received, or may have', () => {
  const journey = toldJourney(simplePlan());
  journey.say({ type: 'message.sent', delivery: send(journey, 'partenaires'), detail: '' });
  expect(choice(journey, 'partenaires', 'send')).toMatchObject({
    label: 'Renvoyer',
    tone: 'warning',
    consequence:
      'Il est déjà parti par courrier : les destinataires le recevront deux fois. Part maintenant, ne se rattrape pas. Canal selon le plan : courrier.',
  });
  const doubtful = send(journey, 'partenaires', 'Slack');
  journey.say({ type: 'message.doubted', delivery: doubtful, why: 'lost', detail: '' });
  expect(choice(journey, 'partenaires', 'send').consequence).toContain(
    'Il est peut-être déjà parti par Slack : vérifiez avant de le renvoyer.',
  );
});

test('what told of an earlier decision is not sent again: this is another text', () => {
  const journey = toldJourney().at('05:30').until('2.3').choose('noGo', { reason: 'écart' });
  const delivery = send(journey, 'during@2.3', 'Slack');
  journey.say({ type: 'message.sent', delivery, detail: '' }).choose('review');
  journey.at('05:40').choose('go', { reason: 'corrigé' });
  expect(choice(journey, 'during@2.3', 'send')).toMatchObject({ label: 'Envoyer', primary: true });
  expect(word(journey, 'during@2.3')).toBe('à envoyer');
  journey.make(choice(journey, 'during@2.3', 'told'), { reason: 'de vive voix' });
  expect(word(journey, 'during@2.3')).toBe('dit envoyé 06:40');
});

test('once it left, Enter does not send it again', () => {
  const journey = toldJourney(simplePlan());
  journey.say({ type: 'message.sent', delivery: send(journey, 'partenaires'), detail: '' });
  expect(rowAt(journey, 'partenaires').choices.some(({ primary }) => primary)).toBe(false);
});

test('without channels the text is copied, and Enter says that it was sent', () => {
  const journey = new Journey(simplePlan(), winterMorning);
  expect(rowAt(journey, 'partenaires').right).toBe('à copier : Email');
  expect(choice(journey, 'partenaires', 'send')).toMatchObject({
    enabled: false,
    primary: false,
    why: 'l’environnement n’a aucun canal : copiez le texte, puis dites qu’il est parti',
  });
  expect(choice(journey, 'partenaires', 'told')).toMatchObject({
    primary: true,
    reason: 'required',
  });
});

test('an end that has not come is told as early, and may be sent all the same', () => {
  const journey = toldJourney().at('05:30').until('2.2');
  expect(rowAt(journey, 'after').detail[0]).toEqual({
    text: 'En avance : la maintenance n’est pas finie.',
    tone: 'warning',
  });
  expect(choice(journey, 'after', 'send')).toMatchObject({
    enabled: true,
    primary: false,
    tone: 'warning',
  });
  expect(choice(journey, 'after', 'send').consequence).toContain('En avance');
});

test('after a rollback the row says why the text of the plan is gone, and sends the truth', () => {
  const journey = toldJourney().at('05:30').until('2.2').choose('rollback', { reason: 'perte' });
  journey.pass().pass().pass().choose('validate', { reason: 'vu' });
  expect(detail(journey, 'after')[0]).toBe(
    'Le texte du plan ne serait plus vrai : en voici un autre.',
  );
  expect(word(journey, 'after')).toBe('à envoyer');
  send(journey, 'after');
  expect(journey.entries.at(-1)).toMatchObject({
    type: 'message.queued',
    subject: 'Maintenance terminée, nouvelle version non conservée - Ops & Bail Mobilité 1.0.0',
  });
});

test('a checkpoint has its own row, and what is done there is pinned to it', () => {
  const journey = toldJourney().at('05:30').until('2.3').choose('go', { reason: 'vu' });
  journey.make(choice(journey, 'during@2.3', 'note'), { reason: 'lu par le directeur' });
  expect(journey.state.context.notes.at(-1)).toMatchObject({ step: '2.3' });
  journey.say({ type: 'message.sent', delivery: send(journey, 'during@2.3', 'Slack'), detail: '' });
  expect(word(journey, 'during@2.3')).toBe('envoyé 06:30 par Slack');
});

test('who watches may read and copy, and do nothing; without the helm nothing is sent', () => {
  const journey = toldJourney(simplePlan());
  journey.more = { ...journey.more, observer: true };
  expect(rowAt(journey, 'partenaires').choices).toEqual([]);
  expect(rowAt(journey, 'partenaires').copy).toContain('Bonjour.');
  const left = toldJourney(simplePlan()).say({ type: 'helm.released', why: 'detached' });
  expect(choice(left, 'partenaires', 'send')).toMatchObject({
    enabled: false,
    why: 'personne ne tient la barre',
  });
});

test('in English', () => {
  const journey = toldJourney().at('05:30').until('2.3').at('05:50').choose('go', { reason: 'ok' });
  journey.more = { ...journey.more, language: 'en' };
  expect(page(journey).note.text).toBe('2 to send · management has not heard yet');
  expect(page(journey).rows.map(line)).toEqual([
    '✓ Status now | ready to copy | ',
    '› Avant Déploiement (J-7) | to send | courrier · to copy: notification in-app',
    '› Pendant Maintenance, 2.3 POINT DE CONTRÔLE - Migration | to send | Slack · to copy: Teams, SMS si critique',
    '· Fin de Maintenance | later | courrier · to copy: notification in-app',
  ]);
  expect(choice(journey, 'before', 'send')).toMatchObject({
    word: 'SEND',
    why: 'the text still has blanks: [lien documentation]',
  });
});

test('what comes from the plan or a server cannot move the cursor', () => {
  const plan = smallPlan({
    messages: [
      message('x', 'X\u001b[2J', { audience: 'A\u202eB', channels: 'c\u0007', body: 'b\u001b[1m' }),
    ],
  });
  const journey = toldJourney(plan);
  const failed = send(journey, 'x');
  journey.say({ type: 'message.failed', delivery: failed, why: 'refused', detail: 'no\u001b[2J' });
  const { text, right, detail: lines, badge } = rowAt(journey, 'x');
  const all = [text, right, badge!.word, ...lines.map(one => one.text)].join('');
  expect(all).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
});

test('a plan without messages still has its status', () => {
  const journey = new Journey(planOf([stage('J', 0, '', [])]), winterMorning);
  expect(page(journey).rows.map(({ key }) => key)).toEqual(['@status']);
  expect(page(journey).note.text).toBe('le plan n’a pas de message');
});
