import { describe, expect, it } from 'vitest';
import { compiled, onDay, said } from '../write.ts';

const head = (yaml: string) => `---\n${yaml}\n---\n${onDay('- [ ] a')}`;

describe('front matter', () => {
  it('gives zone, language, runners and variables', () => {
    const { plan } = compiled(
      head(
        'timezone: Europe/Paris\nlanguage: fr\nrunners: {sql: mysql}\nvariables:\n  tag: {pattern: "v.*", ask: true}',
      ),
    );
    expect(plan).toMatchObject({
      timezone: 'Europe/Paris',
      language: 'fr',
      runners: { sql: 'mysql' },
      variables: [{ name: 'tag', pattern: 'v.*', ask: true }],
    });
  });

  it('may be absent or empty', () => {
    expect(compiled(onDay('- [ ] a')).plan.timezone).toBe('UTC');
    expect(said('---\n---\n' + onDay('- [ ] a'))).toEqual([]);
  });

  it.each([
    ['timezone: Mars/Olympus', 'bad-value: Mars/Olympus'],
    ['langage: fr', 'unknown-key: langage'],
    ['language: de', 'bad-value: de'],
    ['variables:\n  tag: {patern: x}', 'unknown-key: patern'],
    ['variables:\n  tag: {pattern: "("}', 'bad-value: "("'],
    ['variables: [a]', 'bad-value: [a]'],
    ['a: b: c', 'yaml-syntax: b'],
  ])('%s', (yaml, expected) => {
    expect(said(head(yaml))[0]).toBe(expected);
  });
});
