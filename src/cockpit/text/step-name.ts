import type { StepView } from '../../view/types.ts';

/** `4.3 Validation dry-run`; the rollback's validation and the final checklist have no number. */
export function stepName({ id, kind, title }: Pick<StepView, 'id' | 'kind' | 'title'>): string {
  return kind === 'validation' || kind === 'closing' ? title : `${id} ${title}`;
}
