/** The commands of the plan, as small shell scripts that call the target's tools with the right Node. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE_FLAGS } from '../tools/target/node-flags.mjs';

const TOOLS = ['php', 'composer', 'npm', 'supervisorctl', 'mysql', 'mysqldump', 'curl'];

/** @param {string} word */
const quoted = word => `'${word.replaceAll("'", "'\\''")}'`;

/** The Node that built the target; if it has moved since, the one that Bascule runs on. @param {string} script */
function standIn(script) {
  return `#!/bin/sh
node=${quoted(process.execPath)}
[ -x "$node" ] || node=\${BASCULE_NODE:-node}
exec "$node" ${NODE_FLAGS.join(' ')} ${quoted(script)} "$@"
`;
}

/** @param {import('../tools/target/paths.mjs').Target} target */
export function buildStandIns(target) {
  cpSync(join(import.meta.dirname, '../tools'), target.tools, { recursive: true });
  mkdirSync(target.bin, { recursive: true });
  for (const tool of TOOLS) {
    const script = standIn(join(target.tools, `${tool}.mjs`));
    writeFileSync(join(target.bin, tool), script, { mode: 0o755 });
  }
}
