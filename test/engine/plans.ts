/** Small plans in Markdown. */

/** A fence of a step. */
export const fence = (script: string, info = 'bash'): string =>
  ['  ```' + info, ...script.split('\n').map(line => `  ${line}`), '  ```'].join('\n');

export const step = (time: string, title: string, ...fences: string[]): string =>
  [`- [ ] **${time}** - ${title}`, ...fences].join('\n');

/** A box, with the command that looks at it. */
export const box = (title: string, ...fences: string[]): string =>
  [`- [ ] ${title}`, ...fences].join('\n');

/** A step of the rollback; `comment` holds its attributes. */
export const undo = (title: string, comment: string, ...fences: string[]): string =>
  [
    `1. **${title}** (5 min)${comment && ` <!-- ${comment} -->`}`,
    ...fences.map(one => indented(one)),
  ].join('\n');

const indented = (text: string): string => text.replaceAll(/^/gm, ' ');

export interface Sections {
  steps: string[];
  /** Of the first checkpoint, planned at 09:00. */
  criteria?: string[];
  rollback?: string[];
  validation?: string[];
}

/** A release of one phase, with the sections that are given. */
export function release({ steps, criteria, rollback, validation }: Sections): string {
  return [
    '# Small release',
    '## Timeline',
    '### D-day: Release',
    '#### Phase 1: Work (30 min)',
    ...steps,
    ...(criteria
      ? ['## Checkpoints', '### Checkpoint 1: Ready (09:00)', '**Criteria**:', ...criteria]
      : []),
    '## Rollback procedure',
    '### Emergency procedure (10 min)',
    ...(rollback ?? [undo('Undo', '', fence('echo undone >> ledger'))]),
    ...(validation ? ['### Validation', ...validation] : []),
  ].join('\n');
}

/** What surrounds the commands of a release over several days. */
export interface Weeks {
  /** Boxes. */
  prerequisites?: string[];
  /** A week before. */
  before?: string[];
  day: string[];
  /** Without times: done in any order. */
  after?: string[];
  checklist?: string[];
}

const section = (heading: string, lines: string[] | undefined): string[] =>
  lines ? [heading, ...lines] : [];

/** A release of several days, with messages and metrics. */
export function weeks({ prerequisites, before, day, after, checklist }: Weeks): string {
  return [
    '# Release of weeks',
    ...section('## Prerequisites', prerequisites),
    '## Timeline',
    ...section('### D-7: Preparation', before),
    '### D-day: Release',
    ...day,
    ...messages,
    ...metrics,
    ...(after ? ['## Post-Deployment', '### Follow-up', '#### D+1: First day', ...after] : []),
    ...(checklist ? ['## Appendices', '### Final Checklist', ...checklist] : []),
    '## Rollback procedure',
    '### Emergency procedure (10 min)',
    undo('Undo', '', fence('echo undone >> ledger')),
  ].join('\n');
}

const messages = [
  '## Communication',
  '### Before the release',
  '> Tonight.',
  '### During',
  '> Now.',
];
const metrics = ['## Metrics', '- **Availability**: > 99.9%', '- **Response time**: < 2s'];
