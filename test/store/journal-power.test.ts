import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { JournalFull } from '../../src/store/journal-errors.ts';
import { openJournal, readJournalFile } from '../../src/store/journal-file.ts';
import { created, note, writeJournal } from './journals.ts';
import { isRoot, temporaryFolder, thrownBy } from './temporary.ts';
import { canTrace, traced } from './traced.ts';

const folder = temporaryFolder();
const newFile = () => path.join(folder(), 'journal.jsonl');
const writer = path.join(import.meta.dirname, 'fixtures', 'journal-writer.ts');

afterEach(() => vi.restoreAllMocks());

describe('FAULTS 35: a power cut', () => {
  it.runIf(canTrace)(
    'finds every entry durable before it was acknowledged, and the file in its folder before that',
    () => {
      const file = newFile();
      const { said, calls } = traced('journal-writer.ts', [file, '3']);
      expect(said).toEqual(['ack 0', 'ack 1', 'ack 2']);
      const order = calls.flatMap(call => {
        if (call.includes(`fsync(`) && call.includes(`<${path.dirname(file)}>`))
          return ['sync folder'];
        if (call.includes(`<${file}>`)) return [call.includes('fdatasync') ? 'sync' : 'write'];
        return call.includes('"ack') ? ['ack'] : [];
      });
      const each = ['write', 'sync', 'ack'];
      expect(order).toEqual(['sync folder', ...each, ...each, ...each]);
    },
  );

  it('keeps whatever was synced, when the disk loses the rest', () => {
    const file = newFile();
    let durable = 0;
    const sync = fs.fdatasyncSync;
    vi.spyOn(fs, 'fdatasyncSync').mockImplementation(fd => {
      sync(fd);
      durable = fs.fstatSync(fd).size;
    });
    const journal = openJournal(file, { createIfMissing: true });
    for (let n = 1; n <= 20; n++) {
      journal.append(note(`entry ${n}`), 'ops');
      const survivor = newFile();
      fs.writeFileSync(survivor, fs.readFileSync(file).subarray(0, durable));
      const after = openJournal(survivor);
      after.close();
      expect(after.entries).toEqual(journal.entries);
    }
    journal.close();
  });

  it('loses no acknowledged entry to kill -9, at whatever moment', async () => {
    for (let round = 0; round < 5; round++) {
      const file = newFile();
      const child = spawn(process.execPath, [writer, file, '1000000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', chunk => {
        said += chunk;
      });
      await vi.waitFor(() => expect(said).toContain('ack 20'), { timeout: 10_000 });
      await sleep(Math.random() * 30);
      child.kill('SIGKILL');
      await new Promise(resolve => child.once('close', resolve));
      const acknowledged = said.split('\n').filter(line => /^ack \d+$/.test(line)).length;
      const journal = openJournal(file);
      expect(journal.entries.length).toBeGreaterThanOrEqual(acknowledged);
      expect(journal.entries.map(({ seq }) => seq)).toEqual(
        journal.entries.map((_, index) => index),
      );
      journal.close();
    }
  });
});

describe('FAULTS 36: fsync fails', () => {
  it.runIf(canTrace)("with the kernel's own error: no write follows", () => {
    const file = newFile();
    const { said, calls } = traced('journal-writer.ts', [file, '4'], 'fdatasync:error=EIO:when=2');
    expect(said.map(line => line.split(' ')[0])).toEqual([
      'ack',
      'JournalFailed',
      'JournalFailed',
      'JournalFailed',
    ]);
    const touching = calls.filter(call => call.includes(`<${file}>`));
    expect(touching.filter(call => call.includes('sync'))).toHaveLength(2);
    expect(touching.filter(call => call.includes('write'))).toHaveLength(2);
  });
});

describe('FAULTS 16: the disk is full', () => {
  /** What a journal must still be after entries were refused for want of room. */
  function expectWhole(file: string, acknowledged: number) {
    const read = readJournalFile(file);
    expect(read.damage).toBeUndefined();
    expect(read.torn).toBeUndefined();
    expect(read.entries).toHaveLength(acknowledged);
  }

  it('takes back a line of which only a part went in, and stays open', () => {
    const file = newFile();
    // The shell's limit on file size: the kernel takes a part of the line, then refuses the rest.
    const limited = `ulimit -f 8; exec "$@"`;
    const run = spawnSync(
      'sh',
      ['-c', limited, 'sh', process.execPath, writer, file, '8', '1000'],
      { encoding: 'utf8' },
    );
    const said = run.stdout.trim().split('\n');
    const acknowledged = said.filter(line => line.startsWith('ack')).length;
    expect(acknowledged).toBeGreaterThan(1);
    expect(acknowledged).toBeLessThan(8);
    const { size } = fs.statSync(file);
    expect(said.slice(acknowledged)).toEqual(Array(8 - acknowledged).fill(`JournalFull ${size}`));
    expectWhole(file, acknowledged);
  });

  describe.runIf(isRoot)('on a small disk of its own', () => {
    /** Runs `test` on an empty 256 kB file system. */
    function onSmallDisk(context: { skip(why: string): void }, test: (disk: string) => void) {
      const disk = folder();
      if (
        spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k,mode=700', 'tmpfs', disk]).status !== 0
      ) {
        return context.skip('this machine does not let us mount');
      }
      try {
        test(disk);
      } finally {
        // Lazily: a test that failed may have left its journal open.
        spawnSync('umount', ['-l', disk]);
      }
    }

    /** Leaves no byte free; returns the way to free some again. */
    function fill(disk: string): () => void {
      const filler = path.join(disk, 'filler');
      const fd = fs.openSync(filler, 'w');
      try {
        for (;;) fs.writeSync(fd, Buffer.alloc(4096, 1));
      } catch {
        fs.closeSync(fd);
      }
      return () => fs.rmSync(filler);
    }

    it('refuses the entry, leaves the journal whole, and goes on once there is room', context =>
      onSmallDisk(context, disk => {
        const { file } = writeJournal(disk, [created]);
        const journal = openJournal(file);
        const free = fill(disk);
        const error = thrownBy(() => {
          for (;;) journal.append(note('x'.repeat(3000)), 'ops');
        }) as JournalFull;
        expect(error).toBeInstanceOf(JournalFull);
        expect(error.remedy).toMatch(/space/);
        expectWhole(file, journal.entries.length);
        free();
        journal.append(note('room again'), 'ops');
        expectWhole(file, journal.entries.length);
        journal.close();
      }));

    it('does not cut a torn line that it cannot keep aside', context =>
      onSmallDisk(context, disk => {
        const { file, bytes } = writeJournal(disk, [created, note('x')]);
        fs.truncateSync(file, bytes.length - 5);
        const free = fill(disk);
        expect(() => openJournal(file)).toThrow(JournalFull);
        expect(fs.statSync(file).size).toBe(bytes.length - 5);
        free();
        const journal = openJournal(file);
        expect(journal.torn).toMatchObject({ keptIn: expect.stringMatching(/torn-\d+$/) });
        expect(fs.readFileSync(journal.torn!.keptIn)).toHaveLength(journal.torn!.bytes);
        journal.close();
      }));
  });
});
