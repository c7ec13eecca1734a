/** For an observer: who has the helm, and how fresh that is. */
import type { Scene } from './scene/scene.ts';
import type { ScreenView } from './types.ts';

/** Null for the driver. */
export function watchView({ input }: Scene): ScreenView['watch'] {
  const { watching } = input;
  if (!watching) return null;
  return { text: watching.who, tone: 'normal' };
}
