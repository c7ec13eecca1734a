/** What each kind of web hook is told, byte for byte. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forSlack } from '../../../src/channels/http/slack.ts';
import { forTeams } from '../../../src/channels/http/teams.ts';
import { forWebhook } from '../../../src/channels/http/webhook.ts';
import { message } from '../sending.ts';

test('Slack: the subject in bold, then the body', () => {
  expect(JSON.parse(forSlack(message))).toEqual({
    text: `*Déploiement terminé*\n${message.body}`,
  });
});

test('Slack: without a subject, the body alone', () => {
  expect(JSON.parse(forSlack({ ...message, subject: '' }))).toEqual({ text: message.body });
});

test('Slack: what it would read as a mention or a link is text', () => {
  const { text } = JSON.parse(forSlack({ ...message, subject: '', body: '<!channel> a & b' }));
  expect(text).toBe('&lt;!channel&gt; a &amp; b');
});

test('Teams: a card with a title, a block for each line, and space between paragraphs', () => {
  expect(JSON.parse(forTeams(message))).toEqual({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            {
              type: 'TextBlock',
              text: 'Déploiement terminé',
              weight: 'bolder',
              size: 'medium',
              wrap: true,
            },
            {
              type: 'TextBlock',
              text: 'L’été est là — tout va bien.',
              wrap: true,
              spacing: 'medium',
            },
            { type: 'TextBlock', text: '- Début : 06:00', wrap: true, spacing: 'medium' },
            { type: 'TextBlock', text: '- Fin : 08:45', wrap: true, spacing: 'none' },
          ],
        },
      },
    ],
  });
});

test('a web hook: an object of the four by default', () => {
  expect(JSON.parse(forWebhook(message, ['a', 'b']))).toEqual({ ...message, to: ['a', 'b'] });
});

test('a web hook: the author’s own template, each value as JSON', () => {
  const template = '{"title": {{subject}}, "text": {{ body }}, "numbers": {{to}}, "key": {{id}}}';
  const said = forWebhook(message, ['+000'], template);
  expect(JSON.parse(said)).toEqual({
    title: message.subject,
    text: message.body,
    numbers: ['+000'],
    key: message.id,
  });
});

test('a web hook: other braces are left as they are', () => {
  expect(forWebhook(message, [], '{"v": "{{version}}", "n": {{to}}}')).toBe(
    '{"v": "{{version}}", "n": []}',
  );
});

test('no message breaks out of its place in a template', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (subject, body) => {
      const said = forWebhook(
        { id: '{{body}}', subject, body },
        [],
        '[{{subject}},{{body}},{{id}}]',
      );
      expect(JSON.parse(said)).toEqual([subject, body, '{{body}}']);
    }),
  );
  const tricky = { id: 'i', subject: '{{body}} $& "', body: '{{id}}' };
  expect(JSON.parse(forWebhook(tricky, [], '{{subject}}'))).toBe('{{body}} $& "');
});
