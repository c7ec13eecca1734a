import { standingApproval } from '../../../machines/approvals.ts';
import { criteriaOf } from '../../../machines/checkpoint.ts';
import type { RunContext } from '../../../machines/context.ts';
import { allSteps } from '../../../machines/plan-steps.ts';
import { recordOf } from '../../../machines/records/step.ts';
import type { CliWords } from '../../locale/cli.ts';
import type { Command, Item, Plan, Step } from '../../plan/types.ts';
import { clean, cleanScript } from '../../view/scene/clean.ts';

/**
 * What a second person is asked to approve, line by line, as it stands: the boxes, and what would run, in this
 * run's own wording. Nobody says GO to what they have not read, nor to what hides from a terminal.
 */
export function whatIsApproved(
  plan: Plan,
  context: RunContext,
  step: Step,
  { approve }: CliWords,
): string[] {
  const items = new Map(itemsOf(plan).map(item => [item.id, item]));
  const boxes = criteriaOf(step, plan).map(id => {
    const verdict = context.marks[id]?.verdict ?? 'open';
    return approve.criterion(approve.marks[verdict], clean(items.get(id)?.title ?? id));
  });
  const { amended } = recordOf(context, step.id);
  const scripts = step.commands
    .filter(({ runnable }) => runnable)
    .map(({ index, script }: Command) => indented(cleanScript(amended[index] ?? script)));
  const before = standingApproval(context, step.id);
  const said = before
    ? [approve.already(clean(before.person), before.verdict === 'go' ? 'GO' : 'NO-GO')]
    : [];
  return [
    approve.about(clean(`${step.id} ${step.title}`), clean(step.attributes.approve ?? '')),
    ...boxes,
    ...scripts,
    ...said,
  ];
}

const indented = (script: string): string => script.replaceAll(/^/gm, '    ');

function itemsOf(plan: Plan): Item[] {
  return [
    ...plan.checkpoints.flatMap(checkpoint => checkpoint.criteria),
    ...allSteps(plan).flatMap(step => step.items),
  ];
}
