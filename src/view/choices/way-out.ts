/** What stands in the way of a step, in the choices: refused with why, and what takes it away. */
import { standingApproval } from '../../../machines/approvals.ts';
import type { Obstacle } from '../../../machines/obstacles.ts';
import type { Step } from '../../plan/types.ts';
import { dayText } from '../dossier/days.ts';
import { attestOffer } from '../people/approval.ts';
import type { Scene } from '../scene/scene.ts';
import { namesOf, obstacleAt, obstacleWhy } from '../step/obstacle.ts';
import type { Choice } from '../types.ts';
import { movesStep } from './acceptable.ts';
import type { Offer } from './offer.ts';
import { rowChoices } from './row.ts';

/** The way out comes first, and is Enter's where it was what Enter would have done that is refused. */
export function pastObstacle(scene: Scene, step: Step, choices: readonly Choice[]): Choice[] {
  const obstacle = obstacleAt(scene, step);
  const moving = choices.filter(choice => obstacle && movesStep(choice, scene.input));
  if (!obstacle || moving.length === 0) return [...choices];
  const why = obstacleWhy(scene, obstacle);
  const primary = moving.some(choice => choice.primary) && !isRefused(scene, step, obstacle);
  const offer = {
    ...wayOut(scene, step, obstacle),
    primary,
    tone: 'warning' as const,
    step: step.id,
  };
  return [
    ...rowChoices(scene, [offer]),
    ...choices.map(choice =>
      moving.includes(choice) ? { ...choice, enabled: false, why, primary: false } : choice,
    ),
  ];
}

/** Enter does not offer to get round the NO-GO of whoever has to approve. */
function isRefused({ context }: Scene, { id }: Step, { code }: Obstacle): boolean {
  return code === 'approval' && standingApproval(context, id)?.verdict === 'no-go';
}

function wayOut(scene: Scene, step: Step, obstacle: Obstacle): Offer {
  const { labels, consequences, confirmWords } = scene.words.around.choices;
  switch (obstacle.code) {
    case 'not-due':
      return {
        id: 'openStage',
        about: obstacle.stage.id,
        label: labels.openStage(obstacle.stage.id),
        consequence: consequences.openStage(dayText(scene, obstacle.date)),
        reason: 'required',
      };
    case 'prerequisites':
      return {
        id: 'waiveAll',
        label: labels.waiveAll(obstacle.items.length),
        consequence: scene.words.decisions.obstacles.waiveAll(namesOf(scene, obstacle.items)),
        reason: 'required',
        // A decision about many things at once is read before it is made.
        word: confirmWords.waive,
      };
    case 'approval':
      return attestOffer(scene, step, obstacle.role);
  }
}
