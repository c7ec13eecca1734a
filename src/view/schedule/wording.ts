/** Instants as the page of times writes them. */
import { instant, recordOf, type Scene, statusOf } from '../scene/scene.ts';
import { clock } from './time.ts';
import type { Expected } from './walk.ts';

/** `06:30–06:45`, `06:30` for a moment, '' when unknown. */
export function spanText(scene: Scene, start: number | null, end: number | null): string {
  if (start === null) return '';
  const from = clock(start, scene.zone);
  const to = end === null ? from : clock(end, scene.zone);
  return from === to ? from : scene.words.times.rows.span(from, to);
}

/** As measured: both ends, or since when it is under way. */
export function actualText(scene: Scene, began: number | null, ended: number | null): string {
  if (ended !== null) return spanText(scene, began ?? ended, ended);
  return began === null ? '' : scene.words.times.rows.since(clock(began, scene.zone));
}

/** `échec 15:29`: a step that waits for a decision does not run; '' where nobody knows when it stopped. */
export function stoppedText(scene: Scene, id: string): string {
  const word = scene.words.status.step[statusOf(scene, id)];
  const last = scene.context.jobs[recordOf(scene, id).jobs.at(-1) ?? ''];
  const at = instant(last?.exitedAt);
  return at === null ? word : `${word} ${clock(at, scene.zone)}`;
}

/** When it should begin and end, or only end once begun; in brackets the 90th percentile of the end, where it differs. */
export function forecastText(scene: Scene, expected: Expected | null, begun: boolean): string {
  if (!expected || expected.start === null) return '';
  const { rows } = scene.words.times;
  const { start, end, slowEnd } = expected;
  if (begun)
    return end === null ? '' : orSlow(scene, rows.until(clock(end, scene.zone)), end, slowEnd);
  return orSlow(scene, spanText(scene, start, end), end, slowEnd);
}

/** A text of an instant, with a later one in brackets unless both read the same. */
export function orSlow(scene: Scene, text: string, at: number | null, slow: number | null): string {
  if (at === null || slow === null) return text;
  const worst = clock(slow, scene.zone);
  return worst === clock(at, scene.zone) ? text : scene.words.times.rows.orSlow(text, worst);
}
