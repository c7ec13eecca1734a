/** What waits on the other pages: prerequisites, messages, measures, the final checklist. */
import { isFromTheDayOn, prerequisitesOwed } from '../../../../machines/calendar.ts';
import { boxBadge, groupBadge } from '../../badge.ts';
import { type Occasion, occasionsOf } from '../../messages/occasions.ts';
import { shortDate, whenText } from '../../messages/when.ts';
import { isRollback, type Scene, stepLabel } from '../../scene/scene.ts';
import { clock, day } from '../../schedule/time.ts';
import { tally } from '../../step/boxes.ts';
import { closing } from '../../step/finals.ts';
import type { DossierRow, Tone } from '../../types.ts';
import { dateAt, datedText, offsetToday, todayOf } from '../days.ts';
import { baselinesOwed, failingMetrics, measuresDue } from '../metrics/due.ts';
import { figureOf } from '../metrics/reading.ts';
import { headingRow, plainRow, section } from '../rows.ts';
import { isDated, isOnTimeline, stageUnderWay } from '../stages.ts';

/** Those owed while the day has not begun, or where it cannot begin without them; none once they matter no more. */
export function prerequisitesLeft(scene: Scene): number {
  const stage = stageUnderWay(scene);
  if (!isOnTimeline(scene) || !stage) return 0;
  const required = scene.input.around.prerequisites === 'required';
  if (isFromTheDayOn(stage) && (stage.offsetDays > 0 || !required)) return 0;
  return prerequisitesOwed(scene.plan, scene.context).length;
}

/** They press from the eve on. */
export function prerequisitesTone(scene: Scene): Tone {
  const stage = stageUnderWay(scene);
  if (stage && isFromTheDayOn(stage)) return 'bad';
  return isDated(scene) && (offsetToday(scene) ?? 0) >= -1 ? 'warning' : 'normal';
}

export function prerequisitesSection(scene: Scene): DossierRow[] {
  const left = prerequisitesLeft(scene);
  if (left === 0) return [];
  const { headings, rows } = scene.words.around.agenda;
  const items = scene.plan.prerequisites.flatMap(group => group.items);
  const [first] = prerequisitesOwed(scene.plan, scene.context);
  const date = isDated(scene) ? dateAt(scene, 0) : null;
  return section(headingRow(scene, 'prerequisites', headings.prerequisites), [
    plainRow(scene, 'prerequisites', rows.owed(left, items.length), {
      // The row says in its own words what its box is worth.
      badge: { ...boxBadge(scene, 'open'), word: '' },
      right: date === null ? rows.beforeTheDay : rows.before(datedText(scene, date)),
      tone: prerequisitesTone(scene),
      leads: { page: 'prerequisites', key: first!.id },
    }),
  ]);
}

/** Messages whose moment has come. */
export function messagesDue(scene: Scene): Occasion[] {
  return occasionsOf(scene).filter(({ due }) => due === 'due');
}

export function messagesSection(scene: Scene): DossierRow[] {
  return section(
    headingRow(scene, 'messages', scene.words.around.agenda.headings.messages),
    messagesDue(scene).map(({ occasion, message, step, dueAt }) => {
      const about = step === undefined ? [] : [stepLabel(scene, step)];
      const text = [message.title, ...about].join(' · ');
      return plainRow(scene, `message:${occasion}`, text, {
        badge: { ...groupBadge(scene, 'decide'), word: scene.words.around.messages.badges.due },
        right: dueAt === null ? '' : sinceText(scene, dueAt),
        tone: 'warning',
        leads: { page: 'messages', key: occasion },
      });
    }),
  );
}

/** A mere day has no hour worth saying. */
function sinceText(scene: Scene, at: number): string {
  if (clock(at, scene.zone) !== '00:00') return whenText(scene, at);
  return day(at, scene.zone) === todayOf(scene) ? '' : shortDate(scene, at);
}

export function metricsSection(scene: Scene): DossierRow[] {
  const { headings } = scene.words.around.agenda;
  return section(headingRow(scene, 'metrics', headings.metrics), [
    ...owedMeasures(scene),
    ...failingMetrics(scene).map(metric =>
      plainRow(scene, `metric:${metric.id}`, metric.title, {
        badge: { ...boxBadge(scene, 'fail'), word: scene.words.around.metrics.badges.fail },
        right: figureOf(scene, metric),
        tone: 'bad',
        leads: { page: 'metrics', key: metric.id },
      }),
    ),
  ]);
}

function owedMeasures(scene: Scene): DossierRow[] {
  const { rows } = scene.words.around.agenda;
  const [baselines, due] = [baselinesOwed(scene), measuresDue(scene)];
  const row = (key: string, text: string, first: string) =>
    plainRow(scene, key, text, {
      badge: boxBadge(scene, 'open'),
      tone: 'warning',
      leads: { page: 'metrics', key: first },
    });
  const stage = stageUnderWay(scene)?.id ?? scene.words.screen.tree.closing;
  return [
    ...(baselines[0] ? [row('baseline', rows.baseline(baselines.length), baselines[0].id)] : []),
    ...(due[0] ? [row('measures', rows.measures(due.length, stage), due[0].id)] : []),
  ];
}

export function closingSection(scene: Scene): DossierRow[] {
  if (scene.input.state.status !== 'closing' || isRollback(scene)) return [];
  const { headings, rows } = scene.words.around.agenda;
  const items = scene.plan.checklist;
  const passed = items.length - tally(scene, items).left;
  return [
    headingRow(scene, 'closing', headings.closing),
    plainRow(scene, closing, rows.checklist(passed, items.length), {
      badge: groupBadge(scene, 'decide'),
      tone: 'warning',
      leads: { step: closing },
    }),
  ];
}
