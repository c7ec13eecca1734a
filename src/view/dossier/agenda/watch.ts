/** The surveillance after the deployment: what is to be looked at again, by the plan's own rhythm. */
import type { Surveillance } from '../../../plan/types.ts';
import { boxBadge } from '../../badge.ts';
import { rowChoices } from '../../choices/row.ts';
import { whenText } from '../../messages/when.ts';
import { instant, isRollback, recordOf, type Scene } from '../../scene/scene.ts';
import { rounded } from '../../schedule/time.ts';
import type { Choice, DossierRow } from '../../types.ts';
import { offsetToday } from '../days.ts';
import { headingRow, plainRow, section } from '../rows.ts';
import { isDated, isDayDone } from '../stages.ts';

/** Points whose time has come, and those that were found wrong; none before the day is done, nor after the end. */
export function pointsDue(scene: Scene): Surveillance[] {
  if (isRollback(scene) || scene.context.endedAt !== null || !isDayDone(scene)) return [];
  const began = dayEnded(scene);
  return scene.plan.surveillance.filter(point => {
    if (!isInItsDays(scene, point)) return false;
    const last = lookAt(scene, point);
    if (last?.verdict === 'fail') return true;
    const since = instant(last?.at) ?? began;
    const every = point.everyMinutes;
    return every !== undefined && scene.now - since >= every * 60_000;
  });
}

function lookAt({ context }: Scene, { id }: Surveillance) {
  return Object.hasOwn(context.looks, id) ? context.looks[id] : undefined;
}

function isInItsDays(scene: Scene, { fromDays = 0, toDays }: Surveillance): boolean {
  const offset = offsetToday(scene);
  if (!isDated(scene) || offset === null) return true;
  return offset >= fromDays && (toDays === undefined || offset <= toDays);
}

/** When the last step up to the day's evening was over; milliseconds. */
function dayEnded(scene: Scene): number {
  const ends = scene.outline.spots
    .filter(({ stage }) => stage.offsetDays <= 0)
    .map(({ step }) => instant(recordOf(scene, step.id).endedAt) ?? 0);
  return Math.max(0, ...ends);
}

export function watchSection(scene: Scene): DossierRow[] {
  return section(
    headingRow(scene, 'watch', scene.words.around.agenda.headings.watch),
    pointsDue(scene).map(point => watchRow(scene, point)),
  );
}

function watchRow(scene: Scene, point: Surveillance): DossierRow {
  const { rows } = scene.words.around.agenda;
  const { verdicts } = scene.words.around.choices;
  const last = lookAt(scene, point);
  const wrong = last?.verdict === 'fail';
  const title = point.text ? rows.titled(point.title, point.text) : point.title;
  const at = instant(last?.at);
  const seen = at === null ? rows.neverSeen : rows.seen(rounded(scene.now - at, scene.words));
  const every =
    point.everyMinutes === undefined
      ? []
      : [rows.every(rounded(point.everyMinutes * 60_000, scene.words))];
  return plainRow(scene, `watch:${point.id}`, title, {
    badge: wrong ? { ...boxBadge(scene, 'fail'), word: verdicts.fail } : boxBadge(scene, 'open'),
    right: [seen, ...every].join(scene.text(' · ')),
    tone: wrong ? 'bad' : 'warning',
    detail: last
      ? [
          {
            text: scene.text(
              [verdicts[last.verdict], last.note ?? '', `${last.by} ${whenText(scene, at ?? 0)}`]
                .filter(Boolean)
                .join(' · '),
            ),
            tone: wrong ? 'bad' : 'normal',
          },
        ]
      : [],
    choices: looked(scene, point),
  });
}

function looked(scene: Scene, { id }: Surveillance): Choice[] {
  const { labels, consequences, verdicts } = scene.words.around.choices;
  return rowChoices(scene, [
    {
      id: 'looked',
      about: id,
      label: labels.looked,
      consequence: consequences.looked,
      options: (['pass', 'fail'] as const).map(value => ({ value, label: verdicts[value] })),
      reason: 'optional',
      primary: true,
      tone: 'active',
    },
  ]);
}
