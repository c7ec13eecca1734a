/** Building a job's folder: whole and durable, or not there at all. */
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { createDurable, isShared, isThere, sharedFolder, syncFolder } from './files.ts';
import { reserved } from './records.ts';
import type { JobSpec } from './types.ts';

/** The folder of a job. @throws when the id could not be the name of one. */
export function folderOf(jobs: string, id: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,199}$/.test(id)) return join(jobs, id);
  throw new Error(
    `${JSON.stringify(id)} cannot name a job: use letters, digits, dots and dashes, ` +
      'at most 200, beginning with a letter or a digit.',
  );
}

/** The jobs' own folder, created at need; its parent must exist. */
export async function makeJobsFolder(jobs: string): Promise<void> {
  if ((await mkdir(jobs, { recursive: true, mode: 0o700 })) !== undefined) {
    await setMode(jobs);
    await syncFolder(dirname(jobs));
  }
}

/** Whatever the umask: a new folder is shared with a group where its parent is, else its owner's alone. */
async function setMode(folder: string): Promise<void> {
  await chmod(folder, (await isShared(dirname(folder))) ? sharedFolder : 0o700);
}

/**
 * Builds a folder under a temporary name, syncs it and gives it its name; does nothing when it exists.
 * @param files content and mode by name.
 * @throws on a full disk or an unwritable folder; nothing is left then.
 */
export async function buildFolder(
  folder: string,
  files: Record<string, { content: string; mode: number }>,
): Promise<void> {
  if (await isThere(folder)) return;
  const draft = join(dirname(folder), `.${basename(folder)}.tmp`);
  await rm(draft, { recursive: true, force: true });
  try {
    await mkdir(draft, { mode: 0o700 });
    await setMode(draft);
    await Promise.all(
      Object.entries(files).map(([name, file]) =>
        createDurable(join(draft, name), file.content, file.mode),
      ),
    );
    await syncFolder(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(folder));
}

/**
 * The files of a job that is ready to be launched.
 * @param nofile the soft limit on open files that the command gets back, when it is to change.
 * @throws when the specification cannot be run.
 */
export function jobFiles(
  spec: JobSpec,
  nofile: number | undefined,
): Record<string, { content: string; mode: number }> {
  checkSpec(spec);
  const meta = {
    directory: spec.directory,
    interpreter: spec.interpreter,
    timeout: spec.timeout ?? '',
    grace: spec.grace ?? 30,
    nofile: nofile ?? '',
    interactive: spec.interactive ? 'yes' : '',
  };
  return {
    script: { content: spec.script, mode: 0o400 },
    ...(spec.input === undefined ? {} : { input: { content: spec.input, mode: 0o400 } }),
    'meta.sh': { content: assignments(meta), mode: 0o600 },
    output: { content: '', mode: 0o600 },
    lock: { content: '', mode: 0o600 },
    // A refusal goes over these blanks: there may be no space left by then.
    'wrapper.log': { content: `${' '.repeat(reserved - 1)}\n`, mode: 0o600 },
  };
}

function checkSpec(spec: JobSpec): void {
  const seconds = [spec.timeout ?? 1, spec.grace ?? 1];
  if (!isAbsolute(spec.directory) || spec.directory.includes('\0')) {
    throw new Error(`a job's directory must be an absolute path, not ${spec.directory}`);
  }
  if (spec.interpreter === '' || /[\0\n]/.test(spec.interpreter)) {
    throw new Error(`a job's interpreter must be a command's name, not ${spec.interpreter}`);
  }
  // 0 means "no limit" to timeout(1), and 1e21 is no number to it.
  if (seconds.some(value => !(value > 0 && value < 1e9))) {
    throw new Error(`a job's time limit and grace are seconds above 0, not ${seconds.join(', ')}`);
  }
}

const assignments = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => `bascule_${name}='${String(value).replaceAll("'", `'\\''`)}'\n`)
    .join('');
