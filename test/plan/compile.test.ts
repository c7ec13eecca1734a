import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/plan/document/limits.ts';
import { compiled, onDay } from './write.ts';

const root = join(import.meta.dirname, '..', '..');
const seed = join(root, '..', 'shared', 'seed', 'plan-de-deploiement.md');
const plans = ['web-shop', 'ops-bail-mobilite'];
const corpus = [seed, ...plans.map(name => join(root, 'plans', name, 'plan.md'))]
  .filter(existsSync)
  .map(path => readFileSync(path, 'utf8'));

const codesOf = (source: string) => compiled(source).diagnostics.map(({ code }) => code);

describe('compile', () => {
  it('takes the title from the front matter, else from the first heading', () => {
    expect(compiled(onDay('- [ ] a')).plan.title).toBe('Small plan');
    expect(compiled(`---\ntitle: Mine\n---\n${onDay('- [ ] a')}`).plan.title).toBe('Mine');
  });

  it('reads sections that are headings of the first level', () => {
    expect(compiled('# Timeline\n\n- [ ] a\n\n# Rollback (5 min)\n\n1. b').plan).toMatchObject({
      stages: [{ id: 'D-day' }],
      rollback: { minutes: 5 },
    });
  });

  it('knows its language, or is told', () => {
    expect(compiled('# Plan\n\n## Chronologie\n\n- [ ] a').plan.language).toBe('fr');
    expect(compiled('# Plan\n\n## Timeline\n\n- [ ] a').plan.language).toBe('en');
    expect(compiled('---\nlanguage: fr\n---\n## Timeline\n').plan.language).toBe('fr');
  });

  it('fingerprints the source as given', () => {
    const { fingerprint } = compiled('abc').plan;
    expect(fingerprint).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('keeps what no section understood as reading material', () => {
    const { reading } = compiled(onDay('- [ ] a', '## Weather\n\nFine *today*.\n')).plan;
    expect(reading).toContainEqual(
      expect.objectContaining({ title: 'Weather', depth: 2, markdown: 'Fine *today*.' }),
    );
  });

  it('gives every mistake of a document at once, by place', () => {
    const source = readFileSync(join(root, 'test', 'fixtures', 'plans', 'mistakes.md'), 'utf8');
    const { diagnostics } = compiled(source, { exists: () => false });
    const places = diagnostics.map(({ line, column }) => line * 1000 + column);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(diagnostics.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 bad-value',
      '5 unknown-key',
      '18 unknown-attribute',
      '19 bad-attribute',
      '20 unbound-variable',
      '22 time-backwards',
      '22 unknown-role',
      '23 no-runner',
      '26 not-a-step',
      '27 empty-title',
      '30 fence-outside-step',
      '36 checkpoint-without-step',
      '40 rollback-without-budget',
      '42 unknown-undoes',
      '46 blank',
      '46 missing-file',
    ]);
    for (const { message, remedy } of diagnostics) expect(message && remedy).toBeTruthy();
  });
});

describe('fault 43: a hostile plan', () => {
  const step = '- [ ] **09:00** - Do it\n';
  it.each([
    ['50 MB on one line', 'a'.repeat(50_000_000), 'too-large'],
    ['50 MB of steps', step.repeat(2_000_000), 'too-large'],
    ['100,000 steps', step.repeat(100_000), 'too-large'],
    ['a long line', 'a'.repeat(limits.lineLength + 1), 'too-large'],
    ['quotes inside quotes', `${'> '.repeat(500)}a`, 'too-deep'],
    [
      'lists inside lists',
      Array.from({ length: 90 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
      'too-deep',
    ],
    ['nesting on every line', '- > - > - a\n'.repeat(2000), 'too-nested'],
    ['a paragraph without end', `${'_a_ '.repeat(10)}\n`.repeat(1000), 'too-long'],
    ['an item continued without end', `- a\n${'b\n'.repeat(2100)}`, 'too-long'],
    ['open brackets', '[a]('.repeat(2000), 'too-dense'],
    ['tildes', '~a~~b '.repeat(1600), 'too-dense'],
    ['a table of nothing', `|-|-|\n${'|a|a\n'.repeat(1900)}\n`.repeat(6), 'too-dense'],
  ])('%s is refused before it is parsed', (_what, source, code) => {
    expect(codesOf(source)).toEqual([code]);
  });

  it('compiles what stands just inside the limits', () => {
    const many = limits.allMarks / 2 - 30;
    expect(compiled(onDay(step.repeat(many))).steps).toHaveLength(many);
  });

  const wide = (line: string) => `${line.repeat(Math.floor(9_000 / line.length))}\n`;
  const script = (lines: string, count: number) =>
    `${step}  \`\`\`bash\n${lines.repeat(count)}  \`\`\`\n`;
  it.each([
    ['one word without end', script(`  ${wide('_')}\n`, 50)],
    ['quotes without end', script(`  a "b '${wide('c ')}\n`, 50)],
    ['digits', script(`  ${wide('1')}\n`, 50)],
    ['many files', script('  ./a/b.sh\n  ./c.sh; git checkout x\n\n', 3_000)],
    ['many blank lines', script(`  ./a\n${'\n'.repeat(500)}`, 15)],
  ])('a hostile script is read in time: %s', (_what, steps) => {
    const started = performance.now();
    const back = steps.replace('- [ ] **09:00** - Do it', '1. Back');
    const source = `# T\n\n## Timeline\n\n- [ ] **MAINTENANCE START**\n${steps}\n## Rollback\n\n`;
    expect(compiled(`${source}${back}`).steps).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it.each([
    [
      'aliases that multiply',
      `---\na: &a [x,x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]\n`).join('')}---\n`,
    ],
    ['deep YAML', `---\na: ${'{b: '.repeat(1900)}\n---\n`],
    ['a prototype', '---\nvariables:\n  __proto__: x\n  constructor: y\n---\n'],
  ])('front matter: %s is an error', (_what, head) => {
    const { diagnostics } = compiled(head + onDay('- [ ] a'));
    expect(diagnostics.every(({ code }) => code !== 'unreadable')).toBe(true);
  });
});

/** Pieces that mean something to the compiler, put together without sense. */
const piece = fc.oneof(
  fc.constantFrom(
    '# T\n',
    '## Timeline\n',
    '## Chronologie\n',
    '### J-7 : A\n',
    '### D-day\n',
    '#### Phase 1 : A (30 min)\n',
    '## Rollback (5 min)\n',
    '## Checkpoints\n',
    '### Checkpoint 1: A (07:00)\n',
    '## Prérequis\n',
    '<!-- proof=run -->\n',
    '<!-- proof=x role=y -->\n',
    '## Communication\n',
    '## Contacts\n',
    '## Annexes\n',
    '**Horaire** : 06:00 - 07:00\n',
    '**Actions si échec** :\n',
    '- [ ] **06:00** - a\n',
    '- [ ] **CHECKPOINT**\n',
    '1. **b** (5 min)\n',
    '  - [x] c\n',
    '   ',
    '> ',
    '- ',
    '```bash timeout=3m expect=/a b/\n',
    '  ```sql\n',
    '  ```bash proof="there" interactive expect=/a/\n  ./a/b.sh {{a}}\n  ```\n',
    '  ```sh capture=a\n  cat <<X > "b\n  ```\n',
    '  - [ ] box\n    ```bash\n    test -s {{a}}\n    ```\n',
    '**Validation** :\n',
    '**MAINTENANCE START**\n',
    '```\n',
    '~~~\n',
    '<!-- role=DBA undoes=1.1 -->',
    '<!--',
    '[Nom]',
    '{{a}}',
    '| a | b |\n|---|---|\n| c | d |\n',
    '---\n',
    'variables: {a: 1}\n',
    '\t',
    '\r\n',
    '\0',
    '\uFEFF',
    '[a](b%ZZ)',
    '[^1]: n\n',
    '$',
    '=',
    '\\',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const document = fc.array(piece, { maxLength: 60 }).map(parts => parts.join(''));

/** A text cut, with one piece put in somewhere. */
const damaged = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    piece,
  )
  .map(([text, end, at, extra]) => {
    const cut = text.slice(0, Math.floor(text.length * end));
    const place = Math.floor(cut.length * at);
    return cut.slice(0, place) + extra + cut.slice(place);
  });

describe('whatever the text', () => {
  const holds = (source: string) => {
    const { plan, diagnostics, steps } = compiled(source, { exists: () => false });
    expect(diagnostics.map(({ code }) => code)).not.toContain('unreadable');
    const lines = source.replace(/\r\n?/g, '\n').split('\n').length;
    for (const { line, column } of diagnostics) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines);
      expect(column).toBeGreaterThanOrEqual(1);
    }
    const all = [...steps, ...(plan.rollback?.steps ?? [])];
    const runnable = all.flatMap(({ commands }) => commands.filter(command => command.runnable));
    const boxes = [
      ...plan.prerequisites.flatMap(({ items }) => items),
      ...all.flatMap(({ items }) => items),
      ...plan.checkpoints.flatMap(({ criteria }) => criteria),
      ...(plan.rollback?.validation ?? []),
      ...(plan.rollback?.proofs ?? []).filter(({ id }) => !id.includes('/files')),
    ];
    const checks = boxes.flatMap(({ check }) => check ?? []);
    expect(plan.fences.filter(({ fate }) => fate === 'runs').map(({ line }) => line)).toEqual(
      [...runnable, ...checks].map(({ line }) => line).toSorted((a, b) => a - b),
    );
    const shown = all.flatMap(({ commands }) => commands).length;
    expect(plan.fences.length).toBeGreaterThanOrEqual(shown);
    for (const { fate, line } of plan.fences.filter(one => one.fate === 'left-out')) {
      const reported = diagnostics.some(
        one => one.line === line && /^(?:fence-outside-step|second-check)$/.test(one.code),
      );
      expect({ fate, line, reported }).toEqual({ fate, line, reported: true });
    }
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { key } of all) expect(key).toMatch(/^[a-z0-9-]+$/);
  };

  it('compile never throws, and accounts for every fence: random mixes', () => {
    fc.assert(fc.property(document, holds), { numRuns: 300 });
  });

  it('compile never throws, and accounts for every fence: damaged plans', () => {
    fc.assert(fc.property(damaged, holds), { numRuns: 100 });
  });
});
