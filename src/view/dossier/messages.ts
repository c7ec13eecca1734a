/** The page of messages: what is owed, to whom, by what, and the very text. */
import { heardNote } from '../messages/heard.ts';
import { type Occasion, occasionsOf } from '../messages/occasions.ts';
import { expectedRow, occasionRow, statusRow } from '../messages/row.ts';
import type { Scene } from '../scene/scene.ts';
import type { DossierRow, DossierView } from '../types.ts';

export function messagesPage(scene: Scene): DossierView {
  const occasions = occasionsOf(scene);
  return {
    title: scene.words.around.messages.title,
    note: noteOf(scene, occasions),
    rows: [statusRow(scene), ...messageRows(scene, occasions)],
  };
}

/** In the plan's order. */
function messageRows(scene: Scene, occasions: readonly Occasion[]): DossierRow[] {
  return scene.plan.messages.flatMap(message => {
    const own = occasions.filter(one => one.message === message);
    return own.length > 0 ? own.map(one => occasionRow(scene, one)) : [expectedRow(scene, message)];
  });
}

/** `2 à envoyer · management informé il y a 42 min`. */
function noteOf(scene: Scene, occasions: readonly Occasion[]): DossierView['note'] {
  const { page } = scene.words.around.messages;
  if (scene.plan.messages.length === 0) return { text: page.none, tone: 'muted' };
  const owed = occasions.filter(({ due }) => due === 'due').length;
  const heard = heardNote(scene);
  const text = [owed > 0 ? page.due(owed) : page.nothingDue, heard?.text ?? '']
    .filter(Boolean)
    .join(scene.words.units.separator);
  return { text, tone: owed > 0 || heard?.tone === 'warning' ? 'warning' : 'muted' };
}
