/** The store will not touch this place: what, where, why and what to do. */
export class StoreRefused extends Error {
  readonly file: string;
  readonly why: string;
  readonly remedy: string;

  constructor(file: string, why: string, remedy: string) {
    super(`${file}: ${why}. ${remedy}`);
    this.name = 'StoreRefused';
    this.file = file;
    this.why = why;
    this.remedy = remedy;
  }
}

/** The error code of a failed system call, '' for anything else. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}

const reasons: Record<string, [why: string, remedy: string]> = {
  EROFS: ['it is on a read-only file system', 'Choose another folder with --home.'],
  EACCES: ['permission denied', 'Check who owns it, or choose another folder with --home.'],
  EPERM: ['permission denied', 'Check who owns it, or choose another folder with --home.'],
  ELOOP: ['it is a symbolic link', 'Remove the link, or give the real path.'],
  ENOTDIR: ['part of the path is not a folder', 'Check the path.'],
  EISDIR: ['it is a folder, a file was expected', 'Check the path.'],
  ENOENT: ['it does not exist', 'Check the path.'],
  ENOSPC: ['the disk is full', 'Free some space, then try again.'],
  EDQUOT: ['the disk quota is used up', 'Free some space, then try again.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter name.'],
};

/** Turns the failure of a system call on `file` into a refusal; anything unexpected comes back as it is. */
export function refusal(file: string, error: unknown): unknown {
  const known = reasons[codeOf(error)];
  return known ? new StoreRefused(file, ...known) : error;
}
