import { dirname } from 'node:path';
import { createDeploymentMachine } from '../../machines/deployment.ts';
import { mermaid } from '../../machines/mermaid.ts';
import { withEnvironment } from '../plan/environment.ts';
import { exitCodes, print, say } from './failure.ts';
import { loadPlan } from './load-plan.ts';
import { outline } from './outline.ts';
import type { EnvironmentChoice } from './plan-source.ts';
import type { CommandInput } from './program.ts';
import { counted } from './report-diagnostics.ts';
import { traitsOf } from './traits.ts';

export interface ShowOptions extends EnvironmentChoice {
  json?: boolean;
  mermaid?: boolean;
  open?: boolean;
}

/** `bascule show`: the compiled plan, as outline, data, statechart, or in the cockpit without a helm. */
export async function show(input: CommandInput<ShowOptions>, given = '.'): Promise<number> {
  const { options } = input;
  const {
    plan: compiled,
    source,
    environment,
    diagnostics,
    language,
    words,
  } = loadPlan(given, options, input);
  const plan = environment?.environment
    ? withEnvironment(compiled, environment.environment)
    : compiled;
  if (options.json) {
    // Public and versioned: docs/plan-json.md.
    print(JSON.stringify({ version: 1, plan: compiled, diagnostics }, null, 2));
  } else if (options.mermaid) {
    print(mermaid(plan, createDeploymentMachine(plan)));
  } else if (options.open) {
    const { previewPlan } = await import('./cockpit.ts');
    await previewPlan(plan, dirname(source.path), { language, traits: traitsOf(options) });
  } else {
    print(outline(plan));
    say(counted(diagnostics, words));
  }
  return exitCodes.done;
}
