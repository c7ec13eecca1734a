/** Small plans for tests, and what the compiler says of them. */
import { type CompileOptions, compile } from '../../src/plan/compile.ts';
import type { Diagnostic, Step } from '../../src/plan/types.ts';

const rollback = `
## Rollback Procedure

### Procedure (10 min)

1. **Go back** (5 min)
`;

/** A whole, faultless plan around the steps of D-day. */
export function onDay(steps: string, after = ''): string {
  return `# Small plan\n\n## Timeline\n\n### D-day: Release\n\n${steps}\n${rollback}\n${after}`;
}

export function compiled(source: string, options: Partial<CompileOptions> = {}) {
  const { plan, diagnostics } = compile(source, { path: 'plan.md', ...options });
  const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  return { plan, diagnostics, steps };
}

/** The first step of a small plan. */
export function firstStep(steps: string, options: Partial<CompileOptions> = {}): Step {
  return compiled(onDay(steps), options).steps[0]!;
}

/** What is said of a text: `code` at the words it underlines. */
export function underlined(source: string, diagnostics: readonly Diagnostic[]): string[] {
  const lines = source.split('\n');
  return diagnostics.map(({ code, line, column, length }) => {
    const rest = lines[line - 1]?.slice(column - 1) ?? '';
    return `${code}: ${length === undefined ? rest : rest.slice(0, length)}`;
  });
}

/** Compiles a text and gives {@link underlined}. */
export function said(source: string, options: Partial<CompileOptions> = {}): string[] {
  return underlined(source, compiled(source, options).diagnostics);
}
