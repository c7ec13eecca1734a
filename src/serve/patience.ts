import { setTimeout as delay } from 'node:timers/promises';

/** Looks at tokens one after the other for each address, more slowly after a wrong one. */
export interface Patience {
  /** @returns null, without having looked, when too many wait already or the asker has gone. */
  judge(address: string, isRight: () => boolean, isGone: () => boolean): Promise<boolean | null>;
}

interface Queue {
  waiting: number;
  last: Promise<unknown>;
}

/**
 * @param penalty milliseconds from a wrong token to the next look
 * @param most waiting at one address. There are as many addresses as open connections at most.
 * @param ending aborts when nobody is to wait any more
 */
export function createPatience(penalty: number, most: number, ending: AbortSignal): Patience {
  const queues = new Map<string, Queue>();
  return {
    async judge(address, isRight, isGone) {
      const queue = queues.get(address) ?? { waiting: 0, last: Promise.resolve() };
      if (queue.waiting >= most) return null;
      queues.set(address, queue);
      queue.waiting += 1;
      // Whoever left without the answer learnt nothing, and keeps nobody waiting.
      const verdict = queue.last.then(() => (isGone() || ending.aborted ? null : isRight()));
      const turn = verdict.then(right =>
        right === false ? delay(penalty, undefined, { signal: ending }).catch(() => {}) : null,
      );
      queue.last = turn.finally(() => {
        queue.waiting -= 1;
        if (queue.waiting === 0) queues.delete(address);
      });
      return verdict;
    },
  };
}
