import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled, said } from '../write.ts';

const block = (script: string, indent: string, info = 'bash') =>
  [`\`\`\`${info}`, ...script.split('\n'), '```'].map(line => indent + line).join('\n');

const plan = (info: string, back: string) =>
  [
    '# T',
    '## Timeline',
    '- [ ] **06:00** - **MAINTENANCE START**',
    `- [ ] **06:10** - Migrate\n${block('migrate', '  ', `bash ${info}`)}`,
    `- [ ] **06:20** - Look\n${block('status', '  ')}`,
    '- [ ] **07:00** - **MAINTENANCE END**',
    '## Rollback (10 min)',
    `1. Restore ${back}`,
  ].join('\n\n');

describe('what the rollback undoes, when it says so', () => {
  it.each(['id=migrate', 'destructive'])('is owed to a step that changes something: %s', info => {
    expect(said(plan(info, '<!-- undoes=D-day.3 -->'))).toEqual([
      'not-undone: - [ ] **06:10** - Migrate',
    ]);
    expect(said(plan(info, '<!-- undoes=D-day.2 -->'))).toEqual([]);
  });

  it('may be said by name', () => {
    expect(said(plan('id=migrate', '<!-- undoes=migrate -->'))).toEqual([]);
  });

  it('leaves the other steps to their commands', () => {
    const source = plan('', '<!-- undoes=D-day.2 -->\n   ```bash\n   true\n   ```').replace(
      'status',
      'deploy v2',
    );
    expect(said(source)).toEqual(['not-undone: deploy v2']);
  });

  it('is worth saying at all, where nothing but people goes back', () => {
    expect(said(plan('', ''))).toEqual(['undoes-unsaid: ## Rollback (10 min)']);
  });
});

/** A plan that says nothing of what undoes what. */
const silent = (forward: string, back: string, language = 'bash') =>
  [
    '---\nrunners: {sql: mysql shop}\n---',
    '# T',
    '## Timeline',
    `- [ ] **05:00** - Prepare\n${block('./prepare.sh', '  ')}`,
    '- [ ] **06:00** - **MAINTENANCE START**',
    `- [ ] **06:10** - Change\n${block(forward, '  ', language)}`,
    '- [ ] **07:00** - **MAINTENANCE END**',
    '## Rollback (10 min)',
    `1. Back\n${block(back, '   ')}`,
  ].join('\n\n');

const left = (forward: string, back: string, language?: string) => {
  const { diagnostics } = compiled(silent(forward, back, language));
  return diagnostics.filter(({ code }) => code === 'not-undone');
};

describe('what the rollback undoes, when it does not say', () => {
  it.each([
    ['the same command', 'git fetch origin\ngit checkout v2', 'git checkout v1'],
    ['the same installation', 'composer install --no-dev', 'composer install'],
    ['the same tool of its own', './deploy.sh v2', './deploy.sh v1'],
    ['the opposite action', 'php artisan down', 'php artisan up'],
    ['the opposite of a part', 'php artisan route:cache', 'php artisan route:clear'],
    ['all caches at once', 'php artisan view:cache', 'php artisan optimize:clear'],
    ['start for stop', 'sudo systemctl stop shop', 'systemctl start shop'],
    ['helm rollback', 'helm upgrade shop ./chart', 'helm rollback shop'],
    ['the opposite tool', 'mount /dev/sdb /data', 'umount /data'],
    ['a restored database, for a migration', 'php artisan migrate --force', './restore.sh backup'],
    ['… for a tool of databases', 'mysql shop < change.sql', 'mysql shop < restore.sql'],
    ['… for another action of the application', 'php artisan roles:sync', './restore-all.sh'],
    ['a file that is written again', "printf 'on' > flag", 'rm -f flag'],
    ['nothing, of what only looks', 'ls -l\ncurl -fsS http://x/\ngit status\ndf -h', 'true'],
    ['nothing, of a dry run', 'php artisan migrate --dry-run\n./apply --check', 'true'],
    [
      'nothing, of a test or a backup',
      'npm run test\n./smoke-test.sh\nmysqldump a > b.sql',
      'true',
    ],
    ['nothing, of a trial', 'nginx -t\nsudo apachectl configtest\nbash -n deploy.sh', 'true'],
    ['nothing, of settings read', 'source .env\n. ./settings.sh', 'true'],
    ['nothing, of what is only fetched', 'docker compose pull\ndocker pull shop:2', 'true'],
    ['nothing, of a list of packages', 'sudo apt-get update', 'true'],
    ['nothing, of a message', 'curl -X POST https://chat.example.org/hook -d hi', 'true'],
    [
      'kubectl rollout undo',
      'kubectl set image deploy/a a=b',
      'kubectl -n x rollout undo deploy/a',
    ],
    ['nothing, of a restart', 'systemctl restart php-fpm', 'true'],
    ['nothing, of a comment or a heredoc', '# rm -rf x\ncat <<EOF\nrm x\nEOF', 'true'],
  ])('%s', (_how, forward, back) => {
    expect(left(forward, back).map(({ message }) => message)).toEqual([]);
  });

  it.each([
    ['another action', 'php artisan route:cache', 'php artisan config:cache'],
    ['nothing', 'npm ci && npm run build', 'git checkout v1'],
    ['part of a line', 'composer install && npm run build', 'composer install'],
    ['no restored database', 'php artisan migrate --force', 'git checkout v1'],
    ['a continued line', 'rsync -a \\\n  new/ old/', 'git checkout v1'],
    ['a call that writes', 'curl -X POST http://x/enable', 'git checkout v1'],
    ['a hook that deploys', 'curl -X POST https://x.example.org/hooks/deploy', 'git checkout v1'],
    ['a fetch that merges', 'git pull', 'composer install'],
    ['a package', 'apt-get install shop', 'git checkout v1'],
    ['an undo of no data', 'php artisan migrate', 'kubectl rollout undo deploy/a'],
    ['a restore of no data', 'php artisan migrate', 'git restore .'],
    ['a file', "echo 'on' > flag", 'git checkout v1'],
  ])('but not with %s', (_how, forward, back) => {
    expect(left(forward, back)).toMatchObject([{ line: 18, severity: 'warning' }]);
  });

  it('is told at the line, and that it is inferred', () => {
    const [one] = left('git checkout v2\nnpm run build', 'git checkout v1');
    expect(one).toMatchObject({
      line: 19,
      column: 3,
      length: 'npm run build'.length,
      message:
        'nothing in the rollback seems to undo "npm run build" (D-day.3), judging by its commands',
      remedy: expect.stringContaining('undoes=D-day.3'),
    });
  });

  it('is asked of the whole day, where no milestone opens the maintenance', () => {
    const day = (steps: string) =>
      said(
        `# T\n\n## Timeline\n\n${steps}\n## Rollback (10 min)\n\n1. Back\n${block('git checkout v1', '   ')}`,
      );
    const deploy = `- [ ] **06:10** - Deploy\n${block('git checkout v2\nnpm run build', '  ')}\n`;
    const early = `- [ ] **10:00** - Prepare\n${block('./prepare.sh', '  ')}\n`;
    expect(day(deploy)).toEqual(['not-undone: npm run build']);
    expect(day(`### D-1\n\n${early}\n### D-day\n\n${deploy}`)).toEqual([
      'not-undone: npm run build',
    ]);
    expect(day(`### D+1\n\n${deploy}`)).toEqual(['not-undone: npm run build']);
  });

  it('is asked of SQL too', () => {
    const change = 'SELECT 1;\nUPDATE shop SET open = 0;';
    expect(left(change, 'git checkout v1', 'sql')).toMatchObject([{ line: 19 }]);
    expect(left(change, './restore.sh', 'sql')).toEqual([]);
    expect(left('SELECT 1;', 'git checkout v1', 'sql')).toEqual([]);
  });

  it('never throws, whatever the scripts', () => {
    const script = fc.array(
      fc.constantFrom(
        'git',
        'npm run',
        'php',
        '&&',
        '|',
        '>',
        '<<A',
        'A',
        '\n',
        '"',
        "'",
        '\\',
        '$(',
        ')',
        'cd /x',
        './a/b.sh',
        'sudo -u x',
        'X=1',
        '#',
        '2>&1',
        '{{a}}',
        ' ',
        'é',
        '\t',
        '&',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(script, script, (forward, back) => {
        const { diagnostics } = compiled(silent(forward.join(' '), back.join(' ')));
        expect(diagnostics.map(({ code }) => code)).not.toContain('unreadable');
      }),
    );
  });
});
