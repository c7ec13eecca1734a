import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkEnvironment } from '../../src/plan/check-environment.ts';
import { compile } from '../../src/plan/compile.ts';
import { readEnvironment } from '../../src/plan/environment.ts';
import type { Language } from '../../src/plan/types.ts';
import { compiled, onDay, underlined } from './write.ts';

const team = '## Team\n\n| Role | Person |\n|-|-|\n| DBA | A |\n| Release manager | B |\n\n';
const metrics =
  '## Metrics\n\n### Technical\n\n- [ ] **Availability**: > 99%\n- [ ] **Speed**: < 2s\n\n### Business\n\n- [ ] **Speed**: < 1 day\n';
const { plan } = compiled(team + onDay('- [ ] a', metrics));

const path = 'environments/staging.yaml';
function check(text: string, language: Language = 'en', of = plan) {
  const { environment, diagnostics } = readEnvironment(text, { path, language });
  if (!environment) throw new Error(JSON.stringify(diagnostics));
  return checkEnvironment(of, { environment, text, path }, language);
}
const found = (text: string) => underlined(text, check(text));

describe('secrets of channels and probes', () => {
  const secrets = 'secrets:\n  OPS_TOKEN: {file: /t}\n';

  it('are declared by the environment', () => {
    const all =
      'channels:\n  chat: {type: slack, url: {secret: OPS_TOKEN}}\n' +
      '  hook: {type: webhook, url: u, headers: {A: {secret: OPS_TOKEN}, secret: plain}}\n' +
      'probes:\n  M1.1: {type: prometheus, url: {file: /u}, query: q, headers: {A: {secret: OPS_TOKEN}}}\n';
    expect(found(secrets + all)).toEqual([]);
  });

  it.each([
    ['the address of a chat', 'channels:\n  chat: {type: slack, url: {secret: OPS_TOKN}}'],
    [
      'the password of a mail server',
      'channels:\n  mail: {type: smtp, host: h, from: f, to: [t], password: {secret: OPS_TOKN}}',
    ],
    [
      'a header',
      'channels:\n  hook:\n    type: webhook\n    url: u\n    headers: {A: {secret: OPS_TOKN}}',
    ],
    ['a probe', 'probes:\n  M1.1: {type: http, url: {secret: OPS_TOKN}, measure: p95}'],
    [
      'the header of a probe',
      'probes:\n  M1.1: {type: prometheus, url: u, query: q, headers: {A: {secret: OPS_TOKN}}}',
    ],
  ])('are missing, with a suggestion: %s', (_what, said) => {
    expect(found(secrets + said)).toEqual(['unknown-secret: OPS_TOKN']);
    expect(check(secrets + said)).toMatchObject([
      {
        severity: 'error',
        file: path,
        message: 'this environment declares no secret "OPS_TOKN"',
        remedy: 'did you mean "OPS_TOKEN"?',
      },
    ]);
    expect(check(said)[0]?.remedy).toBe('Declare it under "secrets".');
  });
});

describe('probes', () => {
  const probe = (key: string) => `probes:\n  ${key}: {type: command, run: echo 1}\n`;

  it.each(['M1.2', 'Availability', 'AVAILABILITY'])('measure a metric of the plan: %s', key => {
    expect(check(probe(key))).toEqual([]);
  });

  it.each([
    ['M1.9', 'did you mean "M1.1"?'],
    ['Avalability', 'did you mean "Availability"?'],
    ['Weather', 'Give a number (M1.2) or a title of the metrics section.'],
  ])('or none: %s', (key, remedy) => {
    expect(found(probe(key))).toEqual([`unknown-metric: ${key}`]);
    expect(check(probe(key))).toMatchObject([{ severity: 'warning', line: 2, column: 3, remedy }]);
  });

  it('or nobody can tell which', () => {
    expect(check(probe('Speed'))).toMatchObject([
      {
        code: 'ambiguous-metric',
        severity: 'warning',
        message: '"Speed" is the title of several metrics: M1.2, M2.1',
      },
    ]);
  });
});

describe('approvers', () => {
  it('have roles of the team, whatever the case', () => {
    expect(check('approvers:\n  dba: [a]\n  Release Manager: [b]\n')).toEqual([]);
  });

  it('are suggested when misspelt', () => {
    const text = 'approvers:\n  DBB: [a]\n';
    expect(found(text)).toEqual(['unknown-role: DBB']);
    expect(check(text)).toMatchObject([
      { severity: 'warning', file: path, line: 2, remedy: 'did you mean "DBA"?' },
    ]);
  });

  it('may be any where the plan has no team', () => {
    expect(check('approvers:\n  DBB: [a]\n', 'en', compiled(onDay('- [ ] a')).plan)).toEqual([]);
  });
});

describe('the whole', () => {
  it('is told at once, by place, in the language asked for', () => {
    const text =
      'approvers: {Pilote: [a]}\nprobes:\n  Météo: {type: http, url: {secret: JETON}, measure: p50}\n  Speed: {type: command, run: x}\n';
    expect(check(text, 'fr').map(({ line, message, remedy }) => [line, message, remedy])).toEqual([
      [1, 'rôle absent de l’équipe : « Pilote »', 'Ajoutez-le au tableau des rôles.'],
      [
        3,
        '« Météo » n’est le numéro ni le titre d’aucune métrique du plan',
        'Citez un numéro (M1.2) ou un titre de la section Métriques.',
      ],
      [3, 'secret non déclaré par cet environnement : « JETON »', 'Déclarez-le sous « secrets ».'],
      [
        4,
        '« Speed » est le titre de plusieurs métriques : M1.2, M2.1',
        'Citez l’une d’elles par son numéro.',
      ],
    ]);
  });

  it('has places in a file with Windows line ends too', () => {
    const text = '\uFEFFtitle: a\r\nprobes:\r\n  M9.9: {type: command, run: x}\r\n';
    expect(check(text)).toMatchObject([{ line: 3, column: 3, length: 4 }]);
  });

  it('says nothing of an environment that names nothing', () => {
    expect(check('')).toEqual([]);
  });
});

describe.each([
  ['ops-bail-mobilite', 'rehearsal'],
  ['ops-bail-mobilite', 'staging'],
  ['ops-bail-mobilite', 'production'],
  ['web-shop', 'rehearsal'],
  ['web-shop', 'production'],
])('plans/%s in %s', (name, file) => {
  it('agree with each other', () => {
    const folder = join(import.meta.dirname, '..', '..', 'plans', name);
    const source = readFileSync(join(folder, 'plan.md'), 'utf8');
    const text = readFileSync(join(folder, 'environments', `${file}.yaml`), 'utf8');
    expect(check(text, 'en', compile(source, { path: 'plan.md' }).plan)).toEqual([]);
  });
});
