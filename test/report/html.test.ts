/** The HTML page as text; what a browser makes of it is in browser/. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../src/report/html.ts';
import { emptyReport, hostileReport, largeReport, sampleReport } from './sample.ts';

const page = htmlOf(sampleReport());
const sectionsOf = (text: string) =>
  [...text.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);
const hash = (text: string) =>
  `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;

describe('sections', () => {
  test('stand in the order of the story, each in the contents', () => {
    const ids = sectionsOf(page);
    expect(ids).toEqual([
      'gantt',
      'time',
      'against',
      'checkpoints',
      'decisions',
      'failures',
      'amendments',
      'messages',
      'metrics',
      'prerequisites',
      'calls',
      'notes',
      'improvement',
      'timeline',
      'outputs',
    ]);
    for (const id of ids) expect(page).toContain(`<a href="#${id}">`);
  });

  test('of a run that has barely begun are few, and say that they are empty', () => {
    const text = htmlOf(emptyReport());
    expect(sectionsOf(text)).toEqual([
      'gantt',
      'time',
      'decisions',
      'failures',
      'improvement',
      'timeline',
      'outputs',
    ]);
    expect(text).toContain('Aucune décision.');
    expect(text).toContain('Le journal est vide.');
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test('in English, the facts left as they are', () => {
    const text = htmlOf(sampleReport({ language: 'en' }));
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Where the time went');
    expect(text).toContain('50 min more than planned');
    expect(text).toContain('Tuesday 1 December 2026');
    expect(text).toContain('Prévenir le support avant la sauvegarde');
    expect(text).not.toContain('Déroulé');
  });
});

describe('the policy of the page', () => {
  const policyOf = (text: string) => /Security-Policy" content="([^"]+)"/.exec(text)![1]!;
  const unescaped = (text: string) => policyOf(text).replaceAll('&#39;', "'");
  const inside = (text: string, tag: string) =>
    [...text.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, body]) => body!);

  test('lets its own script and style run, by their hashes, and nothing else', () => {
    const policy = unescaped(page);
    for (const body of [...inside(page, 'script'), ...inside(page, 'style')]) {
      expect(policy).toContain(`'${hash(body)}'`);
    }
    expect(inside(page, 'script')).toHaveLength(1);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|http|\*|connect-src/);
    expect(page).not.toMatch(/ style="| on\w+="/);
  });

  test('of a live page lets it ask its own server, with a second script', () => {
    const live = htmlOf(sampleReport(), { live: true });
    expect(inside(live, 'script')).toHaveLength(2);
    for (const body of inside(live, 'script')) expect(unescaped(live)).toContain(hash(body));
    expect(unescaped(live)).toContain("connect-src 'self'");
    expect(live).toContain('Données de 10:02:11');
    expect(live).toContain('connexion perdue');
    expect(page).not.toContain('EventSource');
  });
});

test('nothing hostile becomes a tag or an attribute', () => {
  const text = htmlOf(hostileReport());
  // Quotes and `>` are escaped in attributes, so that this finds whole tags.
  const tags = text.match(/<[a-z][^>]*>/gi)!;
  expect(tags.filter(tag => /^<(img|svg\/)| on\w+=["']/i.test(tag))).toEqual([]);
  expect(text.match(/<style>/g)).toHaveLength(1);
  expect(text.match(/<script>/g)).toHaveLength(1);
  expect(text.match(/<\/main>/g)).toHaveLength(1);
  expect(text).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e\u2028]/);
});

test('figures carry their value as the JSON has it', () => {
  const { figures } = sampleReport();
  for (const [name, value] of Object.entries(figures)) {
    expect(page).toContain(`data-figure="${name}" data-value="${value ?? ''}"`);
  }
});

test('ten thousand lines and 2 MB of output make a page of at most 5 MB, in linear time', () => {
  const report = largeReport(10_000, 2_000_000);
  const began = performance.now();
  const text = htmlOf(report);
  const took = performance.now() - began;
  process.stderr.write(`page of ${(text.length / 1e6).toFixed(2)} MB in ${took.toFixed(0)} ms\n`);
  expect(Buffer.byteLength(text)).toBeLessThan(5_000_000);
  const half = htmlOf(largeReport(5_000, 1_000_000));
  expect(text.length / half.length).toBeLessThan(2.1);
});
