import type { JournalDamage } from './types.ts';

/** The journal is not what was written: it is never opened, nothing in it is guessed. */
export class JournalDamaged extends Error implements JournalDamage {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly why: string;
  readonly remedy =
    'Keep the file for the debrief and restore it from a copy; nothing will be run from it as it is.';

  constructor(file: string, damage: JournalDamage) {
    super(`${file}: line ${damage.line}: ${damage.why}`);
    this.name = 'JournalDamaged';
    this.file = file;
    this.line = damage.line;
    this.why = damage.why;
  }
}

/** No room for the entry: nothing of it is kept, the journal is whole, and it may be tried again once space is freed. */
export class JournalFull extends Error {
  readonly file: string;
  readonly remedy = 'Free some space on that disk, then try again.';

  constructor(file: string, cause: unknown) {
    super(`${file}: the disk is full, the entry was not written`, { cause });
    this.name = 'JournalFull';
    this.file = file;
  }
}

/** Nobody can say what is on the disk: this journal is closed for good; opening the run again reads what is there. */
export class JournalFailed extends Error {
  readonly file: string;
  readonly why: string;
  readonly remedy = 'Leave, check the disk (dmesg), then resume the run.';

  constructor(file: string, why: string, cause?: unknown) {
    super(`${file}: ${why}; nothing more will be written`, { cause });
    this.name = 'JournalFailed';
    this.file = file;
    this.why = why;
  }
}
