/** The header: where we are, are we late, can we still go back and until when. */
import { runBadge } from './badge.ts';
import {
  type Figure,
  figure,
  outageFigure,
  phaseFigure,
  returnFigure,
  rollbackFigure,
} from './figures.ts';
import { whenText } from './messages/when.ts';
import { isRollback, type Scene } from './scene/scene.ts';
import { forecastOf, rollbackBeyond } from './schedule/forecast.ts';
import { clockSeconds, delay, rounded } from './schedule/time.ts';
import type { HeaderView } from './types.ts';

export function headerView(scene: Scene): HeaderView {
  const { run } = scene.context;
  const { done, total } = progress(scene);
  return {
    environment: scene.text(run?.environment ?? ''),
    protected: run?.protected ?? false,
    title: scene.text(scene.plan.title),
    operator: scene.text(operator(scene)),
    status: runBadge(scene),
    clock: clockSeconds(scene.now, scene.zone),
    forecast: forecast(scene),
    ratio: total === 0 ? 0 : done / total,
    figures: figures(scene, done, total),
    rollingBack: isRollback(scene),
  };
}

function operator({ input, context, words }: Scene): string {
  if (!input.observer) return input.operator;
  const { helm } = context;
  if (!helm) return words.screen.header.observingNobody;
  return words.screen.header.observing(`${helm.operator}@${helm.host}`);
}

/** Steps with an outcome, of the timeline or of the rollback under way. */
function progress(scene: Scene): { done: number; total: number } {
  const { outline, context } = scene;
  const steps = isRollback(scene) ? outline.rollback : outline.byId;
  const over = Object.entries(context.steps).filter(
    ([id, { outcome }]) => outcome && steps.has(id),
  );
  return { done: over.length, total: steps.size };
}

function forecast(scene: Scene): string {
  const expected = forecastOf(scene);
  if (!expected) return '';
  const { header } = scene.words.screen;
  const time = whenText(scene, expected.end);
  // Within its budget and yet past the window: what matters is the window.
  const beyond = rollbackBeyond(scene);
  if (beyond)
    return header.forecast(
      time,
      scene.words.times.header.beyond(rounded(beyond.over, scene.words)),
    );
  const late = delay(expected.delay, scene.words);
  return late ? header.forecast(time, late) : header.forecastOnTime(time);
}

function figures(scene: Scene, done: number, total: number): Figure[] {
  const { header } = scene.words.screen;
  const count = isRollback(scene)
    ? header.rollbackProgress(done, total)
    : header.progress(done, total);
  const all = [
    figure(count),
    rollbackFigure(scene),
    phaseFigure(scene),
    outageFigure(scene),
    returnFigure(scene),
  ];
  return all.filter(one => one !== null);
}
