/** How long ago management last heard of the run, on the day of the maintenance. */
import { messageOf } from '../../../machines/occasion.ts';
import { instant, type Scene } from '../scene/scene.ts';
import { day, rounded } from '../schedule/time.ts';
import { windowOf } from '../schedule/window.ts';
import type { DossierView } from '../types.ts';
import { departuresOf } from './departures.ts';

const minute = 60_000;
const long = 30 * minute;

/** `at`: milliseconds. `ago`: `il y a 42 min`. */
export interface Heard {
  at: number;
  ago: string;
}

/** Null where no message of the plan goes to management, none left yet, and on any other day. */
export function managementHeard(scene: Scene): Heard | null {
  const at = isTheDay(scene) ? lastHeard(scene) : null;
  if (at === null) return null;
  const { since, justNow } = scene.words.around.messages.heard;
  const spent = scene.now - at;
  return { at, ago: spent < minute ? justNow : since(rounded(spent, scene.words)) };
}

/** The same as a sentence, a warning beyond half an hour of outage; null where there is nothing to say. */
export function heardNote(scene: Scene): DossierView['note'] | null {
  if (!isTheDay(scene) || !scene.plan.messages.some(({ toManagement }) => toManagement))
    return null;
  const { ago, now, never } = scene.words.around.messages.heard;
  const at = lastHeard(scene);
  const opened = openSince(scene);
  const silent = opened === null ? 0 : scene.now - Math.max(opened, at ?? opened);
  const spent = at === null ? null : scene.now - at;
  const text = spent === null ? never : spent < minute ? now : ago(rounded(spent, scene.words));
  return { text, tone: silent >= long ? 'warning' : 'muted' };
}

/** The same while the service is down, which is when management waits for news; '' otherwise. */
export function heardInOutage(scene: Scene): string {
  return openSince(scene) === null ? '' : (heardNote(scene)?.text ?? '');
}

function lastHeard(scene: Scene): number | null {
  const { plan, context } = scene;
  const to = new Set(plan.messages.filter(({ toManagement }) => toManagement).map(({ id }) => id));
  const all = Object.keys(context.messages)
    .filter(occasion => to.has(messageOf(occasion)))
    .flatMap(occasion => departuresOf(scene, occasion))
    .map(({ at }) => at);
  return all.length === 0 ? null : Math.max(...all);
}

/** J, and as long as the window is open. */
function isTheDay(scene: Scene): boolean {
  const { run, endedAt } = scene.context;
  if (!run || endedAt) return false;
  return day(scene.now, scene.zone) === run.date || openSince(scene) !== null;
}

function openSince(scene: Scene): number | null {
  const window = windowOf(scene);
  const over = instant(scene.context.endedAt) !== null || window?.closedAt !== null;
  return over ? null : (window?.openedAt ?? null);
}
