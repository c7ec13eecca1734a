/** Rewriting this run's copy of a command. */
import type { Step } from '../../plan/types.ts';
import { nextCommand, type Scene } from '../scene/scene.ts';
import { textOf, wasTried } from '../step/commands.ts';
import { hostOf, isSafeToRerun } from './consequences.ts';
import type { Offer } from './offer.ts';

/** For the step's next command. Once that was tried, it runs again at once: with the word that a retry takes. */
export function amendOffers(scene: Scene, step: Step): Offer[] {
  const command = nextCommand(scene, step);
  if (!command) return [];
  const { labels, consequences, confirmWords } = scene.words.choices;
  const tried = wasTried(scene, step, command);
  const risky = tried && !isSafeToRerun(command);
  const follows = tried
    ? [consequences.amendRuns(hostOf(scene, command)), risky ? consequences.mayHaveEffects : '']
    : [consequences.amendFirst];
  return [
    {
      id: 'amend',
      label: (tried ? labels.amendAndRetry : labels.amend)(step.id),
      consequence: [consequences.amend, ...follows].filter(Boolean).join(' '),
      word: risky ? confirmWords.retry : '',
      reason: 'required',
      edit: textOf(scene, step, command),
      tone: 'warning',
    },
  ];
}
