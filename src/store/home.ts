import os from 'node:os';
import path from 'node:path';

/**
 * The folder that holds every run, absolute: `--home`, else `BASCULE_HOME`, else
 * `$XDG_STATE_HOME/bascule`, else `~/.local/state/bascule`. Nothing is created.
 */
export function storeHome(
  env: Readonly<Record<string, string | undefined>>,
  flag?: string,
): string {
  const given = flag || env.BASCULE_HOME;
  if (given) return path.resolve(given);
  const state = env.XDG_STATE_HOME;
  // The XDG specification: a relative path is invalid and must be ignored.
  if (state && path.isAbsolute(state)) return path.join(state, 'bascule');
  return path.join(env.HOME || os.homedir(), '.local', 'state', 'bascule');
}
