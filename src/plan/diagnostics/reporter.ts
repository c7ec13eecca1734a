/** Gathers what the author should know; it is worded at the end, once the language is known. */
import type { Diagnostic, Language, Place, Severity } from '../types.ts';
import { type Code, type Facts, severities, type Texts } from './codes.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

const texts: Record<Language, Texts> = { fr, en };

export interface Problem extends Place {
  code: Code;
  facts: Facts;
  length?: number;
  severity?: Severity;
}

export type Report = (
  code: Code,
  place: Place,
  facts?: Facts,
  more?: { length?: number; severity?: Severity },
) => void;

export class Reporter {
  readonly #problems: Problem[] = [];

  readonly report: Report = (code, place, facts = {}, more = {}) => {
    this.#problems.push({ code, line: place.line, column: place.column, facts, ...more });
  };

  /** Worded, by place; a fault said twice of one place is said once. */
  diagnostics(language: Language, file?: string): Diagnostic[] {
    const seen = new Set<string>();
    return this.#problems
      .map(problem => worded(problem, language, file))
      .filter(({ line, column, code, message }) => {
        const key = `${line}:${column}:${code}:${message}`;
        return !seen.has(key) && seen.add(key);
      })
      .sort((a, b) => a.line - b.line || a.column - b.column);
  }
}

function worded(problem: Problem, language: Language, file: string | undefined): Diagnostic {
  const { code, line, column, facts, length, severity = severities[code] } = problem;
  return {
    severity,
    code,
    line,
    column,
    ...texts[language][code](facts),
    ...(length === undefined ? {} : { length }),
    ...(file === undefined ? {} : { file }),
  };
}
