/** What a release manager would look for, once the whole plan is read. */
import type { Code, Root } from 'mdast';
import type { Context } from '../context.ts';
import { descendants, isBlock } from '../document/text.ts';
import { settleRest } from '../steps/fences.ts';
import type { Plan } from '../types.ts';
import { checkBlanks } from './blanks.ts';
import { linkCheckpoints } from './checkpoints.ts';
import { checkFigures } from './figures.ts';
import { checkFiles } from './files.ts';
import { checkMessages } from './messages.ts';
import { suggestMoves } from './moves.ts';
import { checkReferences } from './references.ts';
import { checkStages } from './stages.ts';
import { checkTimes } from './times.ts';
import { checkUndone } from './undone.ts';
import { bindVariables } from './variables/binding.ts';
import { checkLateCaptures } from './variables/late.ts';
import { checkWindow } from './window.ts';

export type CheckedPlan = Omit<Plan, 'fingerprint' | 'fences'>;

/** Ties the parts of the plan together, in place, and reports what does not hold. */
export function checkPlan(plan: CheckedPlan, root: Root, context: Context): void {
  const nodes = descendants(root);
  const { report } = context;
  settleRest(nodes.filter(isBlock('code')) as Code[], context);
  linkCheckpoints(plan.checkpoints, plan.stages, report);
  suggestMoves(plan);
  bindVariables(plan, context);
  checkLateCaptures(plan, context);
  checkStages(plan, report);
  checkTimes(plan, report);
  checkWindow(plan, report);
  checkUndone(plan, context);
  checkReferences(plan, context);
  checkBlanks(plan, nodes, context);
  checkFigures(plan, report);
  checkMessages(plan.messages, report);
  checkFiles(plan.links, report);
}
