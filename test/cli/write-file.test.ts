import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../src/cli/write-file.ts';
import { cliWords } from '../../src/locale/cli.ts';
import { temporaryFolder } from '../store/temporary.ts';

const folder = temporaryFolder();
const words = cliWords('fr');

test('a new file is whole, and its owner’s alone', () => {
  const file = join(folder(), 'rapport.html');
  writeWhole(file, 'texte', false, words);
  expect(readFileSync(file, 'utf8')).toBe('texte');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a file that exists is kept, unless it is to be replaced', () => {
  const home = folder();
  const file = join(home, 'rapport.html');
  writeFileSync(file, 'avant');
  chmodSync(file, 0o644);
  expect(() => writeWhole(file, 'après', false, words)).toThrow(`${file} existe déjà.`);
  expect(readFileSync(file, 'utf8')).toBe('avant');
  writeWhole(file, 'après', true, words);
  expect(readFileSync(file, 'utf8')).toBe('après');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(home)).toEqual(['rapport.html']);
});

test('a link is replaced, never followed', () => {
  const home = folder();
  const elsewhere = join(home, 'ailleurs');
  writeFileSync(elsewhere, 'à autrui');
  symlinkSync(elsewhere, join(home, 'lien'));
  expect(() => writeWhole(join(home, 'lien'), 'x', false, words)).toThrow(/existe déjà/);
  writeWhole(join(home, 'lien'), 'x', true, words);
  expect(readFileSync(elsewhere, 'utf8')).toBe('à autrui');
});

test('what cannot be written is said, and nothing is left of it', () => {
  const home = folder();
  const nowhere = join(home, 'absent', 'rapport.html');
  expect(() => writeWhole(nowhere, 'x', false, words)).toThrow(/ne peut pas être écrit/);
  mkdirSync(join(home, 'dossier'));
  expect(() => writeWhole(join(home, 'dossier'), 'x', true, words)).toThrow(
    /ne peut pas être écrit/,
  );
  expect(existsSync(join(home, 'absent'))).toBe(false);
  expect(readdirSync(home)).toEqual(['dossier']);
});
