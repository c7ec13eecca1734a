/** The moments that stand out on the chart. */
import type { Entry } from '../../../../machines/entries.ts';
import { stepLabel } from '../../../view/scene/scene.ts';
import type { Story } from '../../story/story.ts';
import type { Gantt } from '../../types.ts';

type Sign = Gantt['signs'][number];

const kinds: Partial<Record<Entry['type'], Sign['kind']>> = {
  'checkpoint.passed': 'go',
  'gate.passed': 'go',
  'checkpoint.refused': 'no-go',
  'gate.refused': 'no-go',
  'milestone.reached': 'milestone',
  'rollback.decided': 'rollback',
};

export function signsOf({ facts, scene }: Story): Sign[] {
  return facts.flatMap(entry => {
    const kind = kinds[entry.type];
    if (kind === undefined) return [];
    const step = 'step' in entry ? (entry.step ?? null) : null;
    const label = step === null ? scene.words.screen.tree.rollback : stepLabel(scene, step);
    return [{ at: Date.parse(entry.at), kind, label, step }];
  });
}
