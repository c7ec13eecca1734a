/** Choices while a step is to be done, or its command runs. */

import { runnableCommands } from '../../../machines/plan-steps.ts';
import type { Command, Step } from '../../plan/types.ts';
import { nextCommand, recordOf, type Scene } from '../scene/scene.ts';
import { tally } from '../step/boxes.ts';
import { wasTried } from '../step/commands.ts';
import { isSpare, spareSentence } from '../step/spare.ts';
import { amendOffers } from './amend.ts';
import { proofOffers } from './beside.ts';
import { consequenceOf, isRisky, isSafeToRerun } from './consequences.ts';
import type { Offer } from './offer.ts';

/** A step whose turn it is. */
export function readyOffers(scene: Scene, step: Step): Offer[] {
  if (isSpare(scene, step)) return spareOffers(scene, step);
  if (step.kind === 'milestone' && !nextCommand(scene, step)) return [reachOffer(scene, step)];
  return [...workOffers(scene, step), skipOffer(scene, step)];
}

function workOffers(scene: Scene, step: Step): Offer[] {
  if (!nextCommand(scene, step)) return [confirmOffer(scene, step)];
  return [startOffer(scene, step), ...proofOffers(scene, step), ...amendOffers(scene, step)];
}

/** Nothing to undo: Enter says so, and it may still be done. */
function spareOffers(scene: Scene, step: Step): Offer[] {
  const { labels, consequences } = scene.words.choices;
  const because = spareSentence(scene, step);
  const work = workOffers(scene, step).map(offer => ({
    ...offer,
    consequence: `${because} ${offer.consequence}`,
    primary: false,
  }));
  const notNeeded: Offer = {
    id: 'notNeeded',
    label: labels.notNeeded(step.id),
    consequence: `${because} ${consequences.notNeeded}`,
    primary: true,
    tone: 'active',
  };
  return [notNeeded, ...work];
}

function startOffer(scene: Scene, step: Step): Offer {
  const { labels, consequences, confirmWords } = scene.words.choices;
  const total = runnableCommands(step).length;
  const at = recordOf(scene, step.id).command + 1;
  const command = nextCommand(scene, step)!;
  const again = ranBefore(scene, step, command);
  return {
    id: 'start',
    label: total > 1 ? labels.startNext(step.id, at, total) : labels.start(step.id),
    consequence: [again ? consequences.mayHaveEffects : '', consequenceOf(scene, step, command)]
      .filter(Boolean)
      .join(' '),
    word: again ? confirmWords.retry : '',
    primary: true,
    tone: again || isRisky(command) ? 'warning' : 'active',
  };
}

/** A step that is done again, by a decision, whose command already ran and is not said to be safe. */
function ranBefore(scene: Scene, step: Step, command: Command): boolean {
  const { reopened } = recordOf(scene, step.id);
  return reopened > 0 && !isSafeToRerun(command) && wasTried(scene, step, command);
}

function confirmOffer(scene: Scene, step: Step): Offer {
  const { labels, consequences } = scene.words.choices;
  const { left, failed } = tally(scene, step.items);
  return {
    id: 'confirm',
    label: labels.confirm(step.id),
    consequence: left > 0 ? consequences.confirmOpen(left - failed, failed) : consequences.confirm,
    reason: left > 0 ? 'required' : 'none',
    primary: true,
    tone: left > 0 ? 'warning' : 'active',
  };
}

function reachOffer(scene: Scene, step: Step): Offer {
  const { labels, consequences } = scene.words.choices;
  const window =
    step.window === 'opens'
      ? consequences.opensWindow
      : step.window === 'closes'
        ? consequences.closesWindow
        : '';
  return {
    id: 'reach',
    label: labels.reach(step.id),
    consequence: [consequences.reach, window].filter(Boolean).join(' '),
    primary: true,
    tone: 'active',
  };
}

export function skipOffer(scene: Scene, step: Step): Offer {
  const { labels, consequences, confirmWords } = scene.words.choices;
  return {
    id: 'skip',
    label: labels.skip(step.id),
    consequence:
      recordOf(scene, step.id).jobs.length > 0 ? consequences.skipTried : consequences.skip,
    word: confirmWords.skip,
    reason: 'required',
    tone: 'warning',
  };
}

/** Giving up on a command is offered once it was asked to stop, or nobody can see its end. */
export function runningOffers(scene: Scene, step: Step): Offer[] {
  const { labels, consequences } = scene.words.choices;
  const job = scene.context.jobs[scene.context.liveJob ?? ''];
  const stop: Offer = {
    id: 'stop',
    label: labels.stop(step.id),
    consequence: consequences.stop,
    reason: 'optional',
    tone: 'warning',
  };
  const abandon: Offer = {
    id: 'abandon',
    label: labels.abandon,
    consequence: consequences.abandon,
    reason: 'required',
    tone: 'bad',
  };
  return job?.cancelledAt || job?.status === 'orphan' ? [stop, abandon] : [stop];
}
