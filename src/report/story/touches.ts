/** Which entries are somebody's work on a step, and which decide about boxes. */
import type { Entry, FactType } from '../../../machines/entries.ts';
import { isBeside } from '../../../machines/records/aside.ts';
import type { Plan } from '../../plan/types.ts';
import { outlineOf } from '../../view/scene/outline.ts';

/** The step that each box belongs to. */
export function boxOwners(plan: Plan): ReadonlyMap<string, string> {
  const boxes = [...outlineOf(plan).boxes];
  return new Map(boxes.flatMap(([step, items]) => items.map(({ id }) => [id, step] as const)));
}

const works: ReadonlySet<FactType> = new Set([
  'step.begun',
  'step.confirmed',
  'step.skipped',
  'step.retried',
  'step.amended',
  'step.accepted',
  'step.reopened',
  'checkpoint.passed',
  'checkpoint.refused',
  'checkpoint.reviewed',
  'gate.passed',
  'gate.refused',
  'gate.reviewed',
  'milestone.reached',
]);

/** The step that an entry is work on; null for news, notes, and what the program does by itself beside the plan. */
export function touchedStep(entry: Entry, owners: ReadonlyMap<string, string>): string | null {
  if (entry.type === 'job.started') return isBeside(entry) ? null : entry.step;
  if (entry.type === 'item.ticked' || entry.type === 'item.cleared') {
    return entry.by === 'bascule' ? null : (owners.get(entry.item) ?? null);
  }
  return works.has(entry.type) && 'step' in entry ? (entry.step ?? null) : null;
}

const decisions: ReadonlySet<FactType> = new Set([
  ...works,
  'rollback.decided',
  'rollback.validated',
  'run.aborted',
  'run.closed',
]);

/** The boxes that a decision is about, none for most; null for what decides nothing. */
export function boxesDecided(plan: Plan, entry: Entry): string[] | null {
  if (!decisions.has(entry.type)) return null;
  const { boxes } = outlineOf(plan);
  if (entry.type === 'rollback.validated') return idsOf(plan.rollback?.validation ?? []);
  if (entry.type === 'run.closed') return idsOf(plan.checklist);
  return 'step' in entry ? idsOf(boxes.get(entry.step ?? '') ?? []) : [];
}

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
