import { cleanScript } from '../../view/scene/clean.ts';
import type { Story } from '../story/story.ts';
import type { AmendmentFact } from '../types.ts';

/** Every command that was rewritten for this run, in order. */
export function amendmentsOf({ facts, scene }: Story): AmendmentFact[] {
  return facts.flatMap(entry => {
    if (entry.type !== 'step.amended') return [];
    const { seq, at, by, step, command, reason, diff } = entry;
    return [
      {
        seq,
        at,
        by: scene.text(by),
        step,
        command,
        reason: scene.text(reason),
        diff: cleanScript(diff, scene.input.ascii),
      },
    ];
  });
}
