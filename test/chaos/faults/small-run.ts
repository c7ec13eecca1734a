/** Runs of a plan of two commands, in a store of their own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Home, openHome } from '../../terminal/end-to-end/support/program.ts';
import type { RunFolder } from '../../terminal/end-to-end/support/run-folder.ts';

export interface Small {
  /** Script of step 1.1; quick by default. */
  first?: string;
  /** Script of step 1.2; fails with 4 by default, so that the run stops there. */
  second?: string;
  /** What follows the language of the second fence. */
  attributes?: string;
  /** The environment file; none by default. */
  environment?: string;
  /** Front matter, without its rules. */
  matter?: string;
}

/** Writes the plan into the home, and gives the arguments that run it unattended. */
export function small(home: Home, plan: Small = {}): string[] {
  const folder = join(home.folder, 'small');
  mkdirSync(join(folder, 'environments'), { recursive: true });
  const environment = plan.environment ?? 'name: rehearsal\n';
  writeFileSync(join(folder, 'environments/rehearsal.yaml'), environment);
  writeFileSync(join(folder, 'plan.md'), markdown(plan));
  return ['run', folder, '--env', 'rehearsal', '--unattended', '--lang', 'en'];
}

export const resume = ['resume', '--unattended', '--lang', 'en'];

/** A run that stopped at its second command, which failed; nobody has the helm. */
export async function stoppedRun(): Promise<{ home: Home; run: RunFolder }> {
  const home = openHome();
  const { code, stderr } = await home.cli(small(home));
  expect(code, stderr).toBe(1);
  return { home, run: home.run() };
}

const markdown = ({ matter, first, second, attributes }: Small): string => `${
  matter === undefined ? '' : `---\n${matter}\n---\n`
}
# Small

## Timeline

### D-day: Small

#### Phase 1: Small

- [ ] First
${fence(first ?? 'echo first')}
- [ ] Second
${fence(second ?? 'exit 4', attributes)}
`;

const fence = (script: string, attributes = ''): string =>
  [`\`\`\`bash ${attributes}`, ...script.split('\n'), '```'].map(line => `  ${line}`).join('\n');
