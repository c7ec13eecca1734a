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

/** Points whose time has come, and those that were found wrong. */
export function pointsDue(scene: Scene): Surveillance[] {
  const began = dayEnded(scene);
  return pointsNow(scene).filter(point => isDue(scene, point, began));
}

/** Those of these days, due or not: what is seen between two rounds is said as well. None before the day is done, nor after the end. */
function pointsNow(scene: Scene): Surveillance[] {
  if (isRollback(scene) || scene.context.endedAt !== null || !isDayDone(scene)) return [];
  return scene.plan.surveillance.filter(point => isInItsDays(scene, point));
}

function isDue(scene: Scene, point: Surveillance, began: number): boolean {
  const last = lookAt(scene, point);
  if (last?.verdict === 'fail') return true;
  const since = instant(last?.at) ?? began;
  const every = point.everyMinutes;
  return every !== undefined && scene.now - since >= every * 60_000;
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
  const due = new Set(pointsDue(scene));
  // Without a last day of its own, one that is not due would stay for ever.
  const later = pointsNow(scene).filter(point => !due.has(point) && point.toDays !== undefined);
  return section(headingRow(scene, 'watch', scene.words.around.agenda.headings.watch), [
    ...[...due].map(point => watchRow(scene, point, true)),
    ...later.map(point => watchRow(scene, point, false)),
  ]);
}

function watchRow(scene: Scene, point: Surveillance, due: boolean): DossierRow {
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
    badge: badgeOf(scene, wrong ? 'fail' : last?.verdict === 'pass' && !due ? 'pass' : 'open'),
    right: [seen, ...every].join(scene.text(' · ')),
    tone: wrong ? 'bad' : due ? 'warning' : 'muted',
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
    choices: looked(scene, point, due),
  });
}

function badgeOf(scene: Scene, mark: 'open' | 'pass' | 'fail') {
  const { verdicts } = scene.words.around.choices;
  return mark === 'open'
    ? boxBadge(scene, mark)
    : { ...boxBadge(scene, mark), word: verdicts[mark] };
}

function looked(scene: Scene, { id }: Surveillance, due: boolean): Choice[] {
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
      tone: due ? 'active' : 'normal',
    },
  ]);
}
