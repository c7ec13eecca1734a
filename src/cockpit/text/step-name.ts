import type { StepView } from '../../view/types.ts';

/** `4.3 Validation dry-run`; the rollback's validation has no number. */
export function stepName({ id, kind, title }: Pick<StepView, 'id' | 'kind' | 'title'>): string {
  return kind === 'validation' ? title : `${id} ${title}`;
}
