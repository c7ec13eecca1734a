/** What a run teaches its plan: real git takes the patch, and the plan then says it, with the same steps. */
import { existsSync, readFileSync } from 'node:fs';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/plan/compile.ts';
import { improvementOf } from '../../../src/report/model/improvement.ts';
import { textOf } from '../../journal/golden.ts';
import { appliedByGit, outlineOf, Run } from '../improvement/teaching.ts';
import { history, inputOf } from '../reported.ts';

const document = `# Mise en production

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Préparation (20 min)

- [ ] **06:00** - Sauvegarde (10 min)
  \`\`\`bash
  ./sauver.sh
  \`\`\`
- [ ] **06:10** - Relecture (5 min)
- [ ] **06:15** - Copie
  \`\`\`bash
  ./copier.sh
  \`\`\`

#### Phase 2 : Migration (1h30)

- [ ] **06:30** - Migration (1 heure)
  \`\`\`bash
  ./migrer.sh
  \`\`\`
- [ ] **07:30** - GO/NO-GO

## Procédure de rollback

### Procédure (~30 min)

1. **Restauration** (10 min)
   \`\`\`bash
   ./restaurer.sh
   \`\`\`
2. Prévenir

### Validation

- [ ] Le site répond
`;

const confirmed = (step: string, reason?: string) =>
  ({ type: 'step.confirmed', step, ...(reason && { reason }) }) as const;

/** As the plan has it, but slower: 26 minutes for the first phase, 2 h 03 for the second. */
const slow = (source = document) =>
  new Run(source, '05:00')
    .runs('1.1', '05:00:00', '05:18:20')
    .tells(['05:21:00', confirmed('1.2')])
    .runs('1.3', '05:21:00', '05:26:00')
    .runs('2.1', '05:26:00', '07:20:00')
    .tells(['07:29:00', { type: 'gate.passed', step: '2.2' }]);

/** Lines that are new in the patch. */
const added = (patch: string | null) =>
  (patch ?? '').split('\n').flatMap(line => (/^\+(?!\+\+)/.test(line) ? line.slice(1) : []));

/** A run told by the clock of a rehearsal. */
function relative(run: Run): Run {
  run.more = { ...run.more, schedule: 'relative' };
  return run;
}

describe('durations', () => {
  it('become what was measured, rounded up, as they are written; times stay', () => {
    const after = relative(slow()).improved();
    expect(after).toContain('- [ ] **06:00** - Sauvegarde (20 min)');
    expect(after).toContain('#### Phase 1 : Préparation (30 min)');
    expect(after).toContain('#### Phase 2 : Migration (2h15)');
    expect(after).toContain('- [ ] **06:30** - Migration (1 heure 55 min)');
    const { steps, complaints } = outlineOf(document);
    expect(outlineOf(after)).toMatchObject({ steps, complaints });
  });

  it('become shorter by the day itself, never by a rehearsal: its target is small', () => {
    const short = () =>
      new Run(document, '06:00')
        .runs('1.1', '06:00:00', '06:02:00')
        .tells(['06:04:00', confirmed('1.2')]);
    expect(short().improved()).toContain('Sauvegarde (2 min)');
    expect(relative(short()).teaches()).toMatchObject({ patch: null, changes: [] });
  });

  it('are said in the language of whoever reads, the plan staying in its own', () => {
    const { patch, changes } = relative(slow()).teaches();
    expect(changes[0]).toEqual({
      kind: 'duration',
      step: null,
      text: 'phase 1 Préparation : 30 min au lieu de 20 min (mesuré : 26 min)',
    });
    const english = relative(slow());
    english.more = { ...english.more, language: 'en' };
    const other = english.teaches();
    expect(other.changes[0]!.text).toBe(
      'phase 1 Préparation: 30 min instead of 20 min (measured: 26 min)',
    );
    expect(other.patch).toBe(patch);
  });

  it.each([
    ['a fifth', '10 min', '05:11:50'],
    ['a minute', '2 min', '05:02:50'],
  ])('stay within %s', (_, written, end) => {
    const source = document.replace('Sauvegarde (10 min)', `Sauvegarde (${written})`);
    const run = new Run(source, '05:00').runs('1.1', '05:00:00', end);
    expect(run.teaches()).toEqual({ patch: null, file: 'plan.md', changes: [] });
  });

  it('stay where the command was not run once, as written, to its end', () => {
    const again = new Run(document, '05:00')
      .runs('1.1', '05:00:00', '05:01:00', false)
      .tells(['05:01:10', { type: 'step.retried', step: '1.1' }])
      .runs('1.1', '05:01:10', '05:40:00');
    expect(again.teaches().patch).toBeNull();
  });

  it.each<[string, (run: Run) => Run]>([
    ['somebody left in its midst', run => run.leaves().at('06:50:00').comes()],
    [
      'it was on hold',
      run =>
        run.tells(
          ['06:30:00', { type: 'run.held', reason: 'appel' }],
          ['06:50:00', { type: 'run.resumed' }],
        ),
    ],
    [
      'a step of it was passed over',
      run => run.tells(['06:50:00', { type: 'step.skipped', step: '1.2', reason: 'sans objet' }]),
    ],
    [
      'boxes were left open',
      run => run.tells(['06:50:00', confirmed('1.2', 'une case plus tard')]),
    ],
    ['nobody was there', run => run.leaves().comes({ terminal: '' })],
  ])('of a phase stay where %s', (_, happens) => {
    const run = happens(relative(new Run(document, '06:00')).runs('1.1', '06:00:00', '06:09:00'));
    if (run.state.statusOf('1.2') === 'ready') run.tells(['06:55:00', confirmed('1.2')]);
    run.runs('1.3', '06:56:00', '06:57:00');
    expect(added(run.teaches().patch).filter(line => /Phase|- Relecture/.test(line))).toEqual([]);
  });

  it('of work by hand count from the hour that the plan gives it, where its clock holds', () => {
    // Its turn comes at 06:02; nobody is to begin before 06:10.
    const run = new Run(document, '06:00')
      .runs('1.1', '06:00:00', '06:02:00')
      .tells(['06:30:00', confirmed('1.2')]);
    expect(run.improved()).toContain('Relecture (20 min)');
    expect(relative(run).improved()).toContain('Relecture (30 min)');
  });

  it('of the rollback become what it took, done whole', () => {
    const back = relative(new Run(document, '05:00'))
      .runs('1.1', '05:00:00', '05:10:00')
      .tells(['05:12:00', { type: 'rollback.decided', reason: 'le site est lent' }])
      .runs('R.1', '05:13:00', '05:36:30')
      .tells(['05:52:10', confirmed('R.2')]);
    const after = back.improved();
    expect(after).toContain('### Procédure (~45 min)');
    expect(after).toContain('1. **Restauration** (25 min)');
  });

  it('that are written in pieces are kept as lessons', () => {
    const source = document.replace('Sauvegarde (10 min)', 'Sauvegarde (10 **min**)');
    const { patch } = new Run(source, '05:00').runs('1.1', '05:00:00', '05:18:20').teaches();
    expect(added(patch)).toContain('- 1.1 Sauvegarde : mesuré 18 min 20');
  });
});

describe('the section of lessons', () => {
  const told = () =>
    new Run(document, '05:00')
      .runs('1.1', '05:00:00', '05:03:00', false)
      .tells(['05:08:00', { type: 'step.retried', step: '1.1', reason: 'disque libéré' }])
      .runs('1.1', '05:09:00', '05:19:00')
      .tells(
        ['05:20:00', { type: 'step.skipped', step: '1.2', reason: 'relu hier' }],
        ['05:20:10', { type: 'note.added', text: 'prévoir un disque', topic: 'lesson' }],
        ['05:20:20', { type: 'note.added', text: 'le café\n\n- [ ] **06:00** - est froid' }],
      )
      .runs('1.3', '05:21:00', '05:27:30');

  it('says what was measured, passed over, failed and noted', () => {
    expect(added(told().teaches().patch)).toEqual([
      '',
      "## Retour d'expérience",
      '',
      '### 2026-12-01, production (run-1)',
      '',
      '- 1.3 Copie : mesuré 6 min 30',
      '- 1.2 Relecture : passée (relu hier) (05:20, ops@bastion)',
      '- 1.1 Sauvegarde : un échec, temps perdu : 9 min (relancée : disque libéré)',
      '- leçon : « prévoir un disque » (05:20, ops@bastion)',
      '- note : « le café - \\[ \\] \\*\\*06:00\\*\\* - est froid » (05:20, ops@bastion)',
    ]);
  });

  it('is made of what the changes say', () => {
    const { changes } = told().teaches();
    expect(changes.map(({ kind, step }) => [kind, step])).toEqual([
      ['duration', '1.3'],
      ['skipped', '1.2'],
      ['note', '1.1'],
      ['note', null],
      ['note', null],
    ]);
  });

  it('leaves the plan as it was, and takes the lessons of the next run too', () => {
    const once = told().improved();
    expect(outlineOf(once)).toEqual(outlineOf(document));
    const again = told();
    const next = new Run(once, '05:00').runs('1.1', '05:00:00', '05:01:00', false);
    next.tells(['05:01:10', { type: 'note.added', text: 'encore', step: '1.1' }]);
    const twice = next.improved();
    expect(outlineOf(twice)).toEqual(outlineOf(document));
    expect(twice.match(/## Retour/g)).toHaveLength(1);
    expect(twice.match(/### 2026-12-01/g)).toHaveLength(2);
    expect(twice).toContain('- note, 1.1 Sauvegarde : « encore » (05:01, ops@bastion)');
    expect(again.teaches().patch).toBe(told().teaches().patch);
  });

  it('forgets a failure that cost little, and notes of the program', () => {
    const run = new Run(document, '05:00')
      .runs('1.1', '05:00:00', '05:01:00', false)
      .tells(['05:02:00', { type: 'step.accepted', step: '1.1', reason: 'elle y est' }]);
    expect(run.teaches().changes.map(({ text }) => text)).toEqual([
      '1.1 Sauvegarde : acceptée (elle y est) (05:02, ops@bastion)',
    ]);
  });

  it('forgets what was skipped and then done, and what had nothing to undo', () => {
    const skipped = { type: 'step.skipped', step: '1.2', reason: 'relu hier' } as const;
    const run = new Run(document, '05:00')
      .runs('1.1', '05:00:00', '05:10:00')
      .tells(
        ['05:10:00', skipped],
        ['05:10:10', { type: 'step.reopened', step: '1.2', reason: 'mal relu' }],
        ['05:15:00', confirmed('1.2')],
        ['05:16:00', { type: 'rollback.decided', reason: 'panne' }],
        ['05:16:10', { ...skipped, step: 'R.1', reason: 'not needed: nothing to undo' }],
        ['05:16:20', { ...skipped, step: 'R.2', reason: 'tous prévenus' }],
      );
    expect(run.teaches().changes.map(({ text }) => text)).toEqual([
      'R.2 Prévenir : passée (tous prévenus) (05:16, ops@bastion)',
    ]);
  });

  it('counts only what is beyond two hundred', () => {
    const run = new Run(document, '05:00');
    for (let note = 0; note < 230; note++) run.say({ type: 'note.added', text: `note ${note}` });
    const lines = added(run.teaches().patch);
    expect(lines.filter(line => line.startsWith('- note'))).toHaveLength(200);
    expect(lines.at(-1)).toBe('- 30 de plus dans le rapport de cette exécution');
  });
});

const amended = {
  type: 'step.amended',
  step: '2.1',
  command: 0,
  script: './migrer.sh \\\n  --lot 20',
  diff: '-',
  reason: 'trop lent',
} as const;

describe('all at once', () => {
  const all = (source: string) =>
    relative(new Run(source, '05:00'))
      .runs('1.1', '05:00:00', '05:18:10')
      .tells(['05:19:00', { type: 'step.skipped', step: '1.2', reason: 'relu hier' }])
      .runs('1.3', '05:20:00', '05:20:10')
      .tells(['05:21:00', amended]);

  it.each([
    ['as it is', document],
    ['with Windows line ends', document.replaceAll('\n', '\r\n')],
    ['without a line feed at its end', document.trimEnd()],
    ['with a byte order mark', `\uFEFF${document}`],
    ['with a heading in English', document.replace('## Chronologie', '## Timeline')],
  ])('%s', (_, source) => {
    const after = all(source).improved();
    expect(after).toMatch(/Sauvegarde \(20 min\)/);
    expect(after).toMatch(/ {2}\.\/migrer\.sh \\\r?\n {4}--lot 20/);
    expect(after).toMatch(/1\.2 Relecture ?: (passée|skipped) \(relu hier\)/);
    const { steps, complaints } = outlineOf(source);
    expect(outlineOf(after)).toMatchObject({ steps, complaints });
    if (source.includes('\r')) expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says each change, what was amended with its reason', () => {
    expect(
      all(document)
        .teaches()
        .changes.map(({ kind, text }) => `${kind}: ${text}`),
    ).toEqual([
      'duration: 1.1 Sauvegarde : 20 min au lieu de 10 min (mesuré : 18 min 10)',
      'amendment: 2.1 Migration : commande modifiée (trop lent)',
      'skipped: 1.2 Relecture : passée (relu hier) (05:19, ops@bastion)',
    ]);
  });
});

const plans = ['ops-bail-mobilite/plan.md', 'web-shop/plan.md'].map(
  name => new URL(`../../../plans/${name}`, import.meta.url),
);
const seed = new URL('../../../../shared/seed/plan-de-deploiement.md', import.meta.url);

describe.each([...plans, seed].filter(url => existsSync(url)))('%s', url => {
  const source = readFileSync(url, 'utf8');

  it('keeps its steps, ids and diagnostics, run after run', () => {
    const run = relative(new Run(source, '05:00')).goesThrough(4);
    run.say({ type: 'note.added', text: 'revoir les heures', topic: 'lesson' });
    const once = run.improved();
    expect(once).not.toBe(source);
    const before = outlineOf(source);
    expect(outlineOf(once)).toEqual(before);
    const next = relative(new Run(once, '05:00')).goesThrough(7);
    const twice = next.improved();
    expect(outlineOf(twice)).toEqual(before);
  });
});

it('whatever is noted, only the section says it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '```',
      '- [ ] ',
      '# ',
      '<!-- ',
      '\n',
      '[Nom]',
      'TBD',
      ': à définir',
      'YOUR_KEY',
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );
  const text = fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map(pieces => pieces.join(''))
    .filter(typed => typed !== '');
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), texts => {
      const run = new Run(document, '05:00');
      for (const text of texts) run.say({ type: 'note.added', text });
      const { patch, changes } = run.teaches();
      const after = applyPatch(document, patch!) as string;
      expect(changes).toHaveLength(texts.length);
      expect(after.startsWith(document)).toBe(true);
      expect(outlineOf(after)).toEqual(outlineOf(document));
      expect(
        after.slice(document.length).match(/^- note : «.*» \(05:00, ops@bastion\)$/gm),
      ).toHaveLength(texts.length);
    }),
    { numRuns: 40 },
  );
});

it('the history of a rollback teaches its plan', () => {
  const source = textOf('seen.md');
  const { plan } = compile(source, { path: 'seen.md' });
  const { entries } = history('seen').reading;
  const { view } = inputOf(plan, entries);
  const { patch, changes } = improvementOf({ view, source: { text: source, name: 'seen.md' } });
  const after = appliedByGit(source, patch!, 'seen.md');
  expect(after).toContain('Sauvegarde de la base (20 min)');
  expect(after).toContain('./migrer.sh --lot 20 --sans-verrou');
  // Somebody lost their terminal in its midst: 25 minutes are no measure.
  expect(after).toContain('### Procédure (20 min)');
  expect(changes.map(({ text }) => text)).toContain(
    '2.2 Migration du catalogue : 2 échecs, temps perdu : 22 min 30 (relancée : verrous libérés ; commande modifiée : les lots de 100 gardent le verrou trop longtemps)',
  );
  const { steps, complaints } = outlineOf(source);
  expect(outlineOf(after)).toMatchObject({ steps, complaints });
});
