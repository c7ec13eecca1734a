import { describe, expect, it } from 'vitest';
import { said } from '../write.ts';

const plan = (info: string, back: string) =>
  [
    '# T',
    '## Timeline',
    '- [ ] **06:00** - **MAINTENANCE START**',
    `- [ ] **06:10** - Migrate\n  \`\`\`bash ${info}\n  migrate\n  \`\`\``,
    '- [ ] **06:20** - Look\n  ```bash\n  status\n  ```',
    '- [ ] **07:00** - **MAINTENANCE END**',
    '## Rollback (10 min)',
    `1. Restore ${back}`,
  ].join('\n\n');

describe('what the rollback undoes', () => {
  it.each(['id=migrate', 'destructive'])('is owed to a step that changes something: %s', info => {
    expect(said(plan(info, '<!-- undoes=D-day.3 -->'))).toEqual([
      'not-undone: - [ ] **06:10** - Migrate',
    ]);
    expect(said(plan(info, '<!-- undoes=D-day.2 -->'))).toEqual([]);
  });

  it('may be said by name', () => {
    expect(said(plan('id=migrate', '<!-- undoes=migrate -->'))).toEqual([]);
  });

  it('is worth saying at all', () => {
    expect(said(plan('', ''))).toEqual(['undoes-unsaid: ## Rollback (10 min)']);
  });
});
