import { describe, expect, it } from 'vitest';
import { placeholders } from '../../src/plan/placeholders.ts';

const found = (text: string, known: string[] = []) =>
  placeholders(text, new Set(known), true).map(({ text: written, known: declared }) =>
    declared ? written : `?${written}`,
  );

describe('look-alikes in a shell command', () => {
  it.each([
    ['restore /backups/pre-[timestamp] db', '?[timestamp]'],
    ['git checkout [previous-stable-version]', '?[previous-stable-version]'],
    ['deploy <VERSION>', '?<VERSION>'],
    ['ssh YOUR_HOST', '?YOUR_HOST'],
    ['ls backup-[timestamp]*', '?[timestamp]'],
    ['echo {{name}}', '?{{name}}'],
    ['cp [nom du fichier] /tmp', '?[nom du fichier]'],
  ])('%s', (script, expected) => {
    expect(found(script)).toEqual([expected]);
  });

  it.each([
    'if [ -f x ]; then [[ -n "$a" ]]; fi',
    `echo \${arr[index]} \${arr[@]}`,
    'arr[index]=3',
    'ls [a-z]* [A-Za-z]* [0-9]? [abc]* file[abc].txt',
    "grep '[[:space:]]' x",
    "sed 's/[aeiou]//' names | tr -d [xyz]",
    'echo "[INFO] done" "[deploy] done" \'[step]: x\'',
    'echo [OK] [ERROR]',
    'cat <<EOF >file',
    'sort <INPUT',
    `echo $YOUR_HOST \${YOUR_HOST}`,
    'YOUR_HOST=x deploy',
    "docker inspect --format '{{.State}} {{json .}}' x",
    '# restore [timestamp] of <VERSION>',
    'echo \\[timestamp]',
  ])('is none: %s', script => {
    expect(found(script)).toEqual([]);
  });

  it('are variables once declared', () => {
    expect(found('echo [name] {{name}} [other]', ['name'])).toEqual([
      '[name]',
      '{{name}}',
      '?[other]',
    ]);
  });

  it('are none in other languages, where brackets are the language', () => {
    const names = placeholders('SELECT [Name] FROM [table] {{x}} [id]', new Set(['id']), false);
    expect(names.map(({ text }) => text)).toEqual(['{{x}}', '[id]']);
  });
});
