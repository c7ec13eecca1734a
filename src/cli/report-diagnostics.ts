import type { CliWords } from '../locale/cli.ts';
import { codeFrame } from '../plan/frame.ts';
import type { Diagnostic, Severity } from '../plan/types.ts';
import { say } from './failure.ts';
import type { LoadedPlan } from './load-plan.ts';
import { asSeen } from './plan-source.ts';

export interface ReportOptions {
  color: boolean;
  /** Severities that are said; the others are only counted. */
  shown: readonly Severity[];
}

/** How many of each severity. */
export function countOf(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity] += 1;
  return count;
}

/** `2 errors, 33 warnings, 1 information`. */
export function counted(diagnostics: readonly Diagnostic[], { count }: CliWords): string {
  const { error, warning, info } = countOf(diagnostics);
  return [count.errors(error), count.warnings(warning), count.infos(info)].join(', ');
}

/** Says every diagnostic on standard error, each with its place and line, then how many there are. */
export function reportDiagnostics(loaded: LoadedPlan, { color, shown }: ReportOptions): void {
  const { source, environment, diagnostics, language, words } = loaded;
  for (const diagnostic of diagnostics) {
    if (!shown.includes(diagnostic.severity)) continue;
    const elsewhere = environment !== null && diagnostic.file !== undefined;
    const { text, path } = elsewhere ? environment : source;
    say(codeFrame(diagnostic, text, { path: asSeen(path), color, language }));
    say('');
  }
  say(counted(diagnostics, words));
}
