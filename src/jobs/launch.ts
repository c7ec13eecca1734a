/** Starting a wrapper that outlives us. */
import { once } from 'node:events';
import { execa, type Options } from 'execa';

/** A wrapper to be started. */
export interface Wrapper {
  /** Path of the wrapper's script. */
  script: string;
  /** The job's. */
  folder: string;
  /** The whole environment of the command. */
  env: Record<string, string>;
  /** Told why when the wrapper ends without having run its command, if we still live by then. */
  failed(why: string): void;
}

/** Spawns it in a session of its own, tied to us by nothing: neither our signals, our exit, nor our event loop. */
export function launchWrapper(wrapper: Wrapper): void {
  const { subprocess } = spawned(wrapper, { detached: true, stdio: 'ignore' });
  subprocess.nodeChildProcess?.unref();
}

/**
 * Spawns it on our own terminal, in our session and process group, as a shell runs a command: it outlives
 * us, but not the terminal. Resolves when it ended, or when `signal` aborts.
 */
export async function attachWrapper(wrapper: Wrapper, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { subprocess, ended } = spawned(wrapper, { stdio: 'inherit' });
  const stop = new AbortController();
  const aborted = once(signal, 'abort', { signal: stop.signal }).then(
    () => subprocess.nodeChildProcess?.unref(),
    () => {},
  );
  await Promise.race([ended, aborted]);
  stop.abort();
}

function spawned({ script, folder, env, failed }: Wrapper, how: Options) {
  const subprocess = execa('/bin/sh', [script, folder], {
    ...how,
    cleanup: false,
    buffer: false,
    cwd: '/',
    extendEnv: false,
    env,
    reject: false,
  });
  const ended = subprocess.then(({ failed: bad, signal, exitCode, cause }) => {
    // The error's own message may quote the environment, and with it a secret.
    const code = (cause as NodeJS.ErrnoException | undefined)?.code;
    if (bad) failed(`the wrapper ended early: ${signal ?? code ?? `status ${exitCode}`}`);
  });
  return { subprocess, ended };
}
