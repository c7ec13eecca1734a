import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type JournalFollower, openJournalFollower } from '../../src/store/follow-journal.ts';
import { openJournal, readJournalFile } from '../../src/store/journal-file.ts';
import type { JournalFile } from '../../src/store/types.ts';
import { end, kept } from './cockpits.ts';
import { lineEnds, note, writeJournal } from './journals.ts';
import { as, bob, carol, ops, outsider, someMembers, staying } from './members.ts';
import { isRoot, temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const writer = path.join(import.meta.dirname, 'fixtures', 'journal-writer.ts');

/** A journal of two notes, closed by whoever wrote it. */
const begun = (home = folder()) => writeJournal(home, ['one', 'two'].map(note));

/** Notes as they are read. */
const texts = (entries: ReturnType<JournalFollower['next']>) =>
  entries.map(entry => (entry.type === 'note.added' ? entry.text : entry.type));

function withWriter(file: string, write: (journal: JournalFile) => void): void {
  const journal = openJournal(file);
  write(journal);
  journal.close();
}

describe('a journal that somebody else writes', () => {
  it('is read as it grows: each entry once, with its hash', () => {
    const { file, entries } = begun();
    const follower = openJournalFollower(file);
    expect(follower.entries).toEqual(entries);
    expect(follower.next()).toEqual([]);
    withWriter(file, journal => {
      journal.append(note('three'), 'ops');
      journal.append(note('four'), 'ops');
      expect(texts(follower.next())).toEqual(['three', 'four']);
      journal.append(note('five'), 'ops');
    });
    expect(texts(follower.next())).toEqual(['five']);
    expect(follower.next()).toEqual([]);
    const { entries: all, hashes } = readJournalFile(file);
    expect(follower.entries).toEqual(all);
    expect(all.map(({ seq }) => follower.hashOf(seq))).toEqual(hashes);
    expect(follower.hashOf(5)).toBeNull();
    expect(follower.trouble).toBeNull();
    follower.close();
  });

  it('goes on from an earlier reading, which stays as it was', () => {
    const { file } = begun();
    const reading = readJournalFile(file);
    withWriter(file, journal => journal.append(note('three'), 'ops'));
    const follower = openJournalFollower(file, { from: reading });
    expect(texts(follower.entries)).toEqual(['one', 'two', 'three']);
    expect(reading.entries).toHaveLength(2);
    follower.close();
  });

  it('is complete, and whole at every look, while another process writes as fast as it can', async () => {
    const { file } = begun();
    const follower = openJournalFollower(file);
    const child = kept(
      spawn(process.execPath, [writer, file, '300', '5000'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    const exit = once(child, 'exit');
    await vi.waitFor(
      () => {
        follower.next();
        expect(follower.trouble).toBeNull();
        expect(follower.entries).toHaveLength(302);
      },
      { timeout: 20_000, interval: 1 },
    );
    await exit;
    expect(follower.entries).toEqual(readJournalFile(file).entries);
    follower.close();
  });

  it('is neither written nor locked, and costs nothing while nothing happens', () => {
    const { file, bytes } = begun();
    const before = fs.statSync(file);
    const follower = openJournalFollower(file);
    const read = vi.spyOn(fs, 'readSync');
    for (let look = 0; look < 50; look++) follower.next();
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
    const { mtimeMs, mode } = fs.statSync(file);
    expect({ mtimeMs, mode }).toEqual({ mtimeMs: before.mtimeMs, mode: before.mode });
    expect(fs.readFileSync(file)).toEqual(bytes);
    follower.close();
  });
});

describe('FAULTS 33: a line that is not whole', () => {
  it('is no news while it is being written', () => {
    const { file, bytes } = begun();
    const [first = 0] = lineEnds(bytes);
    fs.writeFileSync(file, bytes.subarray(0, first));
    const follower = openJournalFollower(file);
    for (let size = first + 1; size < bytes.length - 1; size++) {
      fs.appendFileSync(file, bytes.subarray(size - 1, size));
      expect([follower.next(), follower.trouble]).toEqual([[], null]);
    }
    fs.appendFileSync(file, bytes.subarray(bytes.length - 2));
    expect(texts(follower.next())).toEqual(['two']);
    follower.close();
  });

  it('is said once it stays, until whoever resumes has cut it', async () => {
    const { file } = begun();
    const follower = openJournalFollower(file, { patience: 100 });
    fs.appendFileSync(file, '{"type":"note.add');
    expect([follower.next(), follower.trouble]).toEqual([[], null]);
    await vi.waitFor(() => {
      expect(follower.next()).toEqual([]);
      expect(follower.trouble).toEqual({ why: 'line 3: it was not written whole', passing: true });
    });
    withWriter(file, journal => {
      expect([follower.next(), follower.trouble]).toEqual([[], null]);
      journal.append(note('three'), 'ops');
    });
    expect(texts(follower.next())).toEqual(['three']);
    follower.close();
  });
});

describe('FAULTS 34: a journal that cannot be trusted any more', () => {
  const troubleAfter = (harm: (file: string, bytes: Buffer) => void) => {
    const { file, bytes } = begun();
    const follower = openJournalFollower(file);
    harm(file, bytes);
    expect(follower.next()).toEqual([]);
    const { trouble } = follower;
    expect(texts(follower.entries)).toEqual(['one', 'two']);
    follower.close();
    return trouble;
  };

  it('names the line that is not what was written, and why', () => {
    expect(troubleAfter(file => fs.appendFileSync(file, '{"seq":2}\n'))).toEqual({
      why: 'line 3: it does not end with its hash',
      passing: false,
    });
    // A line of another journal, whole in itself.
    const { bytes } = begun();
    expect(
      troubleAfter(file => fs.appendFileSync(file, bytes.subarray(lineEnds(bytes)[0])))?.why,
    ).toMatch(/^line 3: it does not follow the line before/);
  });

  it('knows a damaged newline from a line that is being written', () => {
    const { file, bytes } = begun();
    const harmed = Uint8Array.from(bytes);
    harmed[bytes.length - 1] = 11;
    fs.writeFileSync(file, harmed);
    const follower = openJournalFollower(file);
    expect(follower.trouble?.why).toBe('line 2: its newline was changed');
    expect(texts(follower.entries)).toEqual(['one']);
    follower.close();
  });

  it('says that entries which were read are gone', () => {
    expect(troubleAfter((file, bytes) => fs.truncateSync(file, bytes.length - 3))).toEqual({
      why: 'entries that were read are gone from it',
      passing: false,
    });
  });

  it('says that it was deleted', () => {
    expect(troubleAfter(file => fs.rmSync(file))?.why).toBe('the file was deleted');
  });

  it('says that another file took its place, even with the same bytes', () => {
    const replaced = (file: string, bytes: Buffer) => {
      fs.rmSync(file);
      fs.writeFileSync(file, bytes);
    };
    expect(troubleAfter(replaced)?.why).toBe('another file took its place');
  });

  it('reads on once the very file is back, with the folder that was moved away', () => {
    const home = folder();
    const run = path.join(home, 'run');
    fs.mkdirSync(run);
    const { file } = begun(run);
    const follower = openJournalFollower(file);
    fs.renameSync(run, `${run}.away`);
    expect(follower.next()).toEqual([]);
    expect(follower.trouble?.why).toBe('the file was deleted');
    fs.renameSync(`${run}.away`, run);
    expect([follower.next(), follower.trouble]).toEqual([[], null]);
    withWriter(file, journal => journal.append(note('three'), 'ops'));
    expect(texts(follower.next())).toEqual(['three']);
    follower.close();
  });

  it('is not followed through a link, nor where there is none (FAULTS 45)', () => {
    const { file } = begun();
    const link = `${file}.link`;
    fs.symlinkSync(file, link);
    expect(() => openJournalFollower(link)).toThrow(/symbolic link/);
    expect(() => openJournalFollower(`${file}.none`)).toThrow(/does not exist/);
  });
});

describe.runIf(isRoot)('the journal of a shared home (needs root: real other users)', () => {
  someMembers();

  it('is followed by a member who has nothing to do with the run, and by nobody else', () => {
    const home = folder();
    fs.chownSync(home, 0, ops);
    fs.chmodSync(home, 0o2770);
    const run = as<string>(bob, 'create', home).done!;
    as(bob, 'begin', run);
    expect(as(carol, 'follow', run).done).toEqual({ entries: 1, helm: 'free', trouble: null });
    expect(as(outsider, 'follow', run).refused?.why).toMatch(/^permission denied/);
  });

  it('tells who drives, though their process is another user’s', async () => {
    const home = folder();
    fs.chownSync(home, 0, ops);
    fs.chmodSync(home, 0o2770);
    const run = as<string>(bob, 'create', home).done!;
    as(bob, 'begin', run);
    const holder = await staying(bob, 'hold', run);
    expect(as(carol, 'follow', run).done).toMatchObject({ helm: 'held' });
    await end(holder, 'SIGKILL');
    expect(as(carol, 'follow', run).done).toMatchObject({ helm: 'lost' });
  });
});
