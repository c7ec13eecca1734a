/** The viewer's time in a test: it goes by only when told to. */
import type { Clock } from '../../src/sources/playing/clock.ts';

export interface Viewing extends Clock {
  /** Lets milliseconds of viewing go by, calling back what is due on the way. */
  watch(ms: number): void;
}

export function viewing(): Viewing {
  let now = 0;
  let due: { at: number; call: () => void }[] = [];
  const clock: Viewing = {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      due.push(timer);
      return () => {
        due = due.filter(one => one !== timer);
      };
    },
    watch(ms) {
      const end = now + ms;
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        due = due.filter(one => one !== next);
        next.call();
      }
      now = end;
    },
  };
  return clock;
}
