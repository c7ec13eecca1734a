/** The plan's own actions on failure; after a NO-GO, a list to go through. */
import type { ActionView, StepView } from '../../../view/types.ts';
import type { Look } from '../../look.tsx';
import { widthOf, wrap } from '../../text/fit.ts';
import { row, type Span } from '../../theme.ts';
import type { Block } from './block.ts';

/** @param cursor index of the action under the cursor; -1 for none */
export function actionRows(look: Look, step: StepView, width: number, cursor: number): Block {
  if (step.actions.length === 0) return { rows: [], cursor: 0 };
  const { panes } = look.words.cockpit;
  const rows = [row(look.theme, width, [{ text: panes.actionsOnFailure, strong: true }])];
  let at = 0;
  for (const [index, action] of step.actions.entries()) {
    const state = { number: index + 1, selected: index === cursor, guided: step.failing === true };
    rows.push(...oneAction(look, action, width, state));
    if (state.selected) at = rows.length - 1;
  }
  return { rows, cursor: at };
}

interface ActionState {
  number: number;
  selected: boolean;
  guided: boolean;
}

/** What the plan says, then what Enter does about it: on the same row if it fits. */
function oneAction(look: Look, action: ActionView, width: number, state: ActionState): string[] {
  const { theme } = look;
  const { selected, guided } = state;
  const tone = guided ? 'normal' : 'muted';
  const parts = wrap(`${state.number}. ${action.text}`, width - 2);
  const label: Span = {
    text: action.label === '' ? '' : `${theme.ascii ? '->' : '→'} ${action.label}`,
    tone: guided ? 'active' : 'muted',
    strong: selected,
  };
  const beside = widthOf(parts.at(-1)!) + widthOf(label.text) + 4 <= width;
  const rows = parts.map((text, at) => {
    const sign: Span = { text: selected && at === 0 ? '> ' : '  ', tone: 'active', strong: true };
    const right = beside && at === parts.length - 1 ? [label] : [];
    return row(theme, width, [sign, { text, tone, inverse: selected }], right);
  });
  return beside ? rows : [...rows, row(theme, width, [{ text: '     ' }, label])];
}
