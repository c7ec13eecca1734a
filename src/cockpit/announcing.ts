/** What the terminal is told beside its cells as the run goes on. Text only, nothing is written here. */
import type { ScreenView } from '../view/types.ts';
import type { CockpitOptions } from './options.ts';
import { callHuman, needsHuman, setTitle, titleOf } from './signals.ts';

type Told = Pick<CockpitOptions, 'playback' | 'readOnly' | 'words'>;

/** Milliseconds without a key after which someone may have gone for coffee. */
const absence = 5_000;

/** A replay keeps one title: its steps go by too fast for a list of windows. */
export function titleFor({ playback, words }: Told, view: ScreenView): string {
  if (!playback) return titleOf(view);
  const { environment, title } = view.header;
  return `${words.seen.playback.keys.badge} - ${environment.toUpperCase()} - ${title}`;
}

/**
 * The title follows the step; the bell rings when someone must act and nobody has touched a key for `idle`
 * milliseconds, unless nobody could act from here. '' for nothing.
 */
export function announcement(
  options: Told,
  before: ScreenView,
  view: ScreenView,
  idle: number,
): string {
  const title = titleFor(options, view);
  const renamed = title === titleFor(options, before) ? '' : setTitle(title);
  const called = needsHuman(view) && !needsHuman(before) && idle > absence && !options.readOnly;
  return renamed + (called ? callHuman(title) : '');
}
