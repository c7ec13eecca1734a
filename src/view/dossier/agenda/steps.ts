/** Steps on the agenda: late ones, those of today, and the stages to come. */
import { daysUntil } from '../../../../machines/calendar.ts';
import type { Stage } from '../../../plan/types.ts';
import { groupBadge, stepBadge } from '../../badge.ts';
import { listChoices } from '../../choices/list.ts';
import { rowChoices } from '../../choices/row.ts';
import type { Spot } from '../../scene/outline.ts';
import { type Scene, statusOf } from '../../scene/scene.ts';
import { slotOf } from '../../schedule/schedule.ts';
import { rounded } from '../../schedule/time.ts';
import type { DossierRow } from '../../types.ts';
import { dateAt, datedText, dayText, todayOf } from '../days.ts';
import { headingRow, plainRow, section } from '../rows.ts';
import { isDated, lateSpots, openSpots, stagesThatAre, stageUnderWay } from '../stages.ts';

export function lateSection(scene: Scene): DossierRow[] {
  const { headings, rows } = scene.words.around.agenda;
  const today = todayOf(scene);
  return section(
    headingRow(scene, 'late', headings.late),
    lateSpots(scene).map(spot =>
      pastRow(scene, spot, rows.late(-daysUntil(scene.context, spot.stage, today))),
    ),
  );
}

export function todaySection(scene: Scene): DossierRow[] {
  const { headings } = scene.words.around.agenda;
  const due = stagesThatAre(scene, 'due');
  const names = scene.text(due.map(({ id }) => id).join(', '));
  const heading = (isDated(scene) ? headings.today : headings.now)(names);
  return section(
    headingRow(scene, 'today', heading),
    due.flatMap(stage => stageRows(scene, stage)),
  );
}

/** Step by step; of a stage in phases, the others than the one under way are a row each. */
function stageRows(scene: Scene, stage: Stage): DossierRow[] {
  const spots = openSpots(scene, stage);
  const inFront = spots.find(({ step }) => step.id === scene.input.state.current) ?? spots[0];
  return [...Map.groupBy(spots, ({ phase }) => phase).values()].flatMap(group =>
    group[0]!.phase === inFront?.phase || group[0]!.phase.title === ''
      ? group.map(spot => todayRow(scene, spot))
      : [phaseRow(scene, group)],
  );
}

function phaseRow(scene: Scene, spots: readonly Spot[]): DossierRow {
  const [first] = spots;
  const { id, key, title, start } = first!.phase;
  const { phase } = scene.words.around.agenda.rows;
  return plainRow(scene, `phase:${key}`, `${id} ${title}`, {
    badge: groupBadge(scene, 'waiting'),
    right: [start ?? '', phase(spots.length)].filter(Boolean).join(scene.text(' · ')),
    leads: { step: first!.step.id },
  });
}

function todayRow(scene: Scene, spot: Spot): DossierRow {
  const row = stepRow(scene, spot);
  const time = spot.step.time ?? '';
  const { start } = slotOf(scene, spot);
  const since = isDated(scene) && start !== null ? scene.now - start : 0;
  if (time === '' || since < 60_000) return { ...row, right: time };
  const { passed } = scene.words.around.agenda.rows;
  return pastRow(scene, spot, passed(time, rounded(since, scene.words)));
}

/** Its moment has gone by: in the words of its state it would still be to come. */
function pastRow(scene: Scene, spot: Spot, right: string): DossierRow {
  const row = stepRow(scene, spot);
  const past = { ...row, right, tone: 'warning' } as const;
  if (!row.badge || statusOf(scene, spot.step.id) !== 'waiting') return past;
  return { ...past, badge: { ...row.badge, word: '' } };
}

/** Where the list has no order, it can be done from here. */
function stepRow(scene: Scene, { step }: Spot): DossierRow {
  return plainRow(scene, `step:${step.id}`, `${step.id} ${step.title}`, {
    badge: stepBadge(scene, statusOf(scene, step.id), step.kind),
    choices: listChoices(scene, step).filter(({ id }) => id !== 'tickPass' && id !== 'tickFail'),
    leads: { step: step.id },
  });
}

export function comingSection(scene: Scene): DossierRow[] {
  const { headings } = scene.words.around.agenda;
  return section(
    headingRow(scene, 'coming', headings.coming),
    stagesThatAre(scene, 'early').map(stage => comingRow(scene, stage)),
  );
}

function comingRow(scene: Scene, stage: Stage): DossierRow {
  const date = isDated(scene) ? dateAt(scene, stage.offsetDays) : null;
  const [first] = openSpots(scene, stage);
  return plainRow(scene, `stage:${stage.id}`, `${stage.id} ${stage.title}`.trim(), {
    badge: groupBadge(scene, 'waiting'),
    right: date === null ? '' : datedText(scene, date),
    tone: 'muted',
    choices: date !== null && stage === stageUnderWay(scene) ? opening(scene, stage, date) : [],
    ...(first && { leads: { step: first.step.id } }),
  });
}

function opening(scene: Scene, { id }: Stage, date: string) {
  const { labels, consequences } = scene.words.around.choices;
  return rowChoices(scene, [
    {
      id: 'openStage',
      about: id,
      label: labels.openStage(id),
      consequence: consequences.openStage(dayText(scene, date)),
      reason: 'required',
      primary: true,
      tone: 'warning',
    },
  ]);
}
