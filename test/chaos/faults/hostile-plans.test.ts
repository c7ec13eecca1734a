import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHome } from '../../terminal/end-to-end/support/program.ts';

const head = '# Hostile\n\n## Timeline\n\n### D-day: D\n\n#### Phase 1: P\n\n';
const step = '- [ ] One\n  ```bash\n  printf ok\n  ```\n';
const list = (length: number, line: (at: number) => string) =>
  Array.from({ length }, (_, at) => line(at)).join('');
const deep = (levels: number) => list(levels, at => `${' '.repeat(2 * at)}- x\n`);

/** What it ends with: 0 when it runs all the same, 6 when the plan is refused. */
const plans: readonly [what: string, plan: string | Buffer, code: 0 | 6, why: RegExp][] = [
  ['50 MB', `${head}${step}${`${'x'.repeat(99)}\n`.repeat(500_000)}`, 6, /too large/],
  ['100,000 steps', head + list(100_000, at => `- [ ] Step ${at}\n`), 6, /split/],
  ['lists in lists, 900 deep', head + step + deep(900), 6, /[Ff]latten/],
  ['quotes in quotes', `${head}${step}\n${'>'.repeat(9_900)} x\n`, 6, /[Ff]latten/],
  ['10,000 open brackets', `${head}${step}\n${'['.repeat(9_900)}\n`, 6, /split/],
  ['a line of 1 MB', `${head}${step}\n${'x'.repeat(900_000)}\n`, 6, /one line/],
  ['NUL in a command', head + step.replace('ok', 'o\0k'), 6, /U\+0000/],
  ['CRLF', (head + step).replaceAll('\n', '\r\n'), 0, /completed/],
  ['a byte order mark', `\ufeff${head}${step}`, 0, /completed/],
  ['Latin-1', Buffer.from(`${head}- [ ] Lancé\n`, 'latin1'), 6, /UTF-8/],
  ['UTF-16', Buffer.from(`\ufeff${head}${step}`, 'utf16le'), 6, /UTF-8/],
  ['nothing', '', 6, /no steps/],
];

test.each(plans)(
  'row 43: a plan of %s is refused clearly or works, and never hangs',
  async (_what, plan, code, why) => {
    const home = openHome();
    const file = join(home.folder, 'hostile.md');
    writeFileSync(file, plan);
    const ended = await home.cli([
      'run',
      file,
      '--env',
      'rehearsal',
      '--unattended',
      '--lang',
      'en',
    ]);
    expect(ended.code, ended.stderr.slice(0, 2000)).toBe(code);
    expect(ended.stderr).toMatch(why);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(ended.stderr.length).toBeLessThan(10_000);
    if (code === 0) expect(home.run().output('1.1')).toBe('ok');
    else expect(home.names()).toEqual([]);
  },
  20_000,
);
