/** The figures of the header, and the line of deadlines made of them. */
import type { Step } from '../plan/types.ts';
import { heardInOutage } from './messages/heard.ts';
import { whenText } from './messages/when.ts';
import { missingForRollback } from './readiness.ts';
import { instant, isRollback, type Scene, statusOf } from './scene/scene.ts';
import { dueIn } from './schedule/forecast.ts';
import { inWindowStage } from './schedule/margin.ts';
import { clock, hoursMinutes, rounded } from './schedule/time.ts';
import { lastTenableRollback, rollbackBudget, windowOf } from './schedule/window.ts';
import type { HeaderView, Tone } from './types.ts';

export type Figure = HeaderView['figures'][number];

const minute = 60_000;
const soon = 30 * minute;
/** Letters of what is missing: with its hour it must fit 80 columns. */
const room = 36;

export function figure(text: string, tone: Tone = 'normal'): Figure {
  return { text, tone };
}

/** Which phase of the stage this is. */
export function phaseFigure(scene: Scene): Figure | null {
  const spot = scene.outline.byId.get(scene.input.state.current ?? '');
  if (!spot || isRollback(scene) || spot.stage.phases.length < 2) return null;
  return figure(scene.words.screen.header.phase(spot.phaseAt + 1, spot.stage.phases.length));
}

/** How long the rollback has taken. */
export function rollbackFigure(scene: Scene): Figure | null {
  const decided = instant(scene.context.rollback?.at);
  if (decided === null) return null;
  const { header } = scene.words.screen;
  const spent = (instant(scene.context.endedAt) ?? scene.now) - decided;
  const budget = rollbackBudget(scene);
  const elapsed = hoursMinutes(spent, scene.words);
  if (budget === null) return figure(header.rollbackElapsedOnly(elapsed), 'warning');
  return figure(
    header.rollbackElapsed(elapsed, rounded(budget, scene.words)),
    spent > budget ? 'bad' : 'warning',
  );
}

/** The outage: planned, then counting to when it must be over, then its length. */
export function outageFigure(scene: Scene): Figure | null {
  const window = windowOf(scene);
  if (!window || window.opensAt === null || window.closesAt === null) return null;
  const { opensAt, closesAt, openedAt, closedAt } = window;
  if (openedAt === null) return upcomingOutage(scene, opensAt, closesAt);
  const end = closedAt ?? instant(scene.context.endedAt) ?? scene.now;
  const tone = end - closesAt >= minute ? 'bad' : 'normal';
  const text = hoursMinutes(end - openedAt, scene.words);
  const over = closedAt !== null || scene.input.state.status === 'rolledBack';
  if (over) return figure(scene.words.screen.header.outageOver(text), tone);
  const { outage, outageLate } = scene.words.times.header;
  return figure((tone === 'bad' ? outageLate : outage)(text, whenText(scene, closesAt)), tone);
}

function upcomingOutage(scene: Scene, from: number, to: number): Figure | null {
  if (scene.context.endedAt || isRollback(scene) || !inWindowStage(scene)) return null;
  return figure(
    scene.words.screen.header.outageAt(whenText(scene, from), clock(to, scene.zone)),
    'muted',
  );
}

/** Until when the rollback still fits, and what it could not be done without: counting down as it nears. */
export function returnFigure(scene: Scene): Figure | null {
  const last = lastTenableRollback(scene);
  if (last === null || isRollback(scene) || scene.context.endedAt || !inWindowStage(scene))
    return null;
  const { header } = scene.words.screen;
  const time = whenText(scene, last);
  const left = last - scene.now;
  if (left < 0) return figure(header.returnLate(time), 'bad');
  const missing = missingForRollback(scene, 1);
  if (missing) return notWithout(scene, time, missing);
  if (left > soon) return figure(header.returnUntil(time));
  return figure(header.returnSoon(time, rounded(left, scene.words)), 'warning');
}

function notWithout(scene: Scene, time: string, missing: string): Figure {
  const brief = missing.length > room ? scene.text(`${missing.slice(0, room - 1)}…`) : missing;
  return figure(scene.words.times.header.returnNotWithout(time, brief), 'warning');
}

/** One line of deadlines, what must not be cut first: the way back, the outage, the next decision, the last news to management. */
export function deadlines(scene: Scene): string {
  const parts = [rollbackFigure(scene), returnFigure(scene), outageFigure(scene)];
  return [...parts.map(part => part?.text ?? ''), nextDecision(scene), heardInOutage(scene)]
    .filter(Boolean)
    .join(scene.words.units.separator);
}

function nextDecision(scene: Scene): string {
  if (isRollback(scene) || scene.context.endedAt) return '';
  const from = scene.outline.byId.get(scene.input.state.current ?? '');
  const spot = scene.outline.spots
    // The one that waits here needs no announcement.
    .slice((from?.at ?? -1) + 1)
    .find(
      ({ step }) =>
        (step.kind === 'checkpoint' || step.kind === 'gate') &&
        statusOf(scene, step.id) === 'waiting',
    );
  const left = spot ? dueIn(scene, spot) : null;
  const time = spot && decisionTime(scene, spot.step, left);
  if (!time) return '';
  const due =
    left !== null && left >= minute ? scene.words.units.in(rounded(left, scene.words)) : '';
  return scene.words.screen.header.nextDecision(time, due);
}

/** By the clock on the wall: the plan's times are another clock in a rehearsal. */
function decisionTime(scene: Scene, { time }: Step, left: number | null): string {
  if (!time) return '';
  if (left !== null) return whenText(scene, scene.now + left);
  return scene.input.schedule === 'absolute' ? time : '';
}
