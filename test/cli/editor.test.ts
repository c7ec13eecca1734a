import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { editorOf } from '../../src/cli/editor.ts';

const folder = mkdtempSync(join(tmpdir(), 'bascule-editor-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An editor that does one thing to its file. */
function script(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('without VISUAL or EDITOR there is no editor', () => {
  expect(editorOf({})).toBeNull();
  expect(editorOf({ EDITOR: ' ' })).toBeNull();
});

test('VISUAL wins over EDITOR, and is called by its short name', () => {
  expect(editorOf({ VISUAL: '/usr/bin/vim -n', EDITOR: 'nano' })?.name).toBe('vim');
});

test('what the editor saved comes back, its arguments kept, the last line end as it was', async () => {
  const path = script('shout', `test "$1" = --loud && sed -i s/echo/printf/ "$2"`);
  const editor = editorOf({ EDITOR: `${path} --loud` })!;
  expect(await editor.edit('echo 1\necho 2')).toBe('printf 1\nprintf 2');
  expect(await editor.edit('echo 1\n')).toBe('printf 1\n');
});

test('an editor that ends in failure changes nothing', async () => {
  const path = script('quits', 'echo lost > "$1"; exit 1');
  expect(await editorOf({ EDITOR: path })!.edit('echo 1')).toBeNull();
});
