import fs from 'node:fs/promises';
import path from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { z } from 'zod';
import { readPlain, syncFolder } from './durable.ts';
import { modesIn } from './sharing.ts';

const progressSchema = z.object({
  version: z.literal(1),
  /** Last entry folded into the snapshot, and its hash. */
  seq: z.int().nonnegative(),
  hash: z.string().min(1),
  /** The machine's persisted snapshot. */
  snapshot: z.unknown(),
});

/** Where the machine stood after an entry: a cache, rebuilt from the journal when it is lost. */
export type Progress = z.infer<typeof progressSchema>;

export interface ProgressFile {
  /** Null when there is none, or when it is damaged: then fold the whole journal. */
  read(): Promise<Progress | null>;
  /** Replaces it, durably; of several writes asked for meanwhile only the latest is done. @throws on a full disk; the old one stays. */
  write(progress: Progress): Promise<void>;
}

/** `progress.json` of one run, written by the holder of the helm alone. */
export function createProgress(file: string): ProgressFile {
  const low = new Low<Progress | null>(new DurableJson(file), null);
  let waiting: Progress | null = null;
  let writing: Promise<void> | null = null;

  async function drain(): Promise<void> {
    try {
      for (let next = waiting; next; next = waiting) {
        waiting = null;
        low.data = next;
        await low.write();
      }
    } finally {
      writing = null;
    }
  }

  return {
    async read() {
      // lowdb keeps what it had when the adapter finds nothing.
      low.data = null;
      await low.read();
      return low.data;
    },
    write(progress) {
      waiting = progress;
      writing ??= drain();
      return writing;
    },
  };
}

/** lowdb's own adapter neither syncs nor restricts the file: a power cut could leave it empty. */
class DurableJson implements Adapter<Progress | null> {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async read(): Promise<Progress | null> {
    try {
      return progressSchema.parse(JSON.parse(readPlain(this.#file)));
    } catch {
      return null;
    }
  }

  async write(progress: Progress | null): Promise<void> {
    const temporary = `${this.#file}.new`;
    try {
      await writeSynced(temporary, JSON.stringify(progress));
      await fs.rename(temporary, this.#file);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
    syncFolder(path.dirname(this.#file));
  }
}

/** Always a new file: whatever a crash, or someone, left under that name is removed, never written through. */
async function writeSynced(file: string, text: string): Promise<void> {
  await fs.rm(file, { force: true });
  const handle = await fs.open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.chmod(modesIn(path.dirname(file)).file);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
