/** Starting a wrapper that outlives us. */
import { execa } from 'execa';

/**
 * Spawns the wrapper in a session of its own, with `env` as its whole environment, tied to us by nothing:
 * neither our signals, our exit, nor our event loop.
 * @param failed told why when it ends without having run its command, if we still live by then.
 */
export function launchWrapper(
  wrapper: string,
  folder: string,
  env: Record<string, string>,
  failed: (why: string) => void,
): void {
  const subprocess = execa('/bin/sh', [wrapper, folder], {
    detached: true,
    cleanup: false,
    buffer: false,
    stdio: 'ignore',
    cwd: '/',
    extendEnv: false,
    env,
    reject: false,
  });
  subprocess.nodeChildProcess?.unref();
  void subprocess.then(({ failed: bad, signal, exitCode, cause }) => {
    // The error's own message may quote the environment, and with it a secret.
    const code = (cause as NodeJS.ErrnoException | undefined)?.code;
    if (bad) failed(`the wrapper ended early: ${signal ?? code ?? `status ${exitCode}`}`);
  });
}
