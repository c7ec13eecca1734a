import { expect, test } from 'vitest';
import { lender, lentLine } from '../../src/cockpit/lending.ts';
import { wordsOf } from '../../src/locale/locale.ts';
import { step, view } from './sample.ts';

/** A lender that writes down, in order, what it does with the terminal. */
function lending() {
  const facts: string[] = [];
  const lend = lender({
    terminal: {
      output: { write: text => facts.push(`writes ${JSON.stringify(text)}`) },
      handOver: async () => {
        facts.push('hands over');
        return () => facts.push('takes back');
      },
    },
    suspend: async () => {
      facts.push('leaves its screen');
      return { resume: async () => void facts.push('draws again') };
    },
    leaving: () => facts.push('stops listening'),
    back: () => facts.push('listens'),
    refusal: 'lent already',
  });
  return { lend, facts };
}

test('what is said stands on the ordinary screen, before the command has the terminal', async () => {
  const { lend, facts } = lending();
  await lend(async () => void facts.push('command'), 'Bascule : 1.1.');
  expect(facts).toEqual([
    'stops listening',
    'leaves its screen',
    'writes "\\r\\u001b[JBascule : 1.1.\\r\\n"',
    'hands over',
    'command',
    'takes back',
    'draws again',
    'listens',
  ]);
});

test('without a word nothing is written', async () => {
  const { lend, facts } = lending();
  await lend(async () => {});
  expect(facts.join()).not.toContain('writes');
});

test('it names the step and says how one comes back, no word broken', () => {
  const shown = view({ current: step({ id: '1.1', title: 'Saisir le mot de passe' }) });
  const line = lentLine(shown, wordsOf('fr'), 60);
  expect(line.replaceAll('\r\n', ' ')).toBe(
    'Bascule : 1.1 Saisir le mot de passe. Le cockpit revient quand la commande se termine.',
  );
  for (const part of line.split('\r\n')) expect(part.length).toBeLessThanOrEqual(60);
  expect(lentLine(shown, wordsOf('en', true), 60)).toMatch(/^[\x20-\x7e\r\n]*$/);
});
