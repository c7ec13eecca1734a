/** The page's one style sheet. */
import { base } from './style/base.ts';
import { charts } from './style/charts.ts';
import { layout } from './style/layout.ts';
import { print } from './style/print.ts';

export const style: string = [base, layout, charts, print].join('');
