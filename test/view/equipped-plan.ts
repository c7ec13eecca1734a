/** The small plan with all that helps to decide: checks, proofs of the rollback, people, moves. */
import type { Plan } from '../../src/plan/types.ts';
import { command, item, smallPlan } from './fixtures.ts';

const place = { line: 1, column: 1 };

/** Its backup is captured by 2.1; `version` is known; nobody gave `release` a value yet. */
export function equippedPlan(more: Partial<Plan> = {}): Plan {
  const plan = smallPlan({
    roles: [
      { title: 'DBA', person: 'Astreinte bases', contact: 'poste 4103', ...place },
      { title: 'DevOps', person: '[Nom]', contact: '+33 X XX XX XX XX', ...place },
    ],
    contacts: [
      { title: 'Équipe', items: [{ role: 'DBA', contact: 'poste 4103', ...place }] },
      {
        title: 'Escalade',
        items: [
          { role: 'Directeur technique', contact: 'poste 4001', ...place },
          { role: 'Directeur produit', contact: '[Téléphone]', ...place },
          { role: 'dba', ...place },
        ],
      },
    ],
    variables: [
      { name: 'backup', description: 'Sauvegarde de la base ; faite en 2.1', capturedBy: '2.1' },
      { name: 'version', value: 'v1.0.0' },
      { name: 'release', description: 'Version précédente' },
    ],
    ...more,
  });
  const [, day] = plan.stages;
  day!.objective = 'Mettre la 1.0.0 en production';
  const migration = day!.phases[1]!.steps[1]!;
  migration.attributes = { role: 'DBA' };
  const [checkpoint] = plan.checkpoints;
  checkpoint!.criteria[0]!.check = command('./check.sh', { attributes: { expect: '/OK/' } });
  checkpoint!.actions = [
    { text: 'Analyser les logs', line: 1, move: 'read' },
    { text: 'Corriger', line: 2, move: 'fix' },
    { text: 'Relancer la migration', line: 3, move: 'redo', step: '2.2' },
    { text: 'Réexaminer', line: 4, move: 'review' },
    { text: 'Si majeur : rollback', line: 5, move: 'rollback' },
    { text: 'Prévenir les utilisateurs', line: 6 },
  ];
  equip(plan);
  return plan;
}

function equip({ rollback }: Plan): void {
  const [, restore] = rollback!.steps;
  restore!.commands = [
    command('./restore.sh [backup] [release]', { variables: ['backup', 'release'] }),
  ];
  rollback!.validation[0]!.check = command('curl -fsS http://localhost/');
  const exists = command('test -s [backup]', { variables: ['backup'] });
  const files = command('test -x ./restore.sh');
  rollback!.proofs = [
    { ...item('R.2/p1', 'la sauvegarde existe'), step: 'R.2', check: exists },
    { ...item('R.2/files', 'les scripts sont là'), step: 'R.2', check: files },
  ];
}
