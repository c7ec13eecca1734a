/** Milliseconds to see a new situation before keys decide about it: longer than most keyboards wait to repeat. */
export const settling = 600;

/** Since when the run stands where it stands, as seen on this screen. */
export class Footing {
  private key: string;
  private since = 0;

  constructor(key: string) {
    this.key = key;
  }

  /** Takes note of where the run stands at `now`; true when that is news. */
  moves(key: string, now: number): boolean {
    if (key === this.key) return false;
    this.key = key;
    this.since = now;
    return true;
  }

  /** The situation has been on screen long enough to decide about it. */
  settled(key: string, now: number): boolean {
    return key === this.key && now - this.since >= settling;
  }
}
