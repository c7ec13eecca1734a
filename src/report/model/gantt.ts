import { outageOf, windowOf } from '../../view/schedule/window.ts';
import type { Story } from '../story/story.ts';
import type { Gantt, Stretch } from '../types.ts';
import { axisOf } from './gantt/gaps.ts';
import { rowsOf } from './gantt/rows.ts';
import { signsOf } from './gantt/signs.ts';

/** What was planned, what was done, and how long it took elsewhere, on one axis. */
export function ganttOf(story: Story): Gantt {
  const rows = rowsOf(story);
  const signs = signsOf(story);
  const window = windowStretches(story);
  const steps = rows.filter(({ kind }) => kind === 'step');
  const busy = [
    ...steps.flatMap(({ planned, actual, best }) => [...some(planned), ...actual, ...some(best)]),
    ...some(window?.planned),
    ...some(window?.actual),
    ...signs.map(({ at }) => ({ from: at, to: at })),
  ];
  return { ...axisOf(busy, story.end), window, rows, signs };
}

const some = (stretch: Stretch | null | undefined): Stretch[] => (stretch ? [stretch] : []);

/** The window as planned, and as it was: up to the end where it was never closed. */
function windowStretches({ scene, end }: Story): Gantt['window'] {
  const window = windowOf(scene);
  if (!window) return null;
  const { opensAt, closesAt } = window;
  const actual = outageOf(scene);
  return {
    planned: opensAt === null || closesAt === null ? null : ordered(opensAt, closesAt),
    actual: actual && ordered(actual.from, actual.to ?? end),
  };
}

function ordered(from: number, to: number): Stretch {
  return { from, to: Math.max(from, to) };
}
