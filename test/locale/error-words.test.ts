import { expect, test } from 'vitest';
import { errorPattern } from '../../src/locale/error-words.ts';

test.each([
  ['ERROR: no space left', 'ERROR'],
  ['Échec de la migration', 'Échec'],
  ['10 errors', 'errors'],
  ['1,000 failures', 'failures'],
  ['0 errors, 2 failures', 'failures'],
  ['errors: 0, failures: 2', 'failures'],
  ['failed=0 unreachable=1 fatal=1', 'fatal'],
  ['no errors, but access denied', 'denied'],
  ['error: 0x80070005', 'error'],
  ['Error: 0 rows, 1 expected', 'Error'],
  ['error: 0.5 % lost', 'error'],
  ['errors: 05', 'errors'],
  ['shard 0 failed', 'failed'],
  ['pod-0 failed', 'failed'],
  ['code 0 mais échec', 'échec'],
  ['connect 10.0.0.0 refused', 'refused'],
  ['ERROR: no error message', 'ERROR'],
  ['No host: connection refused', 'refused'],
])('«%s» speaks of an error, at «%s»', (line, at) => {
  expect(errorPattern.exec(line)?.[0]).toBe(at);
});

test.each([
  '0 errors, 0 failures',
  'Found 0 errors.',
  'Found 0 error(s)',
  'terminé : 0 erreur, 0 échec',
  '0 erreur fatale',
  '0 tests en échec',
  'no errors',
  'No fatal errors',
  'no test failed',
  'aucune erreur',
  'Aucun échec',
  'terminé sans erreur',
  "pas d'erreur",
  'errors: 0',
  'erreurs : 0.',
  'Error(s): 0',
  'Tests run: 5, Failures: 0, Errors: 0, Skipped: 0',
  'failures: 0 errors: 0',
  'test result: ok. 42 passed; 0 failed; 0 ignored',
  '5 passed 0 failed',
  '# fail 0',
  'ok=5 changed=2 unreachable=0 failed=0 skipped=1',
  '{"ok":12,"failed":0}',
  '"errors": 0,',
  '| errors | 0 |',
  '0 terrors',
  'failsafe on',
])('«%s» speaks of none', line => {
  expect(errorPattern.test(line)).toBe(false);
});
