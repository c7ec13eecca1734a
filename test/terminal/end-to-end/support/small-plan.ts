/** A plan small enough for one test: a manual step, a command, a slow one, a gate; all of it harmless. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallPlan {
  /** The script of step 1.2; a quick one by default. */
  quick?: string;
  /** Attributes of its fence. */
  attributes?: string;
  /** The script of step 1.3; five seconds by default. */
  slow?: string;
}

/** Writes the plan into a new folder of `home`, and gives its path. */
export function writeSmallPlan(home: string, { quick, attributes, slow }: SmallPlan = {}): string {
  const folder = join(home, 'petit-plan');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'plan.md');
  writeFileSync(path, planOf(fence(quick ?? 'echo prêt', attributes), fence(slow ?? slowly(5))));
  return path;
}

/** A script that says a line ten times a second for so long, then leaves one line in the run's folder. */
export function slowly(seconds: number): string {
  return [
    `for i in $(seq ${seconds * 10}); do echo "ligne $i"; sleep 0.1; done`,
    'echo fini >> "$BASCULE_RUN_DIR/fini"',
  ].join('\n');
}

/** As wide as an ordered item asks for. */
const fence = (script: string, attributes = ''): string =>
  [`\`\`\`bash ${attributes}`.trimEnd(), ...script.split('\n'), '```']
    .map(line => `   ${line}`)
    .join('\n');

const planOf = (quick: string, slow: string): string => `---
language: fr
timezone: Europe/Paris
---

# Petit plan

## Chronologie

### Jour J : Essai

#### Phase 1 : Essai (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - Réunir l'équipe
- [ ] **06:05** - Commande brève
${quick}
- [ ] **06:10** - Commande longue
${slow}
- [ ] **06:20** - GO/NO-GO final
- [ ] **06:25** - Conclure

## Procédure de Rollback

### Procédure d'Urgence (10 min)

1. **Revenir** (5 min)
${fence('echo revenu')}
`;
