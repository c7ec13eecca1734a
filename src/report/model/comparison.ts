import { differencesOf } from '../comparison/differences.ts';
import { rowsOf } from '../comparison/rows.ts';
import type { Comparison, Report } from '../types.ts';

/** A run beside another: both reports in the same language, of the same plan or of two versions of it. */
export function comparisonOf(here: Report, there: Report): Comparison {
  const { run, outcome, figures } = there;
  return {
    run,
    outcome,
    figures,
    rows: rowsOf(here, there),
    differences: differencesOf(here, there),
  };
}
