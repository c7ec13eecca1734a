/** How far a failure card is scrolled: that of one attempt, not of the next one. */
import type { StepView } from '../../view/types.ts';
import type { Ui } from '../model/ui.ts';

function nameOf({ id, job }: StepView): string {
  return `${id} ${job ?? ''}`;
}

export function cardTop({ card }: Ui, step: StepView): number {
  return card?.of === nameOf(step) ? card.top : 0;
}

export function withCardTop(ui: Ui, step: StepView, top: number): Ui {
  return { ...ui, card: { of: nameOf(step), top } };
}
