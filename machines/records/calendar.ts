/** What entries leave of the days of a run: stages opened early, waivers, looks of the surveillance. */
import type { RunContext } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { known } from '../known.ts';
import { changed } from './shelf.ts';

export function stageOpened(
  context: RunContext,
  { stage, at, by, reason }: EntryOf<'stage.opened'>,
): Partial<RunContext> {
  return { opened: changed(context.opened, { [stage]: { at, by, reason } }) };
}

export function itemWaived(
  context: RunContext,
  { item, at, by, reason }: EntryOf<'item.waived'>,
): Partial<RunContext> {
  return { waived: changed(context.waived, { [item]: { at, by, reason } }) };
}

export function surveillanceDone(
  context: RunContext,
  { item, at, by, verdict, note }: EntryOf<'surveillance.done'>,
): Partial<RunContext> {
  return { looks: changed(context.looks, { [item]: { at, by, verdict, ...known({ note }) } }) };
}
