import { runBadge } from '../../view/badge.ts';
import { countLines, endingView, reasonLines } from '../../view/ending.ts';
import { standsText } from '../../view/messages/stands.ts';
import type { Scene } from '../../view/scene/scene.ts';
import { hoursMinutes } from '../../view/schedule/time.ts';
import { outageOf } from '../../view/schedule/window.ts';
import type { Story } from '../story/story.ts';
import type { Outcome } from '../types.ts';

/** How it ended, or where it stands: what is read first. */
export function outcomeOf({ scene, input }: Story): Outcome {
  const { status } = scene.input.state;
  const { damage } = input.journal;
  const words = scene.words.seen.sentences;
  const ending = endingView(scene);
  const lines = [
    damage ? words.damaged(damage.line, scene.text(damage.why)) : '',
    // The first line of an ending is the headline in other words.
    ...(ending ? ending.lines.slice(1) : linesSoFar(scene)),
  ];
  return {
    status,
    headline: words.headline[status],
    tone: runBadge(scene).tone,
    lines: lines.filter(line => line !== ''),
  };
}

/** Of a run that goes on. */
function linesSoFar(scene: Scene): string[] {
  const { held, run } = scene.context;
  const words = scene.words.seen.sentences;
  if (!run) return [];
  const outage = outageOf(scene);
  return [
    words.stands(standsText(scene)),
    held ? words.held(scene.text(held.reason)) : '',
    ...reasonLines(scene),
    ...countLines(scene),
    outage?.to === null
      ? words.outageSince(hoursMinutes(scene.now - outage.from, scene.words))
      : '',
  ];
}
