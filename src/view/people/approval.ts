/** The second person's word on the step whose turn it is. */
import { approvalOwed, standingApproval } from '../../../machines/approvals.ts';
import type { Step } from '../../plan/types.ts';
import { stepBadge } from '../badge.ts';
import type { RowOffer } from '../choices/row.ts';
import { whenText } from '../messages/when.ts';
import { instant, type Scene } from '../scene/scene.ts';
import type { Badge } from '../types.ts';

const looks = {
  verified: { go: 'passed', 'no-go': 'refused' },
  attested: { go: 'accepted', 'no-go': 'refused' },
} as const;

/** The role whose word the step waits for; null where the environment does without a second person. */
export function roleAwaited({ context, input }: Scene, step: Step): string | null {
  return input.around.approvals === 'optional' ? null : approvalOwed(context, step);
}

/** Waiting, verified or attested: the last is never shown as the second. */
export function approvalBadge(scene: Scene, { id }: Step): Badge {
  const words = scene.words.around.people.approval;
  const approval = standingApproval(scene.context, id);
  if (!approval) return unsaidBadge(scene);
  const { verdict, proof, person, givenAt, at } = approval;
  const time = whenText(scene, instant(givenAt) ?? Date.parse(at));
  const word = words[proof][verdict](scene.text(person), time);
  return { ...stepBadge(scene, looks[proof][verdict], 'gate'), word };
}

function unsaidBadge(scene: Scene): Badge {
  const { waiting, optional } = scene.words.around.people.approval;
  return scene.input.around.approvals === 'optional'
    ? { ...stepBadge(scene, 'waiting', 'gate'), word: optional }
    : { ...stepBadge(scene, 'reviewing', 'gate'), word: waiting };
}

/** The operator writes what somebody else said. */
export function attestOffer({ words }: Scene, { id }: Step, role: string): RowOffer {
  const { labels, consequences, verdicts } = words.around.choices;
  return {
    id: 'attest',
    step: id,
    about: role,
    label: labels.attest(role),
    consequence: consequences.attest,
    text: '',
    options: (['go', 'no-go'] as const).map(value => ({ value, label: verdicts[value] })),
    reason: 'required',
  };
}
