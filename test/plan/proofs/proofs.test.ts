import { describe, expect, it } from 'vitest';
import { scriptFiles } from '../../../src/plan/proofs/scripts.ts';
import { compiled, onDay, said } from '../write.ts';

const block = (info: string, script: string) => `   \`\`\`${info}\n   ${script}\n   \`\`\`\n`;
const back = (blocks: string, more = '') =>
  onDay('- [ ] a').replace('1. **Go back** (5 min)', `1. **Go back** (5 min) ${more}\n${blocks}`);
const rollbackOf = (source: string) => compiled(source).plan.rollback!;

describe('a fence with proof="…" in a step of the rollback', () => {
  const source = back(
    block('bash', 'put back') + block('bash proof="the backup is there" timeout=5s', 'test -s b'),
    '<!-- dir=shop expect=/done/ -->',
  );

  it('proves something, and is no command', () => {
    const { steps, proofs } = rollbackOf(source);
    expect(steps[0]!.commands).toMatchObject([{ index: 0, script: 'put back' }]);
    expect(proofs).toMatchObject([
      {
        id: 'R.1/p1',
        step: 'R.1',
        title: 'the backup is there',
        check: { index: 0, script: 'test -s b', attributes: { dir: 'shop', timeout: 5 } },
      },
    ]);
    expect(proofs[0]!.check.attributes).not.toHaveProperty('expect');
    expect(proofs[0]!.check.attributes).not.toHaveProperty('proof');
  });

  it('is accounted for', () => {
    const { plan, diagnostics } = compiled(source);
    expect(plan.fences.map(({ fate, step }) => [fate, step])).toEqual([
      ['runs', 'R.1'],
      ['runs', 'R.1/p1'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('leaves its step to people when it is alone', () => {
    const { steps, proofs } = rollbackOf(back(block('bash proof=there', 'true')));
    expect(steps[0]).toMatchObject({ kind: 'manual', commands: [] });
    expect(proofs).toHaveLength(1);
  });

  it('has its variables looked at', () => {
    expect(said(back(block('bash proof=there', 'test -s {{backup}}')))).toEqual([
      'unbound-variable: {{backup}}',
    ]);
  });

  it('that nothing runs is said', () => {
    const shown = back(block('text proof=there', 'true'));
    expect(rollbackOf(shown).proofs).toEqual([]);
    expect(said(shown)).toEqual(['idle-proof: ```']);
  });
});

describe('the attribute proof elsewhere', () => {
  it('is text to keep in a comment on a step', () => {
    const { steps, diagnostics } = compiled(onDay('- [ ] Do <!-- proof="a screenshot" -->'));
    expect(steps[0]!.attributes).toEqual({ proof: 'a screenshot' });
    expect(diagnostics).toEqual([]);
  });

  it('is misplaced on a fence of the timeline', () => {
    const source = onDay('- [ ] Do\n  ```bash proof=there\n  true\n  ```');
    expect(said(source)).toEqual(['misplaced-attribute: proof=there']);
    expect(compiled(source).diagnostics[0]).toMatchObject({
      severity: 'error',
      remedy: expect.stringContaining('rollback'),
    });
  });
});

describe('the script files of a step', () => {
  it.each([
    ['./restore.sh backup', ['./restore.sh']],
    ['FORCE=1 sudo ../tools/restore now', ['../tools/restore']],
    ['docs/restore.sh && ./a.sh; ./b.sh | tee log', ['docs/restore.sh', './a.sh', './b.sh']],
    ['/srv/tools/restore.sh', ['/srv/tools/restore.sh']],
    ['bash scripts/restore.sh\nphp tools/fix.php', ['scripts/restore.sh', 'tools/fix.php']],
    ['./a.sh\n./a.sh', ['./a.sh']],
    ['php artisan up\nnpm ci\ngit checkout v1', []],
    ['/usr/bin/env true\n/bin/ls', []],
    ['cp a/b.sh c/d.sh', []],
    ['"$HOME"/restore.sh\n./restore-{{name}}.sh\n./*.sh', []],
    ['vendor/bin/x.php\n./node_modules/.bin/x', []],
    ['cd /srv && ./restore.sh\n/srv/x.sh', ['/srv/x.sh']],
    ['bash -c ./x.sh', []],
    ['# ./x.sh\necho ./y.sh\ncat <<E\n./z.sh\nE', []],
  ])('%j', (script, files) => {
    expect(scriptFiles(script).map(({ path }) => path)).toEqual(files);
  });

  it('are proved to be there, where the step runs', () => {
    const source = back(block('bash dir=shop', './restore.sh'));
    expect(rollbackOf(source).proofs).toMatchObject([
      {
        id: 'R.1/files',
        step: 'R.1',
        title: 'scripts present: ./restore.sh',
        check: { runnable: true, variables: [], attributes: { dir: 'shop' } },
      },
    ]);
  });

  it('are proved apart when they run in different places', () => {
    const source = back(block('bash dir=a', './x.sh') + block('bash on=db', './y.sh'));
    const found = rollbackOf(source).proofs.map(({ id, check }) => [id, check.attributes]);
    expect(found).toEqual([
      ['R.1/files', expect.objectContaining({ dir: 'a' })],
      ['R.1/files2', expect.objectContaining({ on: 'db' })],
    ]);
  });
});
