/** How it went: the phases on one axis, the steps of each phase on its own, the same as a table. */
import { label } from '../labels.ts';
import type { Reading } from '../reading.ts';
import type { Report } from '../types.ts';
import { groupsOf } from './gantt/groups.ts';
import { legendOf } from './gantt/legend.ts';
import { overviewOf } from './gantt/overview.ts';
import { phasesOf } from './gantt/phases.ts';
import { ganttTable } from './gantt/table.ts';
import { html, type Markup, nothing } from './markup.ts';
import { badge, fact, folded } from './parts.ts';

/** Null while nothing is planned nor done. */
export function ganttSection(reading: Reading): Markup | null {
  const { gantt } = reading.report;
  if (gantt.rows.length === 0) return null;
  const stages = groupsOf(gantt.rows);
  return html`${legendOf(reading)}
${overviewOf(reading, stages)}
${momentsOf(reading)}
${phasesOf(reading, stages)}
${folded('gantt-table', reading.said.charts.gantt.table, ganttTable(reading), { printed: gantt.rows.length <= 120 })}`;
}

const momentTones = {
  checkpoint: 'active',
  failure: 'bad',
  decision: 'normal',
  delay: 'warning',
} as const;
const momentGlyphs = { checkpoint: '◆', failure: '✗', decision: '◇', delay: '!' };

function momentsOf(reading: Reading): Markup {
  const { moments } = reading.report;
  if (moments.length === 0) return nothing;
  const { kinds, moments: title } = reading.said.charts.gantt;
  const item = ({ kind, at, text }: Report['moments'][number]) =>
    fact(
      reading,
      at,
      '',
      html`${badge(label(momentTones[kind], kinds[kind], momentGlyphs[kind]))} ${text}`,
    );
  return folded(
    'moments',
    title(moments.length),
    html`<ol class="facts">${moments.map(item)}</ol>`,
    {
      printed: true,
    },
  );
}
