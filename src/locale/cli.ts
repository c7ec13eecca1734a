/** The command line's texts, apart from the screens' so that `--help` loads nothing else. */
import type { Language } from '../plan/types.ts';
import { cli as english } from './en/cli.ts';
import { cli as french } from './fr/cli.ts';

export type CliWords = typeof french;

/** The command line's texts in a language. */
export function cliWords(language: Language): CliWords {
  return language === 'fr' ? french : english;
}

/**
 * The language to speak: `--lang`, else the locale of the environment, else `fallback` (the plan's).
 * A locale that names no language (`C`, `POSIX`) does not count.
 */
export function languageOf(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  fallback: Language = 'en',
): Language {
  for (const text of [flag, env.LC_ALL || env.LC_MESSAGES || env.LANG]) {
    const code = text?.slice(0, 2).toLowerCase();
    if (code === 'fr' || code === 'en') return code;
  }
  return fallback;
}
