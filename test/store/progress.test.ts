import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgress, type Progress } from '../../src/store/progress.ts';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const at = (seq: number): Progress => ({
  version: 1,
  seq,
  hash: 'a1',
  snapshot: { value: 'underway' },
});
const newFile = () => path.join(folder(), 'progress.json');

describe('progress.json', () => {
  it('gives back what was written, from another cockpit as well', async () => {
    const file = newFile();
    await createProgress(file).write(at(7));
    expect(await createProgress(file).read()).toEqual(at(7));
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['progress.json']);
  });

  it.each([
    ['missing', null],
    ['empty, as after a power cut', ''],
    ['half written', '{"version":1,"seq":3,'],
    ['of another version', JSON.stringify({ ...at(3), version: 2 })],
    ['without its position', JSON.stringify({ version: 1, snapshot: {} })],
    ['full of NULs', '\0'.repeat(64)],
  ])('is a cache: %s, it is null and no error', async (_, text) => {
    const file = newFile();
    if (text !== null) fs.writeFileSync(file, text);
    expect(await createProgress(file).read()).toBeNull();
  });

  it('forgets what it had once the file is damaged', async () => {
    const file = newFile();
    const progress = createProgress(file);
    await progress.write(at(1));
    fs.writeFileSync(file, 'no');
    expect(await progress.read()).toBeNull();
  });

  it('ends with the latest of many writes at once', async () => {
    const file = newFile();
    const progress = createProgress(file);
    await Promise.all([1, 2, 3, 4, 5].map(seq => progress.write(at(seq))));
    expect(await progress.read()).toEqual(at(5));
    await progress.write(at(6));
    expect(await progress.read()).toEqual(at(6));
  });

  it('keeps the old one when the new one cannot be written', async () => {
    const file = newFile();
    const progress = createProgress(file);
    await progress.write(at(1));
    fs.mkdirSync(`${file}.new`);
    await expect(progress.write(at(2))).rejects.toThrow(/directory/);
    fs.rmdirSync(`${file}.new`);
    expect(await progress.read()).toEqual(at(1));
    await progress.write(at(3));
    expect(await progress.read()).toEqual(at(3));
  });

  it('FAULTS 45: never writes through a planted link', async () => {
    const file = newFile();
    const victim = path.join(path.dirname(file), 'victim');
    fs.writeFileSync(victim, 'precious');
    fs.symlinkSync(victim, `${file}.new`);
    fs.symlinkSync(victim, file);
    await createProgress(file).write(at(1));
    expect(fs.readFileSync(victim, 'utf8')).toBe('precious');
    expect(fs.lstatSync(file).isFile()).toBe(true);
  });
});
