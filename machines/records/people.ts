/** What entries leave of people: calls, approvals, the helm handed over. */
import type { RunContext } from '../context.ts';
import type { Entry, EntryOf } from '../entries.ts';
import { changed } from './shelf.ts';

function withoutNumber<T extends Entry>({ type: _type, seq: _seq, ...said }: T) {
  return said;
}

export function personCalled(
  context: RunContext,
  entry: EntryOf<'person.called'>,
): Partial<RunContext> {
  return { calls: [...context.calls, withoutNumber(entry)] };
}

export function helmHanded(
  _: RunContext,
  { at, by, to, summary }: EntryOf<'helm.handed'>,
): Partial<RunContext> {
  return { handed: { at, by, to, summary } };
}

export function approvalGiven(
  context: RunContext,
  entry: EntryOf<'approval.given'>,
): Partial<RunContext> {
  const before = Object.hasOwn(context.approvals, entry.step) ? context.approvals[entry.step]! : [];
  return {
    approvals: changed(context.approvals, { [entry.step]: [...before, withoutNumber(entry)] }),
  };
}
