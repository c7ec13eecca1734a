import { describe, expect, it } from 'vitest';
import { compiled, onDay } from '../write.ts';

const command = (title: string) => `- [ ] ${title}\n  \`\`\`bash\n  true\n  \`\`\`\n`;
const day = [
  command('Back up the shop'),
  command('Rehearse the import'),
  '- [ ] Tell the support\n',
  command('Import the orders'),
  '- [ ] **07:00** - **CHECKPOINT** - Orders\n',
  command('Import the invoices'),
].join('');

function moveOf(action: string, steps = day) {
  const section = `## Checkpoints\n\n### Checkpoint 1: Orders (07:00)\n\n- [ ] it works\n\n**If it fails**:\n1. ${action}\n`;
  const { move, step } = compiled(onDay(steps, section)).plan.checkpoints[0]!.actions[0]!;
  return [move, step];
}

describe('the move that an action on failure asks for', () => {
  it.each([
    ['Read the log', 'read', 'D-day.4'],
    ['Analyse the logs of the rehearsal', 'read', 'D-day.4'],
    ['Lire les logs du backup (back up)', 'read', 'D-day.1'],
    ['Correct the data', 'fix', undefined],
    ['Corriger les données', 'fix', undefined],
    ['Rerun the import of orders', 'redo', 'D-day.4'],
    ['Rehearse again', 'redo', 'D-day.2'],
    ['Tell support again', 'redo', 'D-day.3'],
    ['Relancer', 'redo', 'D-day.4'],
    ['Decide GO/NO-GO', 'review', undefined],
    ['Évaluer la gravité', 'review', undefined],
    ['Correct once, otherwise roll back', 'rollback', undefined],
    ['Si grave : retour arrière', 'rollback', undefined],
    ['Call the director', undefined, undefined],
  ])('%s', (action, move, step) => {
    expect(moveOf(action)).toEqual([move, step]);
  });

  it('never names a step of another phase, or after the checkpoint', () => {
    const first = '- [ ] **07:00** - **CHECKPOINT** - Orders\n';
    expect(moveOf('Rerun the import', first + command('Import'))).toEqual(['redo', undefined]);
  });
});
