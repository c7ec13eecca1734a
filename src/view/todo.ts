/** What waits around the commands, in one line. */
import { messagesDue, prerequisitesLeft, prerequisitesTone } from './dossier/agenda/owed.ts';
import { pointsDue } from './dossier/agenda/watch.ts';
import { offsetToday } from './dossier/days.ts';
import { measuresDue } from './dossier/metrics/due.ts';
import { isDated, isTheDay, lateSpots, stageUnderWay } from './dossier/stages.ts';
import type { Scene } from './scene/scene.ts';
import type { ScreenView, Tone } from './types.ts';

interface Waiting {
  count: number;
  text: string;
  tone: Tone;
}

/** Key of the agenda. */
const key = 'i';
const urgency: readonly Tone[] = ['bad', 'warning', 'normal'];

/**
 * `2 en retard · 1 message à envoyer · 4 prérequis · i`, as urgent as the most urgent of them. On the day only
 * what comes from before it, and messages. Null when nothing waits.
 */
export function todoView(scene: Scene): ScreenView['todo'] {
  const waiting = waitingNow(scene).filter(({ count }) => count > 0);
  if (waiting.length === 0) return null;
  const tone = urgency.find(one => waiting.some(part => part.tone === one)) ?? 'normal';
  const texts = waiting.map(({ text }) => text);
  return { text: [...texts, key].join(scene.words.units.separator), tone };
}

/** Its turn has come, its date has not: it is still owed what must be there before. */
function isAhead(scene: Scene): boolean {
  return isDated(scene) && (offsetToday(scene) ?? 0) < 0;
}

function waitingNow(scene: Scene): Waiting[] {
  const { todo } = scene.words.around.agenda;
  const part = (count: number, say: (count: number) => string, tone: Tone = 'warning') => ({
    count,
    text: say(count),
    tone,
  });
  const here = stageUnderWay(scene);
  const late = lateSpots(scene).filter(({ stage }) => !isTheDay(scene) || stage !== here);
  const always = [part(late.length, todo.late), part(messagesDue(scene).length, todo.messages)];
  if (isTheDay(scene) && !isAhead(scene)) return always;
  return [
    ...always,
    // Where they are not owed, nobody is kept from anything by them.
    part(
      scene.input.around.prerequisites === 'required' ? prerequisitesLeft(scene) : 0,
      todo.prerequisites,
      prerequisitesTone(scene),
    ),
    part(pointsDue(scene).length, todo.looks),
    part(measuresDue(scene).length, todo.measures),
    part(scene.input.state.status === 'closing' ? 1 : 0, () => todo.closing),
  ];
}
