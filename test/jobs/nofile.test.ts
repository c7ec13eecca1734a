import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const source = new URL('../../src/jobs/nofile.ts', import.meta.url).href;
const ask = `import('${source}').then(nofile => console.log(String(nofile.operatorNofile())))`;
const node = [process.execPath, '--experimental-strip-types', '-e', ask];
const say = (command: string, args: string[]) => execFileSync(command, args, { encoding: 'utf8' });

test('the limit given back is the one of the operator’s shell, not the one that Node raised', () => {
  // The colon keeps the shell there, as the leader of the session.
  expect(say('setsid', ['-w', 'sh', '-c', 'ulimit -Sn 123; "$@"; :', 'sh', ...node])).toBe('123\n');
});

test('without a shell above us nothing is given back', () => {
  expect(say('setsid', ['-w', ...node])).toBe('undefined\n');
});
