import { deadEndsOf } from './dead-ends.ts';
import { exitCodes, print, say } from './failure.ts';
import { loadPlan } from './load-plan.ts';
import type { EnvironmentChoice } from './plan-source.ts';
import type { CommandInput } from './program.ts';
import { countOf, reportDiagnostics } from './report-diagnostics.ts';
import { traitsOf } from './traits.ts';

export interface CheckOptions extends EnvironmentChoice {
  json?: boolean;
  all?: boolean;
}

/** `bascule check`: everything that is wrong with a plan, at once. Exit 0, or 6 when it cannot run. */
export async function check(input: CommandInput<CheckOptions>, given = '.'): Promise<number> {
  const { options } = input;
  const read = loadPlan(given, options, input);
  const loaded = {
    ...read,
    diagnostics: [...read.diagnostics, ...deadEndsOf(read.plan, read.language)],
  };
  const { plan, diagnostics, words } = loaded;
  const { error, warning } = countOf(diagnostics);
  const code = error > 0 ? exitCodes.planInvalid : exitCodes.done;
  if (options.json) {
    const report = { version: 1, title: plan.title, runnable: error === 0, diagnostics };
    print(JSON.stringify(report, null, 2));
    return code;
  }
  if (error + warning === 0 && !options.all) {
    say(words.check.clean(plan.title));
    return code;
  }
  reportDiagnostics(loaded, {
    color: traitsOf(options).color,
    shown: options.all ? ['error', 'warning', 'info'] : ['error', 'warning'],
  });
  say(error > 0 ? words.check.blocked : words.check.runnable);
  return code;
}
