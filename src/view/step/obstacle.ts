/** What stands in the way of a step besides the chart: its day, the prerequisites, a second person. */
import { standingApproval } from '../../../machines/approvals.ts';
import type { Approval } from '../../../machines/context.ts';
import { type Obstacle, obstacleOf } from '../../../machines/obstacles.ts';
import type { Step } from '../../plan/types.ts';
import { datedText, todayOf } from '../dossier/days.ts';
import { instant, type Scene } from '../scene/scene.ts';
import { clock } from '../schedule/time.ts';
import type { StepView } from '../types.ts';

type Remark = StepView['remarks'][number];

/** Names that a sentence has room for. */
const most = 3;

/** As the engine would refuse it; null for none. */
export function obstacleAt(scene: Scene, step: Step): Obstacle | null {
  const { schedule, around } = scene.input;
  const circumstances = { ...around, today: todayOf(scene), schedule };
  return obstacleOf(scene.plan, scene.context, step, circumstances);
}

/** Why a choice is refused, in the words of the engine's refusal. */
export function obstacleWhy(scene: Scene, obstacle: Obstacle): string {
  const { refusals } = scene.words.choices;
  switch (obstacle.code) {
    case 'not-due':
      return scene.text(refusals['not-due'](datedText(scene, obstacle.date)));
    case 'prerequisites':
      return scene.text(refusals.prerequisites(namesOf(scene, obstacle.items)));
    case 'approval':
      return scene.text(refusals.approval(obstacle.role));
  }
}

/** `a, b, c et 4 autres`. */
export function namesOf(scene: Scene, items: readonly { title: string }[]): string {
  const names = items.slice(0, most).map(({ title }) => scene.text(title));
  const more = items.length - names.length;
  const { andOthers } = scene.words.decisions.obstacles;
  return more > 0 ? andOthers(names.join(', '), more) : names.join(', ');
}

/** What keeps a step whose turn it is; and what somebody else said of it. */
export function obstacleRemarks(scene: Scene, step: Step): Remark[] {
  const obstacle = obstacleAt(scene, step);
  const said = obstacle ? [{ text: sentenceOf(scene, obstacle), tone: 'warning' as const }] : [];
  const asked = obstacle?.code === 'approval' && !standingApproval(scene.context, step.id);
  const remarks = asked ? said : [...said, ...approvalRemarks(scene, step)];
  return [...remarks, ...howToApprove(scene, step)];
}

/** To whoever looks on, how to be the second person, until somebody was. */
function howToApprove({ context, input, words }: Scene, step: Step): Remark[] {
  const command = input.watching?.approve;
  if (command === undefined || input.state.current !== step.id) return [];
  if (step.attributes.approve === undefined || standingApproval(context, step.id)) return [];
  return [
    { text: words.seen.watching.approve, tone: 'normal' },
    // On a row of its own, to be copied.
    { text: command, tone: 'active' },
  ];
}

function sentenceOf(scene: Scene, obstacle: Obstacle): string {
  const { obstacles } = scene.words.decisions;
  switch (obstacle.code) {
    case 'not-due':
      return obstacles.notDue(datedText(scene, obstacle.date));
    case 'prerequisites':
      return obstacles.prerequisites(namesOf(scene, obstacle.items));
    case 'approval': {
      // An observer has no key to attest one.
      const said = scene.input.observer ? scene.words.screen.step.approve : obstacles.approval;
      return said(scene.text(obstacle.role));
    }
  }
}

/** The one that counts, or that one is still to come; an attested one is never shown as verified. */
function approvalRemarks(scene: Scene, step: Step): Remark[] {
  const { approve } = step.attributes;
  if (approve === undefined) return [];
  const approval = standingApproval(scene.context, step.id);
  if (!approval) {
    return [{ text: scene.words.screen.step.approve(scene.text(approve)), tone: 'normal' }];
  }
  return [approvalRemark(scene, approval)];
}

function approvalRemark(scene: Scene, approval: Approval): Remark {
  const { approved, attested } = scene.words.decisions.obstacles;
  const verdict = scene.words.around.choices.verdicts[approval.verdict];
  const [person, role, note] = [approval.person, approval.role, approval.note ?? ''].map(
    scene.text,
  );
  const time = clock(instant(approval.givenAt ?? approval.at) ?? scene.now, scene.zone);
  const text =
    approval.proof === 'verified'
      ? approved(verdict, person!, role!, note!, time)
      : attested(verdict, person!, role!, note!, time);
  return { text, tone: approval.verdict === 'go' ? 'good' : 'bad' };
}
