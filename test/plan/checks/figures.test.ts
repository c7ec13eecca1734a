import { describe, expect, it } from 'vitest';
import { compiled, onDay } from '../write.ts';

const baselines = (text: string) =>
  compiled(onDay('- [ ] a', `## Metrics\n\n- [ ] **Pages**: ${text}\n`)).diagnostics.flatMap(
    ({ code, severity }) => (code === 'no-baseline' ? [severity] : []),
  );

describe('a comparison', () => {
  it.each([
    'degraded > 50%',
    'faster',
    'temps réduit',
    'dégradée de 12,5 %',
    'better at D+1',
    'Errors up by 10%',
    'Orders down by half',
    'Response time doubled',
    'Latency higher than usual',
    'Erreurs en hausse de 10 %',
    'Commandes en baisse',
    'Temps de réponse doublé',
    "Plus d'erreurs que d'habitude",
  ])('needs what it is compared with: %s', text => {
    expect(baselines(text)).toEqual(['warning']);
  });

  it.each([
    'degraded > 50% (2 s before)',
    'faster than the baseline',
    'réduit (référence : la semaine passée)',
    'degraded: above 3 seconds',
    'Errors up by 10% over the baseline',
    'at least 95% of a usual Tuesday',
    'Error rate higher than 10%',
    'Double authentification active',
    '< 2s',
  ])('has it here: %s', text => {
    expect(baselines(text)).toEqual([]);
  });
});
