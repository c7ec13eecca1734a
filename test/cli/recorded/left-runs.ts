/** Runs of one small plan in homes of their own, as the store would have written them. */
import { basename } from 'node:path';
import type { Fact } from '../../../machines/entries.ts';
import { compile } from '../../../src/plan/compile.ts';
import { openJournal } from '../../../src/store/journal-file.ts';
import { createRunFolder, runPaths } from '../../../src/store/run-folder.ts';
import { Journey } from '../../view/journey.ts';

export const planText = `---
language: fr
---

# Boutique 2.4

## Chronologie

### Jour J : Mise en production

- [ ] **06:00** - Copier le code
  \`\`\`bash
  ./copy.sh
  \`\`\`
- [ ] **06:20** - Prévenir l'équipe
`;

export interface LeftRun {
  environment?: string;
  protected?: boolean;
  /** When it began, ISO 8601. */
  at?: string;
  /** Minutes that its command takes; 0 leaves it there. */
  copied?: number;
  /** It goes to its end, one minute later. */
  ends?: boolean;
  title?: string;
}

/** Leaves a run in a home; its name comes back. */
export function leaveRun(home: string, run: LeftRun = {}): string {
  const { environment = 'staging', title = 'Boutique 2.4' } = run;
  const text = planText.replace('Boutique 2.4', title);
  const { entries } = told(text, run);
  const yaml = `name: ${environment}\nprotected: ${run.protected ?? false}\n`;
  const date = entries[0]!.at.slice(0, 10);
  const folder = createRunFolder(
    home,
    { date, slug: 'boutique', environment },
    { plan: text, environment: yaml },
  );
  const times = entries.map(entry => new Date(entry.at));
  const now = () => times.shift()!;
  const journal = openJournal(runPaths(folder).journal, { createIfMissing: true, now });
  for (const { seq: _, at: __, by, ...fact } of entries) {
    journal.append(placed(fact as Fact, basename(folder), run), by);
  }
  journal.close();
  return basename(folder);
}

function told(text: string, { at, copied = 2, ends = true }: LeftRun): Journey {
  const { plan } = compile(text, { path: 'plan.md' });
  const journey = new Journey(plan, at ?? '2026-12-01T05:00:00.000Z');
  const [first, second] = plan.stages[0]!.phases[0]!.steps;
  if (copied === 0) return journey;
  journey.start(first!.id);
  journey.now += copied * 60_000;
  journey.exit();
  if (!ends) return journey;
  journey.now += 60_000;
  return journey.say({ type: 'step.confirmed', step: second!.id });
}

function placed(
  fact: Fact,
  run: string,
  { environment: name = 'staging', ...more }: LeftRun,
): Fact {
  if (fact.type !== 'run.created') return fact;
  const environment = { name, fingerprint: name, protected: more.protected ?? false };
  return { ...fact, run, environment };
}
