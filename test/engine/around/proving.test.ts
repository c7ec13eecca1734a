/** Earlier runs that prove a prerequisite: journaled by the program, while it drives. */
import { describe, expect, it } from 'vitest';
import type { FactOf } from '../../../machines/entries.ts';
import { box, step, weeks } from '../plans.ts';
import { createRun } from '../runs.ts';

const plan = weeks({
  prerequisites: ['### Before', box('Rehearsed')],
  day: [step('09:00', 'Work')],
});

const proof: FactOf<'item.ticked'> = {
  type: 'item.ticked',
  item: 'P1.1',
  verdict: 'pass',
  evidence: {
    run: 'earlier',
    environment: 'staging',
    status: 'completed',
    endedAt: '2026-11-20T09:00:00.000Z',
  },
};

describe('the proof of a prerequisite by an earlier run', () => {
  it("is journaled in the program's own name", async () => {
    const { engine } = await createRun(plan).open();
    expect(engine.prove(proof)).toEqual({ done: true });
    expect(engine.entries().at(-1)).toMatchObject({ ...proof, by: 'bascule' });
  });

  it('is not journaled once the helm is let go of: the runs were still being read', async () => {
    const { engine } = await createRun(plan).open();
    engine.close('detached');
    expect(engine.prove(proof)).toMatchObject({ done: false, refusal: { code: 'no-helm' } });
    expect(engine.entries().at(-1)?.type).toBe('helm.released');
  });
});
