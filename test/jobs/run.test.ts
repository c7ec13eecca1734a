import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createJobs } from '../../src/jobs/jobs.ts';
import { environment, workshops } from './workshop.ts';

const shop = workshops();
const modeOf = (file: string) => (fs.statSync(file).mode & 0o7777).toString(8);

test('a command runs in its directory; its code, its output, its size and its time are known', async () => {
  const { id, ...exited } = await shop.current.run('pwd; echo oops >&2; exit 3');
  const output = `${shop.current.home}\noops\n`;
  expect(shop.current.output(id)).toBe(output);
  expect(exited).toMatchObject({ state: 'exited', code: 3, size: output.length });
  expect(exited.outputOpen).toBe(false);
  expect(Math.abs(exited.at! - Date.now() / 1000)).toBeLessThan(10);
});

test('the folder belongs to its owner alone, and says what runs', async () => {
  const { id } = await shop.current.run('true', { timeout: 60, input: 'select 1' });
  const modes = Object.fromEntries(
    fs
      .readdirSync(shop.current.file(id, ''))
      .map(name => [name, modeOf(shop.current.file(id, name))]),
  );
  expect(modes).toEqual({
    claim: '600',
    exit: '600',
    input: '400',
    lock: '600',
    'meta.sh': '600',
    output: '600',
    script: '400',
    'wrapper.log': '600',
  });
  expect(modeOf(shop.current.file(id, ''))).toBe('700');
  expect(modeOf(path.join(shop.current.home, 'jobs'))).toBe('700');
  expect(modeOf(path.join(shop.current.home, 'jobs/wrapper.sh'))).toBe('500');
});

test('bash stops at the first failing line, also inside a pipe; other interpreters run as they are', async () => {
  expect((await shop.current.run('false\necho on')).code).toBe(1);
  expect((await shop.current.run('false | cat\necho on')).code).toBe(1);
  expect((await shop.current.run('false\nexit 4', { interpreter: 'sh' })).code).toBe(4);
});

test('preparing twice changes nothing; a draft that was left behind is in nobody’s way', async () => {
  const { current } = shop;
  fs.mkdirSync(path.join(current.home, 'jobs/.0001-p1s1-a1.tmp'), { recursive: true });
  const id = await current.prepare('echo first');
  const again = { script: 'echo second', interpreter: 'bash', directory: '/' };
  await current.jobs.prepare(id, again);
  expect(current.read(id, 'script')).toBe('echo first');
  expect(fs.readdirSync(path.join(current.home, 'jobs')).sort()).toEqual([id, 'wrapper.sh']);
});

test.each(['', '.', '..', '.hidden', 'a/b', '../x', 'a b', '-rf', 'é', 'a\0', 'x'.repeat(201)])(
  'the id %j is refused',
  async id => {
    const spec = { script: 'true', interpreter: 'bash', directory: '/' };
    await expect(shop.current.jobs.prepare(id, spec)).rejects.toThrow('cannot name a job');
    expect(() => shop.current.jobs.launch(id, {})).toThrow('cannot name a job');
  },
);

test.each([
  [{ directory: 'relative' }, 'absolute path'],
  [{ directory: '/a\0b' }, 'absolute path'],
  [{ interpreter: '' }, 'interpreter'],
  [{ timeout: 0 }, 'time limit'],
  [{ timeout: Number.NaN }, 'time limit'],
  [{ grace: -1 }, 'time limit'],
])('a job with %j is refused, and leaves no folder', async (wrong, message) => {
  await expect(shop.current.prepare('true', wrong)).rejects.toThrow(message);
  expect(shop.current.jobs.exists('0001-p1s1-a1')).toBe(false);
});

describe('what the command finds', () => {
  test('the environment that was given, whole, and nothing else', async () => {
    const { current } = shop;
    const given = {
      ...environment,
      PATH: '/usr/bin:/bin',
      size: '7',
      bascule: 'é $x `y` "z"\n2',
      set: '',
    };
    const id = await current.prepare('env -0', { interpreter: 'sh' });
    current.jobs.launch(id, given);
    await current.jobs.wait(id);
    const found = Object.fromEntries(
      current
        .output(id)
        .split('\0')
        .filter(Boolean)
        .map(pair => pair.split(/=(.*)/s).slice(0, 2)),
    );
    const { PWD, OLDPWD, _, ...rest } = found;
    expect(rest).toEqual(given);
    expect(PWD).toBe(current.home);
  });

  test('no secret of its environment is in any file of the folder', async () => {
    const id = await shop.current.prepare('test -n "$TOKEN"');
    shop.current.jobs.launch(id, { ...environment, TOKEN: 'hunter2hunter2' });
    expect(await shop.current.jobs.wait(id)).toMatchObject({ code: 0 });
    for (const name of fs.readdirSync(shop.current.file(id, ''))) {
      expect(shop.current.read(id, name)).not.toContain('hunter2');
    }
  });

  test('the operator’s umask and limit on open files, no signal ignored, none of the locks', async () => {
    const { current } = shop;
    const jobs = createJobs({ folder: path.join(current.home, 'jobs'), nofile: 77 });
    const script =
      'umask; ulimit -Sn; grep SigIgn /proc/self/status; ls /proc/$$/fd/8 /proc/$$/fd/9';
    await jobs.prepare('own', { script, interpreter: 'bash', directory: '/' });
    const before = process.umask(0o027);
    jobs.launch('own', environment);
    process.umask(before);
    await jobs.wait('own');
    const [umask, nofile, ignored, ...descriptors] = current.output('own').trim().split('\n');
    expect([umask, nofile]).toEqual(['0027', '77']);
    expect(ignored).toMatch(/^SigIgn:\t0+$/);
    expect(descriptors).toHaveLength(2);
    expect(descriptors.join()).toMatch(/cannot access .*8.*cannot access .*9/);
  });

  test('quotes, dollars and newlines in the directory’s name', async () => {
    const directory = path.join(shop.current.home, `it's "$HOME" \`x\` \\ é\nnext`);
    fs.mkdirSync(directory);
    const { id, code } = await shop.current.run('pwd', { directory });
    expect([code, shop.current.output(id)]).toEqual([0, `${directory}\n`]);
  });

  test('FAULTS 21: reading stdin gives end of file', async () => {
    const { id } = await shop.current.run('read -r line || echo "end of file"; tty || true');
    expect(shop.current.output(id)).toBe('end of file\nnot a tty\n');
  });

  test('the input that was given, on stdin', async () => {
    const { id } = await shop.current.run('sort', { input: 'b\n\0a\nc' });
    expect(shop.current.output(id)).toBe('\0a\nb\nc\n');
  });

  test('FAULTS 22: opening /dev/tty fails at once', async () => {
    const { code } = await shop.current.run('read -r password </dev/tty');
    expect(code).not.toBe(0);
  });
});

describe('output', () => {
  test('FAULTS 32: hostile bytes are stored exactly', async () => {
    const hostile = Buffer.concat([
      Buffer.from(
        '\x1b]52;c;aGk=\x07\x1b]8;;file:///\x1b\\\x1b[2J\x1bP1q\x1b\\\u009b31m\u202e 50%\r100%\r\0',
      ),
      Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80]),
      Buffer.alloc(10_000_000, 'x'),
      Buffer.from('\n'),
    ]);
    const file = path.join(shop.current.home, 'hostile');
    fs.writeFileSync(file, hostile);
    const { id, size } = await shop.current.run(`cat ${file}`);
    expect(size).toBe(hostile.length);
    expect(fs.readFileSync(shop.current.file(id, 'output')).equals(hostile)).toBe(true);
  });

  test('50 MB written at once are kept, and can be read from anywhere', async () => {
    const { current } = shop;
    const { id, size } = await current.run('seq 1 6600000');
    expect(size).toBeGreaterThan(50_000_000);
    expect(await current.jobs.size(id)).toBe(size);
    const hash = createHash('sha256');
    let offset = 0;
    for (;;) {
      const piece = await current.jobs.read(id, offset, 1_000_003);
      if (piece.length === 0) break;
      hash.update(piece);
      offset += piece.length;
    }
    const expected = execFileSync('sh', ['-c', 'seq 1 6600000 | sha256sum'], { encoding: 'utf8' });
    expect(`${hash.digest('hex')}  -\n`).toBe(expected);
    expect((await current.jobs.read(id, size! - 8, 100)).toString()).toBe('6600000\n');
  });

  test('of a job without folder is empty', async () => {
    expect(await shop.current.jobs.size('none')).toBe(0);
    expect(await shop.current.jobs.read('none', 0, 10)).toHaveLength(0);
    expect(shop.current.jobs.exists('none')).toBe(false);
  });
});
