/** The equipped plan with a second person: 2.1 is the DBA's and waits for the Chef de projet. */
import type { Plan } from '../../../src/plan/types.ts';
import { equippedPlan } from '../equipped-plan.ts';

const place = { line: 1, column: 1 };

export function staffedPlan(more: Partial<Plan> = {}): Plan {
  const plan = equippedPlan({
    availability: [{ title: 'Équipe technique', text: '2 heures avant → 2 heures après' }],
    ...more,
  });
  const [dba] = plan.roles;
  dba!.responsibilities = 'Base de données, migrations';
  plan.roles.push({
    title: 'Chef de projet',
    person: 'Astreinte projet',
    contact: 'poste 4101',
    ...place,
  });
  const backup = plan.stages[1]!.phases[1]!.steps[0]!;
  backup.attributes = { ...backup.attributes, role: 'DBA', approve: 'Chef de projet' };
  return plan;
}
