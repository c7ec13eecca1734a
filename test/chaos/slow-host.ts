/** A host that takes its time to say whether a lock is held: what happens meanwhile must not deceive anybody. */
import fs from 'node:fs';
import path from 'node:path';

const flock = `#!/bin/sh
PATH=\${PATH#*:}
sleep 0.$(($$ % 2))$(($$ % 7))
exec flock "$@"
`;

/** Makes, in `folder`, a folder to put in front of PATH. The wrappers of jobs have a PATH of their own. */
export function slowHost(folder: string): string {
  const bin = path.join(folder, 'slow');
  fs.mkdirSync(bin, { recursive: true });
  fs.writeFileSync(path.join(bin, 'flock'), flock, { mode: 0o755 });
  return bin;
}
