import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { substitute } from '../../src/plan/variables.ts';

const declarations = [{ name: 'version' }, { name: 'f' }, { name: 'tag', pattern: 'v[0-9]+' }];
const put = (
  script: string,
  values: Record<string, string> = { version: 'v1.2', f: 'x', tag: 'v3' },
) => substitute(script, values, declarations);

describe('substitute', () => {
  it.each([
    ['git checkout [version]', 'git checkout v1.2'],
    ['git checkout {{version}} {{ version }}', 'git checkout v1.2 v1.2'],
    ['cp backup-[version].sql /x', 'cp backup-v1.2.sql /x'],
    ['echo "[version] done" [version]', 'echo "v1.2 done" v1.2'],
    ['nothing', 'nothing'],
  ])('%s', (script, expected) => {
    expect(put(script)).toEqual({ script: expected });
  });

  it.each([
    '[ -f x ] && [ f ] || [[ f ]]',
    '[[version]]',
    `echo \${files[version]} $files[version] files[version]=3`,
    'ls [a-z]* [!f] [0-9]',
    'echo \\[version]',
    "docker ps --format '{{.Names}}'",
    'echo [unknown-name] [INFO]',
    '[version](a-link)',
  ])('leaves alone: %s', script => {
    expect(put(script)).toEqual({ script });
  });

  it('says which values are missing, once each', () => {
    expect(put('[version] {{tag}} {{other}} [version]', {})).toEqual({
      missing: ['version', 'tag', 'other'],
    });
    expect(put('{{constructor}}', {})).toEqual({ missing: ['constructor'] });
  });

  it.each([...' \t\n;&|<>()$`"\'\\*?[]{}!#~^\0'])(
    'fault 44: refuses a value with %j, and names it',
    character => {
      expect(put('echo {{version}}', { version: `v1${character}x` })).toEqual({
        bad: { name: 'version', character },
      });
    },
  );

  it('refuses an empty value: the command would become another', () => {
    expect(put('rm -r /backups/[version]', { version: '' })).toEqual({
      bad: { name: 'version', character: '' },
    });
  });

  it('holds a value to the pattern of its variable', () => {
    expect(put('{{tag}}', { tag: 'v3' })).toEqual({ script: 'v3' });
    expect(put('{{tag}}', { tag: 'v3.1' })).toEqual({ bad: { name: 'tag', character: 'v3.1' } });
    expect(put('{{tag}}', { tag: 'v3;x' })).toEqual({ bad: { name: 'tag', character: ';' } });
  });

  it('never lets a value be substituted again', () => {
    const values = { version: '{{tag}}', tag: 'v3' };
    const open = [{ name: 'version', pattern: '.*' }, { name: 'tag' }];
    expect(substitute('{{version}}', values, open)).toEqual({ script: '{{tag}}' });
  });

  it('puts in no character that a shell would read, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const result = put('{{version}}', { version: value });
        if ('script' in result) expect(value).toMatch(/^[\p{L}\p{N}._/:@%+=,-]+$/u);
      }),
    );
  });
});
