import { describe, expect, it } from 'vitest';
import { onDay, said } from '../write.ts';

const phase = (title: string, schedule: string, ...steps: string[]) =>
  [
    `#### ${title}`,
    '',
    `**Schedule**: ${schedule}`,
    '',
    ...steps.map(step => `- [ ] ${step}`),
    '',
  ].join('\n');

describe('times that agree', () => {
  it.each([
    ['two steps at the same minute', '- [ ] **06:30** - a\n- [ ] **06:30** - b'],
    ['midnight passed', '- [ ] **23:45** - a\n- [ ] **00:15** - b'],
    [
      'a phase that starts when the previous ends',
      phase('Phase 1: A (30 min)', '06:00 - 06:30', '**06:00** - a', '**06:30** - b') +
        phase('Phase 2: B (15 min)', '06:30 - 06:45', '**06:30** - c'),
    ],
  ])('%s', (_what, steps) => {
    expect(said(onDay(steps))).toEqual([]);
  });
});

describe('times that contradict each other', () => {
  it.each([
    [
      'going backwards',
      '- [ ] **06:30** - a\n- [ ] **06:20** - b',
      ['time-backwards: - [ ] **06:20** - b'],
    ],
    [
      'outside the phase',
      phase('Phase 1: A', '06:00 - 06:30', '**06:00** - a', '**06:40** - b'),
      ['outside-phase: - [ ] **06:40** - b'],
    ],
    [
      'a duration that is not that of the schedule',
      phase('Phase 1: A (45 min)', '06:00 - 06:30', '**06:00** - a'),
      ['phase-duration: #### Phase 1: A (45 min)'],
    ],
    [
      'phases that overlap',
      phase('Phase 1: A', '06:00 - 06:30', '**06:00** - a') +
        phase('Phase 2: B', '06:20 - 06:45', '**06:30** - b'),
      ['phases-overlap: #### Phase 2: B'],
    ],
    [
      'steps longer than their phase',
      phase('Phase 1: A (30 min)', '06:00 - 06:30', 'a (20 min)', 'b (15 min)'),
      ['steps-exceed-phase: #### Phase 1: A (30 min)'],
    ],
    [
      'a phase longer than its steps',
      phase('Phase 1: A', '06:00 - 08:00', '**06:00** - a', '**06:20** - b'),
      ['phase-longer-than-steps: #### Phase 1: A'],
    ],
  ])('%s', (_what, steps, expected) => {
    expect(said(onDay(steps))).toEqual(expected);
  });
});
