/** Reports made by hand: a rich one, the same in hostile words, an empty one, one as large as they come. */
import type { Report, TimelineLine } from '../../src/report/types.ts';
import { calls, messages, metrics, notes, prerequisites } from './sample/around.ts';
import { at, ms } from './sample/clock.ts';
import { amendments, checkpoints, decisions, failures, improvement } from './sample/decided.ts';
import { against, figures, moments, outcome, run, time } from './sample/facts.ts';
import { sampleGantt } from './sample/gantt.ts';
import { outputs, timeline } from './sample/outputs.ts';

/** A night in production that ended in a rollback, compared with its rehearsal. */
export function sampleReport(more: Partial<Report> = {}): Report {
  return structuredClone({
    version: 1,
    language: 'fr',
    generated: { at: at('10:02:11'), program: 'bascule 0.1.0' },
    run,
    outcome,
    figures,
    gantt: sampleGantt(),
    time,
    moments,
    decisions,
    checkpoints,
    failures,
    amendments,
    messages,
    metrics,
    prerequisites,
    notes,
    calls,
    timeline,
    outputs,
    improvement,
    against,
    ...more,
  });
}

const zero = { commands: 0, people: 0, deciding: 0, waiting: 0, away: 0 };

/** A run that was created, and nothing else. */
export function emptyReport(more: Partial<Report> = {}): Report {
  const nothing = Object.fromEntries(Object.keys(figures).map(key => [key, 0]));
  const start = ms('06:00');
  return sampleReport({
    outcome: { status: 'draft', headline: 'Prête', tone: 'muted', lines: [] },
    run: { ...run, endedAt: null, operators: [], entries: 0, hash: '' },
    figures: {
      ...(nothing as unknown as Report['figures']),
      plannedOutage: null,
      outage: null,
      rollback: null,
    },
    gantt: { from: start, to: start, gaps: [], window: null, rows: [], signs: [] },
    time: { total: zero, phases: [], longest: [] },
    moments: [],
    decisions: [],
    checkpoints: [],
    failures: [],
    amendments: [],
    messages: [],
    metrics: [],
    prerequisites: [],
    notes: [],
    calls: [],
    timeline: [],
    outputs: [],
    improvement: { patch: null, file: 'plan.md', changes: [] },
    against: null,
    ...more,
  });
}

/** What somebody might type, print or call a step, to get out of its place. */
export const hostile = [
  '</script><script>globalThis.pwned = 1</script>',
  '"><img src=x onerror="globalThis.pwned = 2">',
  "' onfocus='globalThis.pwned = 3' autofocus x='",
  '<!-- --!> ]]> <svg/onload=globalThis.pwned=4>',
  '</pre></details></main><style>main{display:none}</style>',
  'javascript:globalThis.pwned=5',
  '&lt;b&gt; &amp; \u202Etxt.exe\u202C \u0000\u001b[31m\u0085\u2028\u2029 \ud800',
  '``` ~~~~ | [lien](javascript:alert(1)) <b>gras</b> @personne #1 __ ** \\',
].join(' ');

const typed = new Set(
  'title text note reason by person role headline outcome outcomeHere outcomeThere number label status host script first settled subject detail channel audience due how why group threshold source unit environment program head tail remark diff patch file operators lines evidence last id step job occasion hash sha256 fingerprint'.split(
    ' ',
  ),
);

/** Values that the renderers choose by: a hostile one would be a defect of the model. */
const enums =
  /^(draft|underway|rollingBack|validating|closing|completed|rolledBack|aborted|none|sent|told|failed|doubt|queued|met|waived|open|good|bad|go|no-go)$/;

/** The same with something hostile in every text that comes from outside. */
export function hostileReport(): Report {
  return spoiled(sampleReport(), '') as Report;
}

function spoiled(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    return typed.has(key) && value !== '' && !enums.test(value) ? `${value} ${hostile}` : value;
  }
  if (Array.isArray(value)) return value.map(inner => spoiled(inner, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, spoiled(inner, name)]),
  );
}

/** As large as they come: lines of the timeline, and bytes of output. */
export function largeReport(lines: number, bytes: number): Report {
  const text = 'Action 4.3 lancée sur app1, après contrôle des critères & relecture';
  const line = (seq: number): TimelineLine => ({
    seq,
    at: new Date(ms('06:00') + seq * 1500).toISOString(),
    by: 'ops@bastion',
    type: 'job.started',
    text,
    tone: 'normal',
  });
  const printed = '2026-12-01 06:31:02 INFO  "missions" lot 412/9000 <ok> & repris en 37 ms\n';
  const share = Math.ceil(bytes / 40);
  return sampleReport({
    timeline: Array.from({ length: lines }, (_, index) => line(index + 1)),
    outputs: Array.from({ length: 40 }, (_, index) => ({
      ...outputs[0]!,
      job: `j-${index}`,
      head: printed.repeat(Math.ceil(share / printed.length)),
    })),
  });
}
