import { describe, expect, it } from 'vitest';
import { compiled, onDay } from '../write.ts';

const message = (fields: string) =>
  compiled(onDay('- [ ] a', `## Communication\n\n### Pendant\n\n${fields}\n`)).plan.messages[0]!;

describe('a message', () => {
  it('is sent again at each checkpoint when its frequency says so', () => {
    expect(message('**Fréquence** : À chaque point de contrôle').each).toBe('checkpoint');
    expect(message('**Frequency**: at the checkpoint').each).toBe('checkpoint');
    expect(message('**Frequency**: at checkpoint 2')).not.toHaveProperty('each');
    expect(message('**Audience** : ceux du point de contrôle')).not.toHaveProperty('each');
  });

  it.each([
    'Équipe technique + Management',
    'Direction générale',
    'team and managers',
    'Executives',
    'CODIR',
  ])('goes to management: %s', audience => {
    expect(message(`**Destinataires** : ${audience}`).toManagement).toBe(true);
  });

  it.each(['Tous les utilisateurs', 'every customer', 'the release manager', 'Support'])(
    'does not: %s',
    audience => {
      expect(message(`**Audience**: ${audience}`)).not.toHaveProperty('toManagement');
    },
  );
});
