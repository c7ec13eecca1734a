/** What is true to say instead of an announcement of success. */
import { instant, type Scene } from '../scene/scene.ts';
import { rollbackEnd } from '../schedule/forecast.ts';
import { windowOf } from '../schedule/window.ts';
import type { Setback } from './ending.ts';
import type { Text } from './status.ts';
import { whenText } from './when.ts';

const writers: Record<Setback, (scene: Scene) => Text> = { rollingBack, rolledBack, aborted };

/** @param scene in the plan's language: see `letterScene` */
export function setbackText(scene: Scene, setback: Setback): Text {
  return writers[setback](scene);
}

/** Since when it is so; milliseconds. */
export function setbackAt({ context }: Scene, setback: Setback): number | null {
  return instant(setback === 'rollingBack' ? context.rollback?.at : context.endedAt);
}

function rolledBack(scene: Scene): Text {
  const words = wordsOf(scene);
  return {
    subject: words.rolledBackSubject(titleOf(scene)),
    body: [
      isOpened(scene) ? words.over : words.notDone,
      words.notKept,
      words.backInService(timeOf(scene, scene.context.endedAt)),
    ].join('\n'),
  };
}

function rollingBack(scene: Scene): Text {
  const words = wordsOf(scene);
  const end = rollbackEnd(scene);
  const validating = scene.input.state.status === 'validating';
  const lines = [
    words.willNotBeKept(timeOf(scene, scene.context.rollback?.at)),
    validating ? words.validating : '',
    isOpened(scene) ? words.notBackYet : '',
    end === null || validating ? '' : words.expectedBack(whenText(scene, end)),
  ];
  return {
    subject: words.rollingBackSubject(titleOf(scene)),
    body: lines.filter(Boolean).join('\n'),
  };
}

function aborted(scene: Scene): Text {
  const words = wordsOf(scene);
  const { rollback, endedAt } = scene.context;
  const closed = isClosed(scene) && !rollback;
  const time = timeOf(scene, endedAt);
  const lines = [
    closed ? words.followUpStopped(time) : words.aborted(time),
    rollback ? words.unfinishedReturn(timeOf(scene, rollback.at)) : '',
    windowLine(scene),
  ];
  const subject = closed ? words.followUpSubject : words.abortedSubject;
  return { subject: subject(titleOf(scene)), body: lines.filter(Boolean).join('\n') };
}

function windowLine(scene: Scene): string {
  const words = wordsOf(scene);
  const window = windowOf(scene);
  if (!window) return '';
  if (window.openedAt === null) return words.windowNever;
  if (window.closedAt !== null) return words.windowClosed(whenText(scene, window.closedAt));
  return words.windowOpen(whenText(scene, window.openedAt));
}

const isOpened = (scene: Scene): boolean => typeof windowOf(scene)?.openedAt === 'number';
const isClosed = (scene: Scene): boolean => typeof windowOf(scene)?.closedAt === 'number';
const wordsOf = ({ words }: Scene) => words.around.messages.setback;
const titleOf = ({ plan, text }: Scene): string => text(plan.title);

function timeOf(scene: Scene, iso: string | null | undefined): string {
  return whenText(scene, instant(iso) ?? scene.now);
}
