/** The figures of the header, and the line of deadlines made of them. */
import { instant, isRollback, type Scene, statusOf } from './scene/scene.ts';
import { dueIn } from './schedule/forecast.ts';
import { inWindowStage } from './schedule/margin.ts';
import { clock, hoursMinutes, rounded } from './schedule/time.ts';
import { lastTenableRollback, plannedOutage, rollbackBudget, windowOf } from './schedule/window.ts';
import type { HeaderView, Tone } from './types.ts';

export type Figure = HeaderView['figures'][number];

const soon = 30 * 60_000;

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

/** The outage: planned, then counting, then its length. */
export function outageFigure(scene: Scene): Figure | null {
  const window = windowOf(scene);
  const planned = window && plannedOutage(window);
  if (!window || planned === null) return null;
  const { header } = scene.words.screen;
  if (window.openedAt === null) return upcomingOutage(scene, window.opensAt!, window.closesAt!);
  const end = window.closedAt ?? instant(scene.context.endedAt) ?? scene.now;
  const elapsed = end - window.openedAt;
  const tone = elapsed > planned ? 'bad' : 'normal';
  const text = hoursMinutes(elapsed, scene.words);
  const over = window.closedAt !== null || scene.input.state.status === 'rolledBack';
  if (over) return figure(header.outageOver(text), tone);
  return figure(header.outage(text, rounded(planned, scene.words)), tone);
}

function upcomingOutage(scene: Scene, from: number, to: number): Figure | null {
  if (scene.context.endedAt || isRollback(scene) || !inWindowStage(scene)) return null;
  return figure(
    scene.words.screen.header.outageAt(clock(from, scene.zone), clock(to, scene.zone)),
    'muted',
  );
}

/** Until when the rollback still fits: counting down as it nears. */
export function returnFigure(scene: Scene): Figure | null {
  const last = lastTenableRollback(scene);
  if (last === null || isRollback(scene) || scene.context.endedAt || !inWindowStage(scene))
    return null;
  const { header } = scene.words.screen;
  const time = clock(last, scene.zone);
  const left = last - scene.now;
  if (left < 0) return figure(header.returnLate(time), 'bad');
  if (left > soon) return figure(header.returnUntil(time));
  return figure(header.returnSoon(time, rounded(left, scene.words)), 'warning');
}

/** One line of deadlines: the outage, the way back, the next decision. */
export function deadlines(scene: Scene): string {
  const parts = [rollbackFigure(scene), outageFigure(scene), returnFigure(scene)];
  return [...parts.map(part => part?.text ?? ''), nextDecision(scene)]
    .filter(Boolean)
    .join(scene.words.units.separator);
}

function nextDecision(scene: Scene): string {
  if (isRollback(scene) || scene.context.endedAt) return '';
  const from = scene.outline.byId.get(scene.input.state.current ?? '');
  const spot = scene.outline.spots
    .slice(from?.at ?? 0)
    .find(
      ({ step }) =>
        (step.kind === 'checkpoint' || step.kind === 'gate') &&
        ['waiting', 'ready', 'reviewing'].includes(statusOf(scene, step.id)),
    );
  if (!spot?.step.time) return '';
  const left = dueIn(scene, spot) ?? 0;
  const due = left > 0 ? scene.words.units.in(rounded(left, scene.words)) : '';
  return scene.words.screen.header.nextDecision(spot.step.time, due);
}
