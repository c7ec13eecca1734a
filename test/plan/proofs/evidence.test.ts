import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/plan/types.ts';
import { compiled, onDay, said } from '../write.ts';

const general = '## General information\n\n- **Environments**: Staging → Production\n\n';
const owed = (items: string) => `${general}## Prerequisites\n\n${items}\n\n${onDay('- [ ] a')}`;
const evidenceOf = (item: string) =>
  compiled(owed(`- [ ] ${item}`)).plan.prerequisites[0]!.items[0]!.evidence;

describe('the proof of a prerequisite, in a comment', () => {
  it.each([
    ['run', { kind: 'run' }],
    ['run:staging', { kind: 'run', environment: 'staging' }],
    ['run:bac_2', { kind: 'run', environment: 'bac_2' }],
    ['rollback', { kind: 'rollback' }],
    ['rollback:staging', { kind: 'rollback', environment: 'staging' }],
  ])('proof=%s', (value, evidence) => {
    expect(evidenceOf(`Everything is ready <!-- proof=${value} -->`)).toEqual(evidence);
    expect(said(owed(`- [ ] Ready <!-- proof=${value} -->`))).toEqual([]);
  });

  it('speaks louder than the words of the title', () => {
    expect(evidenceOf('Rollback tested <!-- proof=run:staging -->')).toEqual({
      kind: 'run',
      environment: 'staging',
    });
  });

  it('may stand on a line of its own, and other comments are prose', () => {
    expect(evidenceOf('Ready\n  <!-- see the wiki -->\n  <!-- proof=rollback -->')).toEqual({
      kind: 'rollback',
    });
  });

  it('else is told by the words, with the environments of the plan', () => {
    expect(evidenceOf('Staging environment validated')).toEqual({
      kind: 'run',
      environment: 'staging',
    });
    expect(evidenceOf('Team briefed')).toBeUndefined();
  });
});

describe('mistakes in it', () => {
  it.each([
    ['proof=rolback', 'bad-attribute: proof=rolback'],
    ['proof=tested', 'bad-attribute: proof=tested'],
    ['proof=run:', 'bad-attribute: proof=run:'],
    ['proof="run:two words"', 'bad-attribute: proof="run:two words"'],
    ['proof', 'bad-attribute: proof'],
    ['role=DBA', 'misplaced-attribute: role=DBA'],
    ['prof=run', 'unknown-attribute: prof=run'],
  ])('%s', (comment, expected) => {
    const source = owed(`- [ ] Rollback tested <!-- ${comment} -->`);
    expect(said(source)).toEqual([expected]);
    expect(compiled(source).diagnostics[0]?.severity).toBe('error');
  });

  it('leave the prerequisite to a person', () => {
    expect(evidenceOf('Rollback tested <!-- proof=x -->')).toBeUndefined();
  });

  it.each<[Language, string, string[]]>([
    [
      'fr',
      'proof=rolback',
      ['attribut « proof » : valeur refusée (rolback)', 'vouliez-vous dire « rollback » ?'],
    ],
    [
      'fr',
      'proof=tested',
      ['attribut « proof » : valeur refusée (tested)', 'Attendu : run, run:staging, rollback.'],
    ],
    [
      'en',
      'proof=rolback',
      ['attribute "proof": value refused (rolback)', 'did you mean "rollback"?'],
    ],
    [
      'en',
      'role=DBA',
      [
        'attribute "role" makes no sense on a prerequisite',
        'A prerequisite only takes proof=run, proof=run:staging or proof=rollback.',
      ],
    ],
    [
      'fr',
      'role=DBA',
      [
        'l’attribut « role » n’a pas de sens sur un prérequis',
        'Un prérequis n’admet que proof=run, proof=run:staging ou proof=rollback.',
      ],
    ],
  ])('are told in %s: %s', (language, comment, [message, remedy]) => {
    const { diagnostics } = compiled(owed(`- [ ] Ready <!-- ${comment} -->`), { language });
    expect(diagnostics).toMatchObject([{ message, remedy }]);
  });
});
