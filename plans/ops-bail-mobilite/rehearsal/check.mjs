/** `check` of the rehearsal: does the target's site answer, and in which version? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { targetAt } from './tools/target/paths.mjs';

const target = targetAt(join(process.env.BASCULE_RUN_DIR ?? '.', 'target'));
const url = `http://127.0.0.1:${readFileSync(target.port, 'utf8').trim()}`;
const { status, version, error } = await (await fetch(`${url}/health`)).json();
console.log(`${url} : ${status}, version ${version}${error ? ` (${error})` : ''}`);
process.exitCode = status === 'error' ? 1 : 0;
