/** The time that a player plays by: the viewer's, not the run's. */
export interface Clock {
  /** Milliseconds, never going back. */
  now(): number;
  /** Calls back once after some milliseconds, unless the returned function is called before. */
  after(ms: number, call: () => void): () => void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
