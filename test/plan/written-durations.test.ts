/** Where a plan's source writes the durations that the compiler read. */
import { describe, expect, it } from 'vitest';
import { allSteps } from '../../machines/plan-steps.ts';
import { compile } from '../../src/plan/compile.ts';
import type { Place } from '../../src/plan/types.ts';
import { durationFinder } from '../../src/plan/written-durations.ts';

const around = (steps: string, heading = 'Phase 1 : Préparation') =>
  `# Plan\n\n## Chronologie\n\n### Jour J\n\n#### ${heading}\n\n${steps}\n`;

/** What stands in the source at the place that was found. */
function found(source: string, at: Place): string | undefined {
  const written = durationFinder(source)(at);
  if (!written) return undefined;
  const line = source.split(/\r\n|\r|\n/)[written.line - 1]!;
  expect(line.slice(written.column - 1)).toMatch(written.figure);
  return line.slice(0, written.column - 1 + written.figure.length);
}

describe('of a step', () => {
  it.each([
    ['- [ ] **06:00** - Sauvegarde (10 min)', '- [ ] **06:00** - Sauvegarde (10 min'],
    ['- [ ] **06:00** - Sauvegarde (~ 1h30 )', '- [ ] **06:00** - Sauvegarde (~ 1h30'],
    ['- [ ] 06:00 **Sauvegarde** (10 min) <!-- role=DBA -->', '- [ ] 06:00 **Sauvegarde** (10 min'],
    ['- [ ] **06:00 - Sauvegarde (10 min)**', '- [ ] **06:00 - Sauvegarde (10 min'],
    [
      '- [ ] <!-- (99 min) --> 06:00 Sauvegarde (5 min)',
      '- [ ] <!-- (99 min) --> 06:00 Sauvegarde (5 min',
    ],
    ['- [ ] 06:00 Longue\n  sauvegarde\n  (5 min)', '  (5 min'],
  ])('%s', (steps, line) => {
    const source = around(steps);
    const [step] = allSteps(compile(source, { path: 'plan.md' }).plan);
    expect(step && found(source, step)).toBe(line);
  });

  it.each(['06:00 En deux (5 **min**)', '06:00 En signes (5&nbsp;min)', '06:00 Coupée (5\n  min)'])(
    'not where it is written in pieces: %s',
    text => {
      const source = around(`- [ ] ${text}`);
      const [step] = allSteps(compile(source, { path: 'plan.md' }).plan);
      expect(step!.minutes).toBe(5);
      expect(found(source, step!)).toBeUndefined();
    },
  );
});

it('of a phase and of the rollback, whatever the line ends', () => {
  const text = `${around('- [ ] 06:00 Une', 'Phase 1 : Préparation (1h30)')}
## Procédure de rollback

### Procédure (~30 min)

1. Revenir
`;
  for (const source of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) {
    const { stages, rollback } = compile(source, { path: 'plan.md' }).plan;
    expect(found(source, stages[0]!.phases[0]!)).toBe('#### Phase 1 : Préparation (1h30');
    expect(found(source, rollback!)).toBe('### Procédure (~30 min');
  }
});

it('none where nothing stands, or its title has none', () => {
  const source = around('- [ ] 06:00 Une');
  expect(found(source, { line: 9, column: 1 })).toBeUndefined();
  expect(found(source, { line: 400, column: 3 })).toBeUndefined();
});
