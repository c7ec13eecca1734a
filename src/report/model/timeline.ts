import { logLines } from '../../view/log.ts';
import { momentsOf } from '../../view/moments.ts';
import { iso, type Story } from '../story/story.ts';
import type { Report, TimelineLine } from '../types.ts';

/** Every entry in words, those that the machine refused too. */
export function timelineOf({ input: { view } }: Story): TimelineLine[] {
  const { entries } = view;
  return logLines(view, { from: 0, to: entries.length }).map(({ seq, by, text, tone }, index) => {
    const { at, type } = entries[index]!;
    return { seq, at, by, type, text, tone };
  });
}

/** Those that are worth going back to. */
export function momentFacts({ input: { view } }: Story): Report['moments'] {
  return momentsOf(view).map(({ kind, at, seq, step, text }) => {
    return { kind, at: iso(at), seq, step, text };
  });
}
