import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// The linter holds the walls between folders, and most of what pure code must not read
// (oxlint.config.ts). What it cannot say is said here.

const root = path.resolve(import.meta.dirname, '..');
const pureFolders = ['machines', 'src/plan', 'src/journal', 'src/view', 'src/locale'];

function sourcesOf(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => path.join(folder, name));
}

test.each(pureFolders)('%s never asks what time it is', folder => {
  const clocks = /new Date\(\s*\)|(?<![.\w])Date\(\s*\)/;
  const readers = sourcesOf(folder).filter(file =>
    clocks.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(readers).toEqual([]);
});
