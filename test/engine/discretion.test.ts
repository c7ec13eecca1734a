import { expect, test } from 'vitest';
import { discreet } from '../../src/engine/discretion.ts';

const secrets = ['hunter2', 'abc'];

test('what people wrote is journaled with the secrets covered', () => {
  const fact = { type: 'note.added', text: 'mot de passe hunter2 !', step: '1.2' } as const;
  expect(discreet(fact, secrets)).toEqual({
    fact: { type: 'note.added', text: 'mot de passe ******* !', step: '1.2' },
  });
});

test.each([
  [
    'script',
    { type: 'step.amended', step: '1', command: 0, script: 'p hunter2', diff: '', reason: 'r' },
  ],
  [
    'diff',
    { type: 'step.amended', step: '1', command: 0, script: 'p', diff: '-p hunter2', reason: 'r' },
  ],
  ['value', { type: 'variable.bound', name: 'n', value: 'hunter2', source: 'asked' }],
] as const)('a secret in a %s is refused: covered, it would run something else', (name, fact) => {
  expect(discreet(fact, secrets)).toEqual({ refusal: { code: 'secret', detail: name } });
});

test('a text of a few letters is no secret: it would cover half of what is written', () => {
  const fact = { type: 'step.skipped', step: '1.2', reason: 'abc def' } as const;
  expect(discreet(fact, secrets)).toEqual({ fact });
});
