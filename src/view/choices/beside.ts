/** Choices beside the plan: commands of the operator's, checks run again, values. */
import type { Step } from '../../plan/types.ts';
import { asideTitle } from '../aside.ts';
import { isRollback, nextCommand, type Scene, stepOf } from '../scene/scene.ts';
import { lacksProof } from '../step/missing.ts';
import { checkedBoxes } from './boxes.ts';
import { hostOf } from './consequences.ts';
import type { Offer } from './offer.ts';
import { namesToBind } from './values.ts';

export function besideOffers(scene: Scene): Offer[] {
  return [adhocOffer(scene), ...stopOffers(scene), ...checkOffers(scene), ...bindOffers(scene)];
}

function adhocOffer(scene: Scene): Offer {
  const { labels, consequences } = scene.words.choices;
  const step = stepOf(scene, scene.input.state.current ?? '');
  const command = step && (nextCommand(scene, step) ?? step.commands[0] ?? null);
  return {
    id: 'adhoc',
    label: labels.adhoc,
    consequence: consequences.adhoc(hostOf(scene, command), scene.text(step?.id ?? '')),
    text: '',
  };
}

/** Giving up on it is offered once it was asked to stop, or nobody can see its end. */
export function stopOffers(scene: Scene): Offer[] {
  const job = scene.context.jobs[scene.context.aside ?? ''];
  if (!job) return [];
  const { labels, consequences } = scene.words.choices;
  const title = brief(asideTitle(scene, job));
  const stop: Offer = {
    id: 'stopAside',
    label: labels.stopAside(title),
    consequence: consequences.stopAside,
    reason: 'optional',
    tone: 'warning',
  };
  const abandon: Offer = {
    id: 'abandon',
    label: labels.abandonAside(title),
    consequence: consequences.abandonAside,
    reason: 'required',
    tone: 'bad',
  };
  const stuck = job.cancelledAt !== undefined || job.status === 'orphan';
  // While a command of the plan lives, giving up means that one.
  return stuck && scene.context.liveJob === null ? [stop, abandon] : [stop];
}

/** A label names it; the screen shows it in full where its output is. */
function brief(title: string): string {
  const [most, cut] = [20, [...title]];
  return cut.length > most ? `${cut.slice(0, most - 1).join('')}…` : title;
}

/** For the box under the cursor, or a proof of the rollback. */
function checkOffers(scene: Scene): Offer[] {
  const { labels, consequences } = scene.words.choices;
  if (checkedBoxes(scene.input).length === 0) return [];
  return [{ id: 'check', label: labels.check, consequence: consequences.check }];
}

/** The way out of a step that is refused for want of a proof. */
export function proofOffers(scene: Scene, step: Step): Offer[] {
  if (!lacksProof(scene, step)) return [];
  const { labels, consequences } = scene.words.choices;
  const offer: Offer = { id: 'check', label: labels.prove, consequence: consequences.prove };
  return [{ ...offer, tone: 'warning' }];
}

function bindOffers(scene: Scene): Offer[] {
  const { labels, consequences } = scene.words.choices;
  const names = namesToBind(scene);
  if (names.length === 0) return [];
  const options = names.map(({ name, description }) => ({
    value: name,
    label: scene.text([name, description].filter(Boolean).join(' : ')),
  }));
  const tone = isRollback(scene) ? 'warning' : 'normal';
  return [
    { id: 'bind', label: labels.bind, consequence: consequences.bind, options, text: '', tone },
  ];
}
