/** Where the run stands, in one sentence. */

import { runBadge } from '../badge.ts';
import { phaseFigure } from '../figures.ts';
import { instant, isRollback, type Scene, statusOf, stepLabel } from '../scene/scene.ts';
import { whenText } from './when.ts';

/** `EN COURS, phase 2/2 Migration des données, 2.2 Exécution migration réelle (en cours)`. */
export function standsText(scene: Scene): string {
  const { word } = runBadge(scene);
  return scene.words.around.messages.stands.run(word, placeText(scene));
}

function placeText(scene: Scene): string {
  const { stands } = scene.words.around.messages;
  const ended = instant(scene.context.endedAt);
  if (ended !== null) return stands.ended(whenText(scene, ended));
  const whereabouts = isRollback(scene) ? decided(scene) : groupText(scene);
  return [whereabouts, stepText(scene)].filter(Boolean).join(', ');
}

function decided(scene: Scene): string {
  const { at, reason, trigger } = scene.context.rollback!;
  const { stands } = scene.words.around.messages;
  return stands.decided(whenText(scene, Date.parse(at)), scene.text(trigger ?? reason));
}

/** The phase, or the day of a stage without phases. */
function groupText(scene: Scene): string {
  const spot = scene.outline.byId.get(scene.input.state.current ?? '');
  if (!spot) return '';
  const { stage, phase } = spot;
  if (phase.title === '') return scene.text(`${stage.id} ${stage.title}`.trim());
  return [phaseFigure(scene)?.text, scene.text(phase.title)].filter(Boolean).join(' ');
}

function stepText(scene: Scene): string {
  const { current } = scene.input.state;
  if (current === null) return '';
  const word = scene.words.status.step[statusOf(scene, current)];
  return scene.words.around.messages.stands.step(stepLabel(scene, current), word);
}
