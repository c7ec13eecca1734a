/** What a colleague who takes the helm must know, in a few lines. */
import { alertsOf } from '../alerts.ts';
import { asideTitle } from '../aside.ts';
import { prerequisitesLeft } from '../dossier/agenda/owed.ts';
import { isTheDay, openSpots, stagesThatAre } from '../dossier/stages.ts';
import { messageTitle, noteText } from '../log/around.ts';
import { occasionsOf } from '../messages/occasions.ts';
import { standsText } from '../messages/stands.ts';
import { whenText } from '../messages/when.ts';
import { type Scene, sceneOf, stepLabel, stepOf } from '../scene/scene.ts';
import { lasting } from '../schedule/time.ts';
import { ranFor } from '../step/commands.ts';
import { obstacleAt, obstacleWhy } from '../step/obstacle.ts';
import type { ViewInput } from '../types.ts';

const lastNotes = 3;

/** In the reader's language, one fact a line: where the run stands, what runs, what waits, the last notes. */
export function handOverSummary(input: ViewInput): string {
  const scene = sceneOf(input);
  return [
    `${scene.text(standsText(scene))}.`,
    held(scene),
    ...running(scene),
    waiting(scene),
    late(scene),
    unproved(scene),
    unsent(scene),
    doubtful(scene),
    ...alertsOf(scene).map(({ text }) => scene.words.around.people.summary.alert(text)),
    ...notes(scene),
  ]
    .filter(Boolean)
    .join('\n');
}

function held({ context, words, text }: Scene): string {
  return context.held ? words.around.people.summary.held(text(context.held.reason)) : '';
}

/** The command of the plan, and the one beside it. */
function running(scene: Scene): string[] {
  const { liveJob, aside, jobs } = scene.context;
  return [liveJob, aside].flatMap(id => {
    const job = jobs[id ?? ''];
    if (!job) return [];
    const what = asideTitle(scene, job) || stepLabel(scene, job.step);
    return [scene.words.around.people.summary.runs(what, lasting(ranFor(scene, job), scene.words))];
  });
}

/** What stands in the way of the step whose turn it is. */
function waiting(scene: Scene): string {
  const step = stepOf(scene, scene.input.state.current ?? '');
  const obstacle = step && obstacleAt(scene, step);
  if (!obstacle) return '';
  const { summary } = scene.words.around.people;
  return summary.waits(obstacleWhy(scene, obstacle));
}

function late(scene: Scene): string {
  const { summary } = scene.words.around.people;
  const stages = stagesThatAre(scene, 'late').map(stage =>
    summary.stage(scene.text(stage.id), openSpots(scene, stage).length),
  );
  return stages.length > 0 ? summary.late(stages.join(', ')) : '';
}

/** What is owed before the day; on the day, what is missing stands in the way of a step. */
function unproved(scene: Scene): string {
  const owed = scene.input.around.prerequisites === 'required' && !isTheDay(scene);
  const left = owed ? prerequisitesLeft(scene) : 0;
  return left > 0 ? scene.words.around.people.summary.unproved(left) : '';
}

function unsent(scene: Scene): string {
  const owed = occasionsOf(scene).filter(({ due }) => due === 'due');
  return named(
    scene,
    owed.map(({ occasion }) => occasion),
    scene.words.around.people.summary.unsent,
  );
}

/** What was given to a channel and may have arrived, whether or not it is still owed. */
function doubtful(scene: Scene): string {
  const doubts = Object.values(scene.context.deliveries)
    .filter(({ status }) => status === 'doubt')
    .map(({ message }) => message);
  return named(scene, doubts, scene.words.around.people.summary.doubtful);
}

function named(
  scene: Scene,
  occasions: readonly string[],
  say: (titles: string) => string,
): string {
  const titles = [...new Set(occasions)].map(one => scene.text(messageTitle(scene, one)));
  return titles.length > 0 ? say(titles.join(', ')) : '';
}

function notes(scene: Scene): string[] {
  const { summary } = scene.words.around.people;
  return scene.context.notes
    .slice(-lastNotes)
    .map(({ text, by, at }) =>
      scene.text(summary.note(noteText(scene, { text, by }), by, whenText(scene, Date.parse(at)))),
    );
}
