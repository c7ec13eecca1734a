import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readEnvironment,
  rehearsalEnvironment,
  withEnvironment,
} from '../../src/plan/environment.ts';
import { compiled, onDay, underlined } from './write.ts';

const read = (source: string, path = 'staging.yaml') =>
  readEnvironment(source, { path, language: 'en' });
const faults = (source: string) => underlined(source, read(source).diagnostics);

describe('an environment file', () => {
  it('may be empty: every setting has a default', () => {
    expect(read('')).toEqual({
      environment: { ...rehearsalEnvironment, name: 'staging', directory: '{{plan}}' },
      diagnostics: [],
    });
  });

  it('takes its name from the file, else from itself', () => {
    expect(read('', 'environments/acceptance.yml').environment?.name).toBe('acceptance');
    expect(read('name: other').environment?.name).toBe('other');
  });

  it('follows the clock when it is protected, unless it says otherwise', () => {
    expect(read('protected: true').environment?.schedule).toBe('absolute');
    expect(read('protected: true\nschedule: relative').environment?.schedule).toBe('relative');
    expect(read('').environment?.schedule).toBe('relative');
  });

  it('gives commands in short or in full', () => {
    const { environment } = read(
      'prepare:\n  - make target\n  - title: Seed\n    run: |\n      make seed\n    timeout: 2m\ncheck:\n  - run: make check\n    timeout: 30',
    );
    expect(environment?.prepare).toEqual([
      { title: 'make target', run: 'make target' },
      { title: 'Seed', run: 'make seed\n', timeout: 120 },
    ]);
    expect(environment?.check).toEqual([{ title: 'make check', run: 'make check', timeout: 30 }]);
  });

  it('keeps figures as they were written', () => {
    expect(read('variables:\n  version: 1.10\n  port: 08080').environment?.variables).toEqual({
      version: '1.10',
      port: '08080',
    });
  });

  it('says where secrets come from', () => {
    const secrets = { A: { variable: 'X' }, B: { file: '/b' }, C: { command: 'pass c' } };
    expect(read(JSON.stringify({ secrets })).environment?.secrets).toEqual(secrets);
  });

  it('owes its prerequisites where the clock rules, unless it says otherwise', () => {
    expect(read('').environment?.prerequisites).toBe('optional');
    expect(read('protected: true').environment?.prerequisites).toBe('required');
    expect(read('protected: true\nprerequisites: optional').environment?.prerequisites).toBe(
      'optional',
    );
  });

  it('says how messages leave and how metrics are measured', () => {
    const { environment } = read(
      'channels:\n  mail: {type: smtp, host: a, from: b, to: [c], password: {secret: P}}\n' +
        'probes:\n  M1.1: {type: http, url: a, measure: p95, timeout: 1m}\n',
    );
    expect(environment?.channels).toEqual({
      mail: {
        type: 'smtp',
        names: [],
        timeout: 20,
        host: 'a',
        port: 587,
        security: 'starttls',
        password: { secret: 'P' },
        from: 'b',
        to: ['c'],
      },
    });
    expect(environment?.probes).toEqual({
      'M1.1': { type: 'http', url: 'a', measure: 'p95', requests: 20, every: 60, timeout: 60 },
    });
  });

  it('may have Windows line ends and a byte order mark', () => {
    expect(read('\uFEFFprotected: true\r\npace: phase\r\n').environment).toMatchObject({
      protected: true,
      pace: 'phase',
    });
  });
});

describe('mistakes in an environment file', () => {
  it.each([
    ['protcted: true', 'unknown-key: protcted', 'protected'],
    ['pace: slow', 'bad-value: slow', 'step | phase | automatic'],
    ['protected: "yes"', 'bad-value: "yes"', 'true or false'],
    ['path: /usr/bin', 'bad-value: /usr/bin', 'a list'],
    ['variables:\n  a: true', 'bad-value: true', 'text'],
    ['variables:\n  9a: x', 'bad-value: 9a', 'release-tag'],
    ['environment:\n  A-B: x', 'bad-value: A-B', 'NAME'],
    ['prepare:\n  - title: a', 'bad-value: title: a', 'text'],
    ['prepare:\n  - run: a\n    timout: 3m', 'unknown-key: timout', 'timeout'],
    ['check:\n  - run: a\n    timeout: soon', 'bad-value: soon', '40m'],
    ['secrets:\n  A:\n    varable: X', 'unknown-key: varable', 'variable'],
    ['secrets:\n  A: x', 'bad-value: x', 'a map'],
    ['hosts:\n  db: {adress: x}', 'unknown-key: adress', 'address'],
    ['channels:\n  mail: {type: smpt}', 'bad-value: smpt', 'smtp | slack | teams'],
    ['channels:\n  mail: {type: slack, ulr: a}', 'unknown-key: ulr', 'url'],
    ['channels:\n  mail: {type: slack, url: a, hst: b}', 'unknown-key: hst', 'type url ca.'],
    [
      'channels:\n  mail: {type: smtp, host: a, from: b, to: []}',
      'bad-value: []',
      'users@example.org',
    ],
    ['channels:\n  chat: {type: slack, url: {secert: A}}', 'unknown-key: secert', 'secret'],
    ['probes:\n  M1.1: {type: http, url: a, measure: p96}', 'bad-value: p96', 'p50 | p95 | p99'],
    [
      'probes:\n  M1.1: {type: http, url: a, measure: p95, requests: 500}',
      'bad-value: 500',
      '1–200',
    ],
    ['prerequisites: maybe', 'bad-value: maybe', 'required | optional'],
    ['approvers: {DBA: root}', 'bad-value: root', 'a list'],
    ['name: "a b"', 'bad-value: "a b"', 'staging'],
    ['- a', 'bad-value: - a', 'a map'],
    ['just text', 'bad-value: just text', 'a map'],
  ])('%s', (source, expected, remedy) => {
    expect(read(source).environment).toBeNull();
    expect(faults(source)).toEqual([expected]);
    expect(read(source).diagnostics[0]).toMatchObject({
      severity: 'error',
      file: 'staging.yaml',
      remedy: expect.stringContaining(remedy),
    });
  });

  it('are given all at once, by place', () => {
    const source = 'pace: slow\nprotcted: true\nhosts:\n  db: 3\n';
    expect(faults(source)).toEqual(['bad-value: slow', 'unknown-key: protcted', 'bad-value: 3']);
  });

  it('include syntax, with its place', () => {
    expect(read('a: [1,\nb: 2').diagnostics).toMatchObject([{ code: 'yaml-syntax', line: 2 }]);
    expect(read('pace: step\npace: phase').diagnostics).toMatchObject([
      { code: 'yaml-syntax', line: 2 },
    ]);
  });

  it('never throw', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'pace: ',
        'hosts:\n',
        '  a: ',
        '- ',
        '{',
        '}',
        '[',
        '&a ',
        '*a ',
        '!!x ',
        '? ',
        '\n',
        '"',
        '|\n',
        '<<: ',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const text = fc.array(piece, { maxLength: 30 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(text, source => {
        const { environment, diagnostics } = read(source);
        expect(environment === null).toBe(diagnostics.length > 0);
      }),
    );
  });

  it('are told in the language asked for', () => {
    const [french] = readEnvironment('pce: step', { path: 'a.yaml', language: 'fr' }).diagnostics;
    expect(french).toMatchObject({
      message: 'clé inconnue « pce »',
      remedy: 'vouliez-vous dire « pace » ?',
    });
  });
});

describe('withEnvironment', () => {
  const { plan } = compiled(onDay('- [ ] a'));

  it('changes nothing when there is nothing to prepare or to check', () => {
    expect(withEnvironment(plan, rehearsalEnvironment)).toBe(plan);
  });

  it('puts a stage of commands in front', () => {
    const prepared = withEnvironment(plan, {
      ...rehearsalEnvironment,
      prepare: [{ title: 'Build', run: 'make', timeout: 60 }],
      check: [{ title: 'Look', run: 'make check' }],
    });
    const [first, ...rest] = prepared.stages;
    expect(rest).toEqual(plan.stages);
    expect(first).toMatchObject({ id: 'env', key: 'env', title: 'Environment', offsetDays: 0 });
    expect(first?.phases[0]?.steps).toMatchObject([
      {
        id: 'E.1',
        title: 'Build',
        kind: 'command',
        attributes: { auto: true },
        commands: [
          { language: 'bash', script: 'make', runnable: true, attributes: { timeout: 60 } },
        ],
      },
      { id: 'E.2', title: 'Look' },
    ]);
    const keys = prepared.stages.flatMap(stage =>
      stage.phases.flatMap(phase => phase.steps.map(step => step.key)),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
