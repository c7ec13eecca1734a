import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, rehearse } from './rehearsal.ts';

let rehearsal: Rehearsal;

beforeAll(() => {
  rehearsal = rehearse();
});
afterAll(() => rehearsal.dispose());

describe('the stand-ins', () => {
  test.each([
    ['php artisan down --mesage=x', 'The "--mesage" option does not exist.'],
    ['php artisan nothing', 'Command "nothing" is not defined.'],
    ['cd .. && php artisan up', 'Could not open input file: artisan'],
    ['composer require x', 'Command "require" is not defined.'],
    ['npm run nothing', 'Missing script: "nothing"'],
    ['curl -f http://example.org/', 'a rehearsal stays on this machine'],
  ])('%s fails as the real one does', (script, said) => {
    const { code, output } = rehearsal.shell(script);
    expect(code).not.toBe(0);
    expect(output).toContain(said);
  });

  test('mysql says Error about an unknown table, and exits 0', () => {
    const { code, output } = rehearsal.shell('mysql --table', 'OPTIMIZE TABLE missions, nothing;');
    expect(code).toBe(0);
    expect(output).toMatch(
      /\| ops\.nothing +\| optimize \| Error +\| Table 'ops\.nothing' doesn't exist +\|/,
    );
    expect(output).toMatch(/\| ops\.missions +\| optimize \| status +\| OK/);
  });

  test('curl fails when the site does', () => {
    const ask = `curl --fail --silent --show-error --output /dev/null "$(sed -n 's/^APP_URL=//p' .env)"`;
    expect(rehearsal.shell(ask)).toEqual({ code: 0, output: '' });
    rehearsal.shell('mv vendor elsewhere');
    expect(rehearsal.shell(ask)).toMatchObject({
      code: 22,
      output: expect.stringContaining('500'),
    });
    rehearsal.shell('mv elsewhere vendor');
  });

  test('each call leaves one line in the log', () => {
    const before = rehearsal.commands().length;
    rehearsal.shell('php artisan up && composer install --no-dev && supervisorctl status');
    expect(rehearsal.commands().slice(before)).toEqual([
      'php artisan up',
      'composer install --no-dev',
      'supervisorctl status',
    ]);
  });
});
