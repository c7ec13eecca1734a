import type { Item } from '../../plan/types.ts';
import { plainLine } from '../../view/card/lines.ts';
import { evidenceText } from '../../view/dossier/prerequisites/proof.ts';
import { isWaived } from '../../view/dossier/prerequisites.ts';
import { whyText } from '../../view/log/why.ts';
import type { Scene } from '../../view/scene/scene.ts';
import type { Story } from '../story/story.ts';
import type { PrerequisiteFact } from '../types.ts';

/** What was to be true before the day: proved, refused, waived, or never looked at. */
export function prerequisitesOf({ scene, plan }: Story): PrerequisiteFact[] {
  return plan.prerequisites.flatMap(({ title, items }) =>
    items.map(item => ({
      id: item.id,
      title: scene.text(item.title),
      group: scene.text(title),
      ...standingOf(scene, item),
    })),
  );
}

type Standing = Pick<PrerequisiteFact, 'status' | 'at' | 'by' | 'note'>;

function standingOf(scene: Scene, item: Item): Standing {
  const { marks, waived } = scene.context;
  if (isWaived(scene, item)) {
    const { at, by, reason } = waived[item.id]!;
    return { status: 'waived', at, by: scene.text(by), note: scene.text(reason) };
  }
  const mark = Object.hasOwn(marks, item.id) ? marks[item.id] : undefined;
  if (!mark) return { status: 'open', at: null, by: '', note: '' };
  const said = plainLine(scene, whyText(scene, mark.note ?? ''));
  const proof = mark.evidence ? evidenceText(scene, mark.evidence) : '';
  return {
    status: mark.verdict === 'pass' ? 'met' : 'failed',
    at: mark.at,
    by: scene.text(mark.by),
    note: [proof, said].filter(Boolean).join(scene.words.units.separator),
  };
}
