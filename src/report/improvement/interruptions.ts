/** When a run was not simply being done: a length measured over such a time says nothing of the plan. */
import type { Entry } from '../../../machines/entries.ts';
import { workedUntil } from '../../journal/worked.ts';
import type { Stretch } from '../types.ts';

/** Nights, pauses, cockpits that were gone: as `workedUntil` counts them. Milliseconds since the epoch. */
export function pauses(entries: readonly Entry[]): Stretch[] {
  const worked = workedUntil(entries);
  return entries.flatMap((entry, at) => {
    if (at === 0) return [];
    const [from, to] = [Date.parse(entries[at - 1]!.at), Date.parse(entry.at)];
    const off = to - from - (worked[at]! - worked[at - 1]!);
    return off > 0 ? [{ from: to - off, to }] : [];
  });
}

/** While nobody sat at a terminal: what people do was only said to be done. */
export function unmanned(entries: readonly Entry[]): Stretch[] {
  const spans: Stretch[] = [];
  for (const entry of entries) {
    if (entry.type !== 'helm.taken') continue;
    const at = Date.parse(entry.at);
    const last = spans.at(-1);
    if (last && last.to > at) last.to = at;
    if (entry.helm.terminal === '') spans.push({ from: at, to: Number.POSITIVE_INFINITY });
  }
  return spans;
}

/** Has a length of its own in common with one of these. */
export function meets(stretch: Stretch, others: readonly Stretch[]): boolean {
  return others.some(({ from, to }) => from < stretch.to && to > stretch.from);
}
