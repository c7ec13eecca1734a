import { noticed, type Outcome, only, type Situation } from './situation.ts';
import { parentKey } from './tree.ts';
import type { Ui } from './ui.ts';

/** Brings a step into view, as the plan's cursor does. */
export function toStep(ui: Ui, s: Situation, step: string): Outcome {
  const { tree, current } = s.view;
  const { plan: _, ...others } = ui.cursors;
  const home: Ui = { ...ui, page: 'main', trail: [], focus: 'step', pinned: null };
  if (step === current?.id) return only({ ...home, cursors: others });
  const key = tree.find(row => row.step === step)?.key;
  if (key === undefined) return only(noticed(ui, s, s.words.cockpit.notices.notNow));
  const folds = { ...ui.folds };
  for (let up = parentKey(tree, key); up !== undefined; up = parentKey(tree, up)) folds[up] = true;
  return only({ ...home, folds, cursors: { ...others, plan: key } });
}
