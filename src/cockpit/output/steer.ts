/** One move in the output, as a key asks for it. */
import type { OutputMove } from '../model/situation.ts';
import type { OutputFollower } from './follower.ts';
import type { Viewport } from './page.ts';

/** False when what was searched is nowhere. */
export async function steer(
  follower: OutputFollower,
  move: OutputMove,
  viewport: Viewport,
): Promise<boolean> {
  if (move.type === 'find') return follower.find(move.pattern, move.direction, viewport);
  if (move.type === 'follow') await follower.follow();
  else if (move.type === 'pause') follower.pause(viewport);
  else if (move.type === 'top') await follower.top(viewport);
  else await follower.scroll(move.rows, viewport);
  return true;
}
