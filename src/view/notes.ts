/** The right-hand column of the tree: how long it took, is taking, should take; how late. */
import type { StepRecord } from '../../machines/context.ts';
import type { Step } from '../plan/types.ts';
import type { Spot } from './scene/outline.ts';
import { instant, recordOf, type Scene, statusOf } from './scene/scene.ts';
import { dueIn } from './schedule/forecast.ts';
import { expectedLength } from './schedule/legs.ts';
import { lateness, plannedFor, plannedLength, spentOn } from './schedule/schedule.ts';
import { compact, rounded, stopwatch } from './schedule/time.ts';
import type { Tone } from './types.ts';

export interface Note {
  text: string;
  tone: Tone;
}

const none: Note = { text: '', tone: 'muted' };

export function stepNote(scene: Scene, spot: Spot): Note {
  const record = recordOf(scene, spot.step.id);
  const planned = plannedLength(scene, spot);
  if (record.outcome) return doneNote(record, lateness(scene, spot));
  if (spot.step.id !== scene.input.state.current) return aheadNote(scene, spot);
  return currentNote(scene, spot.step, planned);
}

/** Does the note change with the clock alone? */
export function isMoving(scene: Scene, { step }: Spot): boolean {
  const decision = step.kind === 'gate' || step.kind === 'checkpoint';
  return step.id === scene.input.state.current || (decision && !recordOf(scene, step.id).outcome);
}

export function rollbackNote(scene: Scene, step: Step): Note {
  const record = recordOf(scene, step.id);
  const planned = plannedFor(scene, step);
  if (record.outcome) return doneNote(record, null);
  if (step.id !== scene.input.state.current) return lengthNote(scene, step);
  return currentNote(scene, step, planned);
}

/** `2/7`, and how late the last finished step was while the rest is to be done. */
export function groupNote(scene: Scene, spots: readonly Spot[], done: number): Note {
  const count = `${done}/${spots.length}`;
  if (done === 0) return { text: count, tone: 'muted' };
  const last = spots.findLast(spot => recordOf(scene, spot.step.id).outcome !== undefined);
  const late = last ? lateText(lateness(scene, last)) : '';
  return late ? { text: `${count} ${late}`, tone: 'warning' } : { text: count, tone: 'normal' };
}

function doneNote({ startedAt, endedAt, outcome }: StepRecord, late: number | null): Note {
  if (outcome === 'skipped') return none;
  const began = instant(startedAt);
  const took = began === null ? '' : stopwatch(instant(endedAt)! - began);
  const behind = lateText(late);
  const text = [took, behind].filter(Boolean).join(' ');
  return { text, tone: behind ? 'warning' : 'muted' };
}

function lateText(late: number | null): string {
  return late !== null && late >= 60_000 ? `+${compact(late)}` : '';
}

function currentNote(scene: Scene, step: Step, planned: number | null): Note {
  const elapsed = spentOn(scene, step.id);
  if (elapsed === null) return lengthNote(scene, step);
  const over = planned !== null && planned > 0 && elapsed > planned;
  return { text: stopwatch(elapsed), tone: over ? 'warning' : 'active' };
}

/** How long it should take: as in earlier runs here, else as planned. */
function lengthNote(scene: Scene, step: Step): Note {
  const length = expectedLength(scene, step);
  if (!length) return none;
  return { text: length < 30_000 ? '<1m' : `~${compact(length)}`, tone: 'muted' };
}

/** Decisions say when they come; the rest how long they take. */
function aheadNote(scene: Scene, spot: Spot): Note {
  const { kind, id } = spot.step;
  const decision = kind === 'gate' || kind === 'checkpoint';
  const left = decision && statusOf(scene, id) === 'waiting' ? (dueIn(scene, spot) ?? 0) : 0;
  if (left < 60_000 || left > 4 * 3_600_000) return lengthNote(scene, spot.step);
  return { text: scene.words.units.in(rounded(left, scene.words)), tone: 'muted' };
}
