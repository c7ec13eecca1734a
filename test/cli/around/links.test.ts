/** What a plan links to, as a page to read. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { linkedPage } from '../../../src/cli/around/links.ts';

/** A plan's folder with a page beside it, and documents below. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'bascule-links-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  for (const name of ['docs', 'pages']) mkdirSync(join(made, name));
  writeFileSync(join(made, 'guide à lire.md'), '# Guide\n');
  writeFileSync(join(made, 'docs/README.md'), '# Documents\n');
  for (const name of ['two.md', 'one.md']) writeFileSync(join(made, 'pages', name), '');
  return made;
}

describe('a link', () => {
  it.each([
    ['to a file', 'guide à lire.md', '# Guide\n'],
    ['that is written as an address', 'guide%20%C3%A0%20lire.md#part?x', '# Guide\n'],
    ['to a folder, by its README', './docs/', '# Documents\n'],
    ['to a folder without one, by its names', 'pages', '- one.md\n- two.md'],
  ])('%s is read', (_, url, markdown) => {
    expect(linkedPage(folder(), url)).toEqual({ title: url, markdown });
  });

  it.each([
    ['an address', 'https://example.org/guide.md'],
    ['a mail address', 'mailto:ops@example.org'],
    ['another host', '//example.org/guide.md'],
    ['a place in the plan', '#rollback'],
    ['what is not there', 'nothing.md'],
    ['what is badly written', '%E0%A4%A'],
  ])('to %s is no page', (_, url) => {
    expect(linkedPage(folder(), url)).toBeNull();
  });

  it('to bytes is no page', () => {
    const place = folder();
    writeFileSync(join(place, 'image.png'), Buffer.from([137, 80, 78, 71, 0, 1]));
    expect(linkedPage(place, 'image.png')).toBeNull();
  });

  it('never waits for a pipe, nor reads a device for ever', () => {
    const place = folder();
    execFileSync('bash', ['-c', 'mkfifo pipe'], { cwd: place });
    symlinkSync('/dev/zero', join(place, 'zeros'));
    expect([linkedPage(place, 'pipe'), linkedPage(place, 'zeros')]).toEqual([null, null]);
  });

  it('to a long file shows its beginning', () => {
    const place = folder();
    writeFileSync(join(place, 'long.md'), 'a'.repeat(1_000_000));
    expect(linkedPage(place, 'long.md')?.markdown).toHaveLength(400_000);
  });
});
