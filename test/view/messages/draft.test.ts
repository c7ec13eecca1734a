import { expect, test } from 'vitest';
import { draftOf, isEarly } from '../../../src/view/messages/draft.ts';
import type { Journey } from '../journey.ts';
import { after, before, message, sceneAt, toldJourney, toldPlan } from './told-plan.ts';

const draft = (journey: Journey, occasion: string) => draftOf(sceneAt(journey), occasion);

test('the text of the plan, filled with what the run knows; the rest is named', () => {
  expect(draft(toldJourney(), 'before')).toEqual({
    subject: 'Maintenance programmée le mardi 1er décembre 2026',
    body: [
      'Une maintenance est prévue le mardi 1er décembre 2026, de 06:30 à 08:00.',
      'Version v1.0.0. Guides : [lien documentation].',
      "L'équipe technique",
    ].join('\n'),
    blanks: ['[lien documentation]'],
    kind: 'plan',
    edited: false,
  });
});

test('in the language and the letters of the plan, whatever the screen of the operator', () => {
  const journey = toldJourney();
  journey.more = { language: 'en', ascii: true };
  expect(draft(journey, 'before').subject).toBe(
    'Maintenance programmée le mardi 1er décembre 2026',
  );
  const english = toldPlan({
    language: 'en',
    messages: [
      message('before', 'Before', { body: 'Subject: On [MAINTENANCE DATE]\n\nFrom [START TIME].' }),
    ],
  });
  expect(draft(toldJourney(english), 'before')).toMatchObject({
    subject: 'On Tuesday 1 December 2026',
    body: 'From 06:30.',
  });
});

test('without a subject of its own it has the titles; a value goes in, a secret never', () => {
  const plan = toldPlan({
    messages: [message('before', 'Avant', { body: 'Jeton {{token}}, [backup], [x], [HEURE].' })],
    variables: [
      { name: 'token', value: 'confidentiel', secret: true },
      { name: 'backup', value: 'b0' },
    ],
  });
  expect(draft(toldJourney(plan), 'before')).toMatchObject({
    subject: 'Avant - Ops & Bail Mobilité 1.0.0',
    body: 'Jeton {{token}}, b0, [x], [HEURE].',
    blanks: ['{{token}}', '[HEURE]'],
  });
});

test('what was captured in the run wins over what the plan said', () => {
  const plan = toldPlan({
    messages: [message('before', 'Avant', { body: 'Sauvegarde : [backup]' })],
    variables: [{ name: 'backup', value: 'aucune', capturedBy: '2.1' }],
  });
  const journey = toldJourney(plan);
  expect(draft(journey, 'before').body).toBe('Sauvegarde : aucune');
  expect(draft(journey.until('2.2'), 'before').body).toBe('Sauvegarde : b1');
});

test('no subject can break into a second line', () => {
  const plan = toldPlan({
    messages: [message('before', 'Avant', { body: 'Objet: {{sujet}}\n\nTexte' })],
    variables: [{ name: 'sujet', value: 'Bonjour\u2028Bcc: x@example.org' }],
  });
  expect(draft(toldJourney(plan), 'before').subject).toBe('Bonjour Bcc: x@example.org');
});

test('the text of the operator wins, and keeps only the blanks of the template that it kept', () => {
  const journey = toldJourney();
  journey.say({
    type: 'message.edited',
    message: 'before',
    subject: 'Maintenance',
    body: 'Guides : [lien documentation]. [info] Merci.',
  });
  expect(draft(journey, 'before')).toEqual({
    subject: 'Maintenance',
    body: 'Guides : [lien documentation]. [info] Merci.',
    blanks: ['[lien documentation]'],
    kind: 'plan',
    edited: true,
  });
  journey.say({ type: 'message.edited', message: 'before', subject: 'M', body: '[info] Merci.' });
  expect(draft(journey, 'before').blanks).toEqual([]);
});

test('while the maintenance goes on, its end would be announced early', () => {
  const journey = toldJourney().until('2.4');
  expect(isEarly(sceneAt(journey), after)).toBe(true);
  expect(isEarly(sceneAt(journey), before)).toBe(false);
  expect(draft(journey, 'after')).toMatchObject({
    subject: 'Fin de Maintenance - Ops & Bail Mobilité 1.0.0',
    body: 'La maintenance est terminée avec succès !\nMerci de votre patience.',
    kind: 'plan',
  });
  journey.at('07:00').pass();
  expect(isEarly(sceneAt(journey), after)).toBe(false);
});

test('never a success once the rollback is decided: under way, then validated', () => {
  const journey = toldJourney().at('05:30').until('2.2').at('05:45');
  journey.choose('rollback', { reason: 'perte' });
  expect(draft(journey, 'after')).toMatchObject({
    subject: 'Maintenance en cours, retour à la version précédente - Ops & Bail Mobilité 1.0.0',
    body: [
      'La nouvelle version ne sera pas conservée : le retour à la version précédente, décidé à 06:45, est en cours.',
      'Le service n’est pas encore déclaré rétabli.',
      'Fin du retour attendue à 06:55.',
    ].join('\n'),
    kind: 'rolledBack',
  });
  journey.pass().pass().pass();
  expect(draft(journey, 'after').body).toContain(
    'Le retour est fait ; sa vérification est en cours.',
  );
  journey.at('06:20').choose('validate', { reason: 'vu' });
  expect(draft(journey, 'after')).toMatchObject({
    subject: 'Maintenance terminée, nouvelle version non conservée - Ops & Bail Mobilité 1.0.0',
    body: [
      'La maintenance est terminée.',
      'La nouvelle version n’a pas été conservée.',
      'La version précédente est de nouveau en service : le retour a été validé à 07:20.',
    ].join('\n'),
    kind: 'rolledBack',
  });
});

test('nor once the run is given up: what is known of the window is said', () => {
  const opened = toldJourney().at('05:30').until('2.2').at('06:00');
  opened.choose('abort', { reason: 'panne' });
  expect(draft(opened, 'after')).toMatchObject({
    subject: 'Mise à jour abandonnée - Ops & Bail Mobilité 1.0.0',
    body: [
      'La mise à jour a été abandonnée à 07:00.',
      'La fenêtre de maintenance ouverte à 06:30 n’a pas été refermée : l’état du service reste à confirmer.',
    ].join('\n'),
    kind: 'aborted',
  });
  const never = toldJourney().choose('abort', { reason: 'panne' });
  expect(draft(never, 'after').body).toContain('La fenêtre de maintenance n’a pas été ouverte.');
  const closed = toldJourney().at('07:00').until('J+1.1').at('08:00');
  closed.choose('abort', { reason: 'suivi inutile' });
  expect(draft(closed, 'after')).toMatchObject({
    subject: 'Maintenance terminée, suivi arrêté - Ops & Bail Mobilité 1.0.0',
    body: 'Le suivi de la mise à jour a été arrêté à 09:00.\nLa fenêtre de maintenance est refermée depuis 08:00.',
  });
});

test('a rollback given up is not said to be done', () => {
  const journey = toldJourney().at('05:30').until('2.2').choose('rollback', { reason: 'perte' });
  journey.at('06:00').choose('abort', { reason: 'panne' });
  const { body, kind } = draft(journey, 'after');
  expect(kind).toBe('aborted');
  expect(body).toContain('décidé à 06:30, n’a pas été déclaré achevé.');
  expect(body).not.toMatch(/de nouveau en service|succès/);
});

test('another message that announces a success is replaced as well; an announcement is not', () => {
  const plan = toldPlan({
    messages: [
      before,
      message('cloture', 'Pour les partenaires', { body: 'Deployment successfully completed.' }),
    ],
  });
  const journey = toldJourney(plan).choose('abort', { reason: 'panne' });
  expect(draft(journey, 'cloture').kind).toBe('aborted');
  expect(draft(journey, 'before').kind).toBe('plan');
});

test('a message of after is replaced whatever its words: praise is a success too', () => {
  const plan = toldPlan({
    messages: [message('after', 'Après', { body: 'Profitez des nouveautés.' })],
  });
  const journey = toldJourney(plan).at('05:30').until('1.2');
  expect(draft(journey, 'after').kind).toBe('plan');
  journey.choose('rollback', { reason: 'perte' });
  expect(draft(journey, 'after').kind).toBe('rolledBack');
  expect(draft(journey, 'after').body).not.toContain('nouveautés');
});

test('a rollback before the window opened ends no maintenance', () => {
  const journey = toldJourney().at('05:10').until('1.2').choose('rollback', { reason: 'perte' });
  expect(draft(journey, 'after').body).not.toContain('déclaré rétabli');
  journey.pass().pass().pass().choose('validate', { reason: 'vu' });
  expect(draft(journey, 'after').body).toMatch(
    /^La mise à jour prévue n’a pas été menée à son terme\.\n/,
  );
});

test('what the operator wrote before the rollback does not survive it', () => {
  const edit = {
    type: 'message.edited',
    message: 'after',
    subject: 'Fini',
    body: 'Succès !',
  } as const;
  const journey = toldJourney().at('05:30').until('2.2').say(edit).at('05:45');
  expect(draft(journey, 'after').body).toBe('Succès !');
  journey.choose('rollback', { reason: 'perte' });
  expect(draft(journey, 'after')).toMatchObject({ kind: 'rolledBack', edited: false });
  journey.at('05:50').say({ ...edit, body: 'Nous revenons en arrière.' });
  expect(draft(journey, 'after').body).toBe('Nous revenons en arrière.');
});

test('the truth is told in English for an English plan', () => {
  const journey = toldJourney(toldPlan({ language: 'en' }))
    .at('05:30')
    .until('2.2');
  journey.choose('rollback', { reason: 'loss' }).pass().pass().pass();
  journey.at('06:20').choose('validate', { reason: 'seen' });
  expect(draft(journey, 'after').body).toBe(
    [
      'The maintenance is over.',
      'The new version was not kept.',
      'The previous version is in service again: the rollback was validated at 07:20.',
    ].join('\n'),
  );
});
