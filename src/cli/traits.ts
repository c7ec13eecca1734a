import type { Language } from '../plan/types.ts';

export interface GlobalOptions {
  home?: string;
  lang?: Language;
  /** False with `--no-color`. */
  color: boolean;
  ascii?: boolean;
}

/** What this terminal can show. */
export interface Traits {
  color: boolean;
  ascii: boolean;
  /** Both ends are a terminal. */
  interactive: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the terminal's abilities from flags and environment: NO_COLOR, TERM, the locale's character set. */
export function traitsOf(options: GlobalOptions, env: Env = process.env): Traits {
  const term = env.TERM ?? '';
  return {
    color: options.color && !env.NO_COLOR && term !== 'dumb' && Boolean(process.stdout.isTTY),
    ascii: options.ascii === true || term === 'linux' || !speaksUtf8(env),
    interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY) && term !== 'dumb',
  };
}

/** No locale at all is taken for UTF-8: bare containers and CI say nothing. */
function speaksUtf8(env: Env): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return !locale || /utf-?8/i.test(locale);
}
