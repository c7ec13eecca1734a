import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const launcher = path.join(root, 'bin/bascule.js');
const built = path.join(root, 'dist/bascule.js');

describe('the launcher', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bascule-launcher-'));
  const copy = path.join(folder, 'bin/bascule.js');
  mkdirSync(path.dirname(copy));
  copyFileSync(launcher, copy);
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Starts the copy as if by another version of Node. */
  function start(version = process.versions.node) {
    const versions = JSON.stringify({ ...process.versions, node: version });
    const pretend = `Object.defineProperty(process, 'versions', { value: ${versions} })`;
    const disguise = `data:text/javascript,${encodeURIComponent(pretend)}`;
    return spawnSync(process.execPath, ['--import', disguise, copy], { encoding: 'utf8' });
  }

  test.each(['12.22.12', '20.20.2', '22.11.0'])('says to Node %s what to do', version => {
    const { status, stderr, stdout } = start(version);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`Node 22.12 or later is needed, this is Node ${version}`);
    expect(stderr).toContain(`il faut Node 22.12 ou plus récent, celui-ci est ${version}`);
    expect(stderr).toContain('npm ci && npm start');
  });

  test('points to the Node that the project already has', () => {
    const own = path.join(folder, 'node_modules/node/bin/node');
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, '');
    expect(start('20.20.2').stderr).toContain(`${own} ${copy} …`);
    expect(start('20.20.2').stderr).toContain('npx bascule …');
  });

  test.each(['22.12.0', '24.0.0'])('asks for a build under Node %s', version => {
    const { status, stderr } = start(version);
    expect(status).toBe(1);
    expect(stderr).toContain('not built yet');
    expect(stderr).toContain('npm run build');
  });

  test('can be read by Node 12', () => {
    const code = readFileSync(launcher, 'utf8').replace(/^\s*\/\/.*$/gm, '');
    expect(code).not.toMatch(/\?\.|\?\?|'node:|\bawait\b|#!.*--|\|\|=|\.at\(/);
  });
});

describe.skipIf(!existsSync(built))('the built program', () => {
  test('knows its version', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const { stdout } = spawnSync(process.execPath, [launcher, '--version'], { encoding: 'utf8' });
    expect(stdout).toBe(`${version}\n`);
  });

  test('loads almost nothing before it knows what is asked', () => {
    const loaded = staticImports(built);
    const bytes = loaded.reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThan(10_000);
  });
});

/** A module and all that it imports at once. */
function staticImports(file: string, found: string[] = []): string[] {
  if (found.includes(file)) return found;
  found.push(file);
  const code = readFileSync(file, 'utf8');
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s?"(\.[^"]+)"/g)) {
    staticImports(path.resolve(path.dirname(file), name), found);
  }
  return found;
}
