/** Who is concerned by the step whose turn it is: the one who does it, and the one who must approve. */
import type { Step } from '../../plan/types.ts';
import { headingRow, section } from '../dossier/rows.ts';
import { type Scene, stepLabel, stepOf } from '../scene/scene.ts';
import type { DossierRow } from '../types.ts';
import { approvalBadge, attestOffer } from './approval.ts';
import { lastCall } from './calls.ts';
import { personRow } from './person.ts';
import { roleDetail, roleNamed, roleRow } from './team.ts';

export function dutyRows(scene: Scene): DossierRow[] {
  const step = stepOf(scene, scene.input.state.current ?? '');
  if (!step) return [];
  const { role, approve } = step.attributes;
  const heading = headingRow(
    scene,
    'duty',
    scene.words.around.people.page.onDuty,
    stepLabel(scene, step.id),
  );
  return section(heading, [
    ...(role === undefined ? [] : [doerRow(scene, role)]),
    ...(approve === undefined ? [] : [approverRow(scene, step, approve)]),
  ]);
}

function doerRow(scene: Scene, title: string): DossierRow {
  const role = roleNamed(scene, title);
  return role ? roleRow(scene, 'duty:role', role) : unknownRow(scene, 'duty:role', title);
}

/** Enter notes a call: one calls, then attests what was said. */
function approverRow(scene: Scene, step: Step, title: string): DossierRow {
  const role = roleNamed(scene, title);
  const called = lastCall(scene, title);
  const row = personRow(
    scene,
    'duty:approve',
    { role: title, person: role?.person, contact: role?.contact },
    {
      title: scene.words.around.people.page.approves(title),
      detail: role ? roleDetail(scene, role) : [unknown(scene)],
      offers: [attestOffer(scene, step, title)],
    },
  );
  const badge = approvalBadge(scene, step);
  const right = [badge.word, scene.text(called)].filter(Boolean).join(scene.words.units.separator);
  return { ...row, badge, right, tone: badge.tone };
}

function unknownRow(scene: Scene, key: string, title: string): DossierRow {
  return personRow(scene, key, { role: title }, { detail: [unknown(scene)] });
}

function unknown({ words }: Scene): DossierRow['detail'][number] {
  return { text: words.around.people.page.roleUnknown, tone: 'warning' };
}
