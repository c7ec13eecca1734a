/** The report's headings and labels. */
import type { report as french } from '../../fr/seen/report.ts';

export const report: typeof french = {};
