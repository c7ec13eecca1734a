/** The whole screen at one moment. */
import { alertsOf } from './alerts.ts';
import { asideView } from './aside.ts';
import { awayLines } from './away.ts';
import { choicesOf } from './choices.ts';
import { endingView } from './ending.ts';
import { deadlines } from './figures.ts';
import { headerView } from './header.ts';
import { recentLines } from './log.ts';
import { nextViews } from './next.ts';
import { readinessView } from './readiness.ts';
import { sceneOf } from './scene/scene.ts';
import { currentView } from './step.ts';
import { timeRows } from './times.ts';
import { todoView } from './todo.ts';
import { treeRows } from './tree.ts';
import type { ScreenView, ViewInput } from './types.ts';
import { watchView } from './watch.ts';

/** What a screen shows: from the plan, the run's state, its entries and the time, nothing else. */
export function screenView(input: ViewInput): ScreenView {
  const scene = sceneOf(input);
  return {
    header: headerView(scene),
    tree: treeRows(scene),
    current: currentView(scene),
    next: nextViews(scene),
    choices: choicesOf(scene),
    log: recentLines(scene),
    away: awayLines(scene),
    deadlines: deadlines(scene),
    readiness: readinessView(scene),
    todo: todoView(scene),
    alerts: alertsOf(scene),
    times: timeRows(scene),
    aside: asideView(scene),
    watch: watchView(scene),
    ending: endingView(scene),
  };
}
