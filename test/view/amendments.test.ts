/** The patch that carries a run's amendments over to the plan: real git must take it, and nothing else may move. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunContext, StepRecord } from '../../machines/context.ts';
import { blank } from '../../machines/records/run.ts';
import { compile } from '../../src/plan/compile.ts';
import type { Command, Plan } from '../../src/plan/types.ts';
import { commandDiff, commandName, planPatch } from '../../src/view/amendments.ts';
import { command, smallPlan, step } from './fixtures.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const document = `# Mise en production

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Préparation (10 min)

- [ ] **06:00** - Sauvegarde
  \`\`\`bash timeout=5m
  ./backup.sh

  echo faite
  \`\`\`
- [ ] **06:05** - Migration
  Deux blocs, l'un sous l'autre.
  \`\`\`bash
  php artisan migrate
  \`\`\`
  ~~~sh
  php artisan cache:clear
  ~~~

## Procédure de rollback

### Procédure (5 min)

1. **Restauration** (5 min)
   \`\`\`bash
   ./restore.sh
   \`\`\`
`;

type Scripts = Readonly<Record<string, Readonly<Record<number, string>>>>;

/** What a run knows once these commands were amended. */
function context(amended: Scripts): RunContext {
  const steps = Object.entries(amended).map(([id, scripts]) => {
    const record: StepRecord = { command: 0, jobs: [], amended: scripts, reopened: 0 };
    return [id, record] as const;
  });
  return { ...blank(), steps: Object.fromEntries(steps) };
}

const planOf = (source: string): Plan => compile(source, { path: 'plan.md' }).plan;

function patchOf(source: string, amended: Scripts, name = 'plan.md'): string | null {
  return planPatch(source, planOf(source), context(amended), name);
}

/** The file once `git apply` took the patch; `at` is where the file and git stand in the repository. */
function appliedByGit(source: string, patch: string, name = 'plan.md', at = '.'): string {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-patch-'));
  folders.push(folder);
  const cwd = join(folder, at);
  const file = join(cwd, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  execFileSync('git', ['init', '-q', folder], { env });
  writeFileSync(join(folder, 'amendments.patch'), patch);
  execFileSync('git', ['apply', join(folder, 'amendments.patch')], { cwd, env, stdio: 'pipe' });
  return readFileSync(file, 'utf8');
}

/** The scripts of a compiled document, by step. */
function scriptsOf(source: string): Record<string, string[]> {
  const { stages, rollback } = planOf(source);
  const steps = [
    ...stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps)),
    ...(rollback?.steps ?? []),
  ];
  return Object.fromEntries(
    steps.map(({ id, commands }) => [id, commands.map(({ script }) => script)]),
  );
}

const before = scriptsOf(document);

const cases: [string, Scripts][] = [
  ['one line for another', { '1.2': { 0: 'php artisan migrate --force' } }],
  ['more lines', { '1.1': { 0: './backup.sh --full\n\nls -l backups\n\necho faite' } }],
  ['fewer lines', { '1.1': { 0: './backup.sh' } }],
  ['the second block of a step, with other marks', { '1.2': { 1: 'php artisan optimize:clear' } }],
  ['a step of the rollback', { 'R.1': { 0: './restore.sh --verbose\n./check.sh' } }],
  [
    'several at once',
    {
      '1.1': { 0: 'set -x\n./backup.sh\n\necho faite' },
      '1.2': { 0: 'php artisan migrate --force', 1: 'true' },
      'R.1': { 0: 'false' },
    },
  ],
  [
    'lines that are indented themselves',
    { '1.2': { 0: 'if true; then\n\techo a\n    echo b\nfi' } },
  ],
  ['a line that would close the fence', { '1.2': { 0: "cat <<'X'\n```\n````\nX" } }],
];

/** The document's scripts with the amended ones in. */
function expected(amended: Scripts): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(before).map(([id, scripts]) => [
      id,
      scripts.map((script, index) => amended[id]?.[index] ?? script),
    ]),
  );
}

describe('git takes the patch, and the plan then holds the amended commands', () => {
  test.each(cases)('%s', (_, amended) => {
    const after = appliedByGit(document, patchOf(document, amended)!);
    expect(scriptsOf(after)).toEqual(expected(amended));
  });

  test('of a document with Windows line ends, which stay', () => {
    const windows = document.replaceAll('\n', '\r\n');
    const amended = { '1.1': { 0: './backup.sh\nls\nls -l' }, 'R.1': { 0: 'true' } };
    const after = appliedByGit(windows, patchOf(windows, amended)!);
    expect(scriptsOf(after)).toEqual(expected(amended));
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test.each([
    ['with its last fence closed at the very end', document.trimEnd()],
    ['with its last fence left open', document.replace(/ *```\n$/, '').trimEnd()],
  ])('of a document without a line feed at its end, %s', (_, source) => {
    const amended = { 'R.1': { 0: './restore.sh\n./check.sh' } };
    const after = appliedByGit(source, patchOf(source, amended)!);
    expect(scriptsOf(after)).toEqual(expected(amended));
    expect(after.endsWith('\n')).toBe(false);
  });

  test('of a plan deep in a repository, under a name with spaces and accents', () => {
    const name = 'plan de déploiement.md';
    const patch = patchOf(document, { '1.2': { 0: 'true' } }, name)!;
    const after = appliedByGit(document, patch, name, 'plans/ops');
    expect(scriptsOf(after)['1.2']![0]).toBe('true');
  });

  test.each<[string, string]>([
    ['in a list within a list', '  - détail\n\n    ```bash\n    a\n\n    b\n    ```\n'],
    ['on the line of its bullet', '  - ```bash\n    a\n\n    b\n    ```\n'],
    ['in a quotation', '  > ```bash\n  > a\n  >\n  > b\n  > ```\n'],
    ['behind a tab', '\t```bash\n\ta\n\n\tb\n\t```\n'],
    ['with lines that stand before it', '    ```bash\n  a\n\n    b\n    ```\n'],
  ])('of a fence %s', (_, fence) => {
    const source = document.replace("  Deux blocs, l'un sous l'autre.\n", fence);
    expect(scriptsOf(source)['1.2']![0]).toBe('a\n\nb');
    const amended = { '1.2': { 0: 'z\n\n  y\nb\nx' } };
    const after = appliedByGit(source, patchOf(source, amended)!);
    expect(scriptsOf(after)['1.2']!).toEqual(['z\n\n  y\nb\nx', ...before['1.2']!]);
    expect(scriptsOf(after)['1.1']).toEqual(before['1.1']);
  });
});

describe('what the patch holds', () => {
  test('the lines that change, in their context, and no more', () => {
    expect(patchOf(document, { '1.1': { 0: './backup.sh --full\n\necho faite' } })).toBe(
      [
        '--- a/plan.md',
        '+++ b/plan.md',
        '@@ -8,7 +8,7 @@',
        ' ',
        ' - [ ] **06:00** - Sauvegarde',
        '   ```bash timeout=5m',
        '-  ./backup.sh',
        '+  ./backup.sh --full',
        ' ',
        '   echo faite',
        '   ```',
        '',
      ].join('\n'),
    );
  });

  test('nothing: no patch', () => {
    expect(patchOf(document, {})).toBe(null);
    expect(patchOf(document, { '1.2': { 0: 'php artisan migrate' } })).toBe(null);
  });

  test('a fence that is not where the plan says is left alone', () => {
    const plan = planOf(document);
    const amended = context({ '1.2': { 0: 'true' } });
    expect(planPatch(`\n${document}`, plan, amended, 'plan.md')).toBe(null);
    expect(planPatch('', plan, amended, 'plan.md')).toBe(null);
  });

  test('whatever is typed, the plan then says it, and nothing else moved', () => {
    const line = fc.oneof(
      fc.constantFrom('', '```', '~~~', '  ```', '> a', '- b', '1. c', '# d', '\ttab', '    four'),
      fc.string({ maxLength: 12 }),
    );
    // What is blank does not run: the compiler reads no command there.
    const script = fc
      .array(line, { minLength: 1, maxLength: 5 })
      .map(lines =>
        lines
          .join('\n')
          .replace(/[\r\0]/g, '')
          .replace(/\n+$/, ''),
      )
      .filter(text => text.trim() !== '');
    const target = fc.constantFrom<[string, number]>(
      ['1.1', 0],
      ['1.2', 0],
      ['1.2', 1],
      ['R.1', 0],
    );
    fc.assert(
      fc.property(script, target, fc.boolean(), (text, [id, index], windows) => {
        const source = windows ? document.replaceAll('\n', '\r\n') : document;
        const amended = { [id]: { [index]: text } };
        const patch = patchOf(source, amended);
        if (patch === null) return expect(text).toBe(before[id]![index]);
        const after = applyPatch(source, patch, { autoConvertLineEndings: false });
        expect(scriptsOf(after as string)).toEqual(expected(amended));
      }),
      { numRuns: 300 },
    );
  });
});

test('a command of several is named by its place, and its change is a unified diff', () => {
  const commands: Command[] = [command('a'), command('b', { index: 1 })];
  const several = step('2.1', '', 'Deux', { commands });
  expect(commandName(several, commands[1]!)).toBe('2.1 (2/2)');
  expect(commandName(smallPlan().rollback!.steps[0]!, command('a'))).toBe('R.1');
  expect(commandDiff('2.1', 'a\nb', 'a\nc')).toBe(
    '--- 2.1\n+++ 2.1\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n',
  );
  expect(commandDiff('2.1', 'a', 'a')).toBe('');
});
