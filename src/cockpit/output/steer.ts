/** One move in the output, as a key asks for it. */
import type { Words } from '../../locale/locale.ts';
import type { OutputMove } from '../model/situation.ts';
import type { Notice } from '../model/ui.ts';
import type { OutputFollower } from './follower.ts';
import type { Viewport } from './page.ts';

/** What there is to say when nothing came of it; null otherwise. Never rejects. */
export async function steer(
  follower: OutputFollower,
  move: OutputMove,
  viewport: Viewport,
  words: Words,
): Promise<Pick<Notice, 'text' | 'tone'> | null> {
  try {
    if (await steered(follower, move, viewport)) return null;
    return { text: words.cockpit.follow.noMatch, tone: 'warning' };
  } catch (error) {
    return { text: error instanceof Error ? error.message : String(error), tone: 'bad' };
  }
}

/** False when what was searched is nowhere. */
async function steered(
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
