/** Notes that reach the report: adoption, satisfaction, lessons. */
import { groupBadge } from '../../badge.ts';
import { rowChoices } from '../../choices/row.ts';
import { whenText } from '../../messages/when.ts';
import { instant, type Scene } from '../../scene/scene.ts';
import type { Choice, DossierRow } from '../../types.ts';
import { headingRow, plainRow, section } from '../rows.ts';
import { stageUnderWay } from '../stages.ts';

/** What was noted so far, and once the day is over, where to note more. */
export function debriefSection(scene: Scene): DossierRow[] {
  const { headings, rows } = scene.words.around.agenda;
  const open = isAfterTheDay(scene)
    ? [plainRow(scene, 'debrief', rows.debrief, { choices: lesson(scene) })]
    : [];
  return section(headingRow(scene, 'debrief', headings.debrief), [...noted(scene), ...open]);
}

function isAfterTheDay(scene: Scene): boolean {
  const after = (stageUnderWay(scene)?.offsetDays ?? 0) > 0;
  return after || scene.input.state.status === 'closing' || scene.context.endedAt !== null;
}

function noted(scene: Scene): DossierRow[] {
  const { topics } = scene.words.around.log;
  const { titled } = scene.words.around.agenda.rows;
  return scene.context.notes.flatMap(({ topic, text, by, at }, index) =>
    topic === undefined
      ? []
      : [
          plainRow(scene, `note:${index}`, titled(topics[topic], text), {
            badge: groupBadge(scene, 'done'),
            right: scene.text(`${by} ${whenText(scene, instant(at) ?? 0)}`),
          }),
        ],
  );
}

function lesson(scene: Scene): Choice[] {
  const { labels, consequences } = scene.words.around.choices;
  const { topics } = scene.words.around.log;
  return rowChoices(scene, [
    {
      id: 'lesson',
      label: labels.lesson,
      consequence: consequences.lesson,
      options: (['adoption', 'satisfaction', 'lesson'] as const).map(value => ({
        value,
        label: topics[value],
      })),
      reason: 'required',
      primary: true,
      tone: 'active',
    },
  ]);
}
