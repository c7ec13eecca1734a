/** What may be done about a prerequisite. */
import { checksOf } from '../../../../machines/checks.ts';
import type { Item } from '../../../plan/types.ts';
import type { RowOffer } from '../../choices/row.ts';
import type { Scene } from '../../scene/scene.ts';
import type { BoxView } from '../../types.ts';
import { candidateFor, endOf, type Proved } from './proof.ts';

/** Most fitting first; Enter takes the strongest proof there is, and never undoes one. */
export function offersOf(scene: Scene, item: Item, box: BoxView, state: Proved): RowOffer[] {
  const owed = state !== 'pass';
  const offers = [
    ...(owed ? proving(scene, item) : []),
    ...checking(scene, item),
    ...ticking(scene, item, box),
    ...(owed && state !== 'waived' ? waiving(scene, item) : []),
  ];
  return offers.map((offer, at) => (owed && at === 0 ? { ...offer, primary: true } : offer));
}

function proving(scene: Scene, item: Item): RowOffer[] {
  const { labels, consequences } = scene.words.around.choices;
  const evidence = candidateFor(scene, item);
  if (!evidence) return [];
  return [
    {
      id: 'prove',
      about: item.id,
      label: labels.prove,
      consequence: consequences.prove(evidence.run, endOf(scene, evidence)),
      evidence,
      tone: 'good',
    },
  ];
}

function checking(scene: Scene, { id }: Item): RowOffer[] {
  if (!checksOf(scene.plan).has(id)) return [];
  const { labels, consequences } = scene.words.choices;
  return [{ id: 'check', about: id, label: labels.check, consequence: consequences.check }];
}

/** What its command found wrong is only said good with a reason, whatever a person said since. */
function ticking(scene: Scene, { id }: Item, { check }: BoxView): RowOffer[] {
  const contradicts = scene.context.jobs[check?.job ?? '']?.ok === false;
  const { labels, consequences } = scene.words.choices;
  const { overrules } = scene.words.around.prerequisites;
  return [
    {
      id: 'tickPass',
      about: id,
      label: labels.tickPass,
      consequence: contradicts ? overrules : consequences.tick,
      reason: contradicts ? 'required' : 'optional',
      tone: contradicts ? 'warning' : 'good',
    },
    {
      id: 'tickFail',
      about: id,
      label: labels.tickFail,
      consequence: consequences.tick,
      reason: 'required',
      tone: 'bad',
    },
  ];
}

function waiving(scene: Scene, { id }: Item): RowOffer[] {
  const { labels, consequences } = scene.words.around.choices;
  return [
    {
      id: 'waive',
      about: id,
      label: labels.waive,
      consequence: consequences.waive,
      reason: 'required',
      tone: 'warning',
    },
  ];
}
