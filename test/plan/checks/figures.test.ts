import { describe, expect, it } from 'vitest';
import { compiled, onDay } from '../write.ts';

const baselines = (text: string) =>
  compiled(onDay('- [ ] a', `## Metrics\n\n- [ ] **Pages**: ${text}\n`)).diagnostics.flatMap(
    ({ code, severity }) => (code === 'no-baseline' ? [severity] : []),
  );

describe('a comparison', () => {
  it.each(['degraded > 50%', 'faster', 'temps réduit', 'dégradée de 12,5 %', 'better at D+1'])(
    'needs what it is compared with: %s',
    text => {
      expect(baselines(text)).toEqual(['warning']);
    },
  );

  it.each([
    'degraded > 50% (2 s before)',
    'faster than the baseline',
    'réduit (référence : la semaine passée)',
    'degraded: above 3 seconds',
    '< 2s',
  ])('has it here: %s', text => {
    expect(baselines(text)).toEqual([]);
  });
});
