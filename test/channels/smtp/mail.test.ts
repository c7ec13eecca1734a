import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose, type Mail } from '../../../src/channels/smtp/mail.ts';
import { message } from '../sending.ts';
import { mail } from './mail-server.ts';

const channel = mail(25);

function headersOf({ bytes }: Mail): string[] {
  const [head = ''] = bytes.toString().split('\r\n\r\n');
  return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
}

test('a mail says who, to whom, what and when, in headers that any server reads', async () => {
  const composed = await compose(channel, message);
  expect(composed.from).toBe('ops@example.org');
  expect(composed.to).toEqual(['direction@example.org', 'team@example.org']);
  expect(headersOf(composed)).toEqual(
    expect.arrayContaining([
      'From: =?UTF-8?Q?D=C3=A9ploiement?= <ops@example.org>',
      'To: direction@example.org, =?UTF-8?Q?=C3=89quipe?= <team@example.org>',
      'Subject: =?UTF-8?Q?D=C3=A9ploiement_termin=C3=A9?=',
      expect.stringMatching(/^Date: \w{3}, \d/),
      'Content-Type: text/plain; charset=utf-8',
    ]),
  );
});

test('the same sending has the same Message-ID, whatever signs its name has', async () => {
  const idOf = async (id: string) =>
    headersOf(await compose(channel, { ...message, id })).find(line =>
      line.startsWith('Message-ID'),
    );
  expect(await idOf('run-7:during/2')).toBe('Message-ID: <run-7=3aduring=2f2@example.org>');
  expect(await idOf('été 1>')).toBe('Message-ID: <=e9t=e9=201=3e@example.org>');
});

test('no subject makes a header of its own', async () => {
  const names = (mail: Mail) => headersOf(mail).map(line => line.split(':')[0]);
  const usual = names(await compose(channel, message));
  const subjects = fc.string({
    unit: fc.constantFrom('\r', '\n', 'Bcc: x@y.z', ' ', 'é', '\0', '='),
  });
  await fc.assert(
    fc.asyncProperty(subjects, async subject => {
      const found = names(await compose(channel, { ...message, subject: `a${subject}b` }));
      expect(found).toEqual(usual);
    }),
  );
});

test.each([
  ['', 'from'],
  ['ops', 'from'],
  ['nobody at all', 'to'],
  ['a@example.org\r\nBcc: b@example.org', 'to'],
  ['a@example.org, nobody', 'to'],
])('%j is refused as %s, not left out', async (text, field) => {
  const wrong = mail(25, field === 'from' ? { from: text } : { to: ['a@example.org', text] });
  await expect(compose(wrong, message)).rejects.toThrow(`not an address: ${JSON.stringify(text)}`);
});
