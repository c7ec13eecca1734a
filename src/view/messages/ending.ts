/** How the maintenance ended, if it did: what may be announced. */
import { instant, isRollback, recordOf, type Scene } from '../scene/scene.ts';
import { windowOf } from '../schedule/window.ts';

/** Whatever keeps the new version from being announced. */
export type Setback = 'rollingBack' | 'rolledBack' | 'aborted';

/** Null while all goes forward, or went well. */
export function setbackOf(scene: Scene): Setback | null {
  const { status } = scene.input.state;
  if (status === 'aborted' || status === 'rolledBack') return status;
  return isRollback(scene) ? 'rollingBack' : null;
}

/** When the maintenance ended one way or another: window closed, rollback validated, run given up. Null while it goes on. */
export function endOfMaintenance(scene: Scene): number | null {
  const ended = instant(scene.context.endedAt);
  if (scene.input.state.status === 'rolledBack') return ended;
  return closedAt(scene) ?? ended;
}

/** The closing milestone; without a window, the end of J's last step. */
function closedAt(scene: Scene): number | null {
  const window = windowOf(scene);
  if (window) return window.closedAt;
  const ends = scene.outline.spots
    .filter(({ stage }) => stage.offsetDays === 0 && !stage.ofEnvironment)
    .map(({ step }) => instant(recordOf(scene, step.id).endedAt));
  return ends.length === 0 || ends.includes(null) ? null : Math.max(...(ends as number[]));
}
