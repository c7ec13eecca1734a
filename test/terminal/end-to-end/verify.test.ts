/** `bascule verify` on runs as the program leaves them: what is intact, what is not, and a hash that somebody kept. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seal } from '../../../src/journal/chain.ts';
import { Home, openHome } from './support/program.ts';
import type { RunFolder } from './support/run-folder.ts';
import { slowly, writeSmallPlan } from './support/small-plan.ts';

interface Report {
  version: number;
  hash: string;
  outputs: {
    checked: number;
    unrecorded: number;
    interactive: number;
    damaged: { job: string; line: number; file: string; why: string; [more: string]: unknown }[];
  };
  witness?: { seq: number; line: number; text: string; by: string; at: string } | null;
}

let original: Home;
/** What the run told. */
let told = '';

beforeAll(async () => {
  original = new Home();
  const plan = writeSmallPlan(original.folder, { slow: 'true' });
  const { stdout } = await original.cli(['run', plan, '--env', 'rehearsal', '--unattended']);
  told = stdout;
}, 30_000);

afterAll(() => original.close());

/** A run of the small plan, to its end: a copy for each test to spoil. */
function wholeRun(): { home: Home; run: RunFolder } {
  const home = openHome();
  fs.cpSync(original.folder, home.folder, { recursive: true });
  return { home, run: home.run() };
}

async function verified(
  home: Home,
  ...args: string[]
): Promise<{ code: number | null; report: Report }> {
  const { code, stdout } = await home.cli(['verify', 'petit-plan', ...args, '--json']);
  return { code, report: JSON.parse(stdout) as Report };
}

const linesOf = ({ folder }: RunFolder): string[] =>
  fs.readFileSync(join(folder, 'journal.jsonl'), 'utf8').trimEnd().split('\n');

const exitOf = (run: RunFolder, step: string) =>
  run.entries('job.exited').find(entry => entry.step === step)!;

const outputOf = (run: RunFolder, step: string): string =>
  join(run.folder, 'jobs', exitOf(run, step).job, 'output');

test('a whole run is intact, its outputs as well; its hash is that of the last line', async () => {
  const { home, run } = wholeRun();
  const hash = run.journal().length > 0 ? linesOf(run).at(-1)!.slice(-66, -2) : '';
  const { code, report } = await verified(home);
  expect({ code, report }).toMatchObject({
    code: 0,
    report: {
      version: 1,
      hash,
      damage: null,
      torn: null,
      outputs: { checked: 2, unrecorded: 0, interactive: 0, damaged: [] },
    },
  });
  expect(report).not.toHaveProperty('witness');
  const { stdout } = await home.cli(['verify', 'petit', '--lang', 'fr']);
  expect(stdout).toContain('journal entier et intact');
  expect(stdout).toContain(`Empreinte du journal : ${hash}\n2 sorties intactes.\n`);
  expect(exitOf(run, '1.2').sha256).toBe(createHash('sha256').update('prêt\n').digest('hex'));
});

test('what was written after the exit is nobody’s damage', async () => {
  const { home, run } = wholeRun();
  fs.appendFileSync(outputOf(run, '1.2'), 'written later by what was left behind\n');
  expect(await verified(home)).toMatchObject({ code: 0, report: { outputs: { checked: 2 } } });
});

const damages: [string, (file: string) => void, string, Record<string, string>, RegExp][] = [
  [
    'one byte changed',
    file => fs.writeFileSync(file, 'prét\n'),
    'changed',
    { found: createHash('sha256').update('prét\n').digest('hex') },
    /modifié : empreinte attendue [0-9a-f]{64}, trouvée [0-9a-f]{64}/,
  ],
  [
    'its end cut',
    file => fs.truncateSync(file, 3),
    'short',
    { expected: '6', found: '3' },
    /6 octets attendus, il n’en reste que 3/,
  ],
  ['gone', file => fs.rmSync(file), 'missing', {}, /plus là/],
  [
    'its folder gone',
    file => fs.rmSync(join(file, '..'), { recursive: true }),
    'missing',
    {},
    /plus là/,
  ],
  [
    'a link to another file',
    file => {
      fs.renameSync(file, `${file}.kept`);
      fs.symlinkSync(`${file}.kept`, file);
    },
    'not-a-file',
    {},
    /pas un fichier/,
  ],
];

test.each(damages)(
  'an output with %s is damage: where, what was expected, what was found',
  async (_what, spoil, why, more, words) => {
    const { home, run } = wholeRun();
    const { job, seq } = exitOf(run, '1.2');
    const file = outputOf(run, '1.2');
    spoil(file);
    const { code, report } = await verified(home);
    expect(code).toBe(1);
    expect(report.outputs.checked).toBe(1);
    expect(report.outputs.damaged).toMatchObject([{ job, line: seq + 1, file, why, ...more }]);
    const said = await home.cli(['verify', 'petit', '--lang', 'fr']);
    expect(said.code).toBe(1);
    expect(said.stdout).toContain('1 sortie intacte.');
    expect(said.stderr).toContain(`Sortie de ${job} (ligne ${seq + 1}) : `);
    expect(said.stderr).toContain(file);
    expect(said.stderr).toMatch(words);
    expect((await home.cli(['verify', 'petit', '--lang', 'en'])).stderr).toContain(
      `Output of ${job}`,
    );
  },
);

test('what an older journal did not seal is counted and said, never called good; its size still counts', async () => {
  const { home, run } = wholeRun();
  unseal(run);
  const { code, report } = await verified(home);
  expect({ code, outputs: report.outputs }).toMatchObject({
    code: 0,
    outputs: { checked: 0, unrecorded: 2, interactive: 0, damaged: [] },
  });
  const { stdout } = await home.cli(['verify', 'petit', '--lang', 'fr']);
  expect(stdout).toMatch(/0 sortie intacte\.\nInvérifiables : 2 sans empreinte/);
  fs.truncateSync(outputOf(run, '1.2'), 2);
  expect(await verified(home)).toMatchObject({
    code: 1,
    report: { outputs: { unrecorded: 1, damaged: [{ why: 'short' }] } },
  });
});

test('a run under way: the outputs of what still runs are not looked at', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: slowly(3) });
  const whole = home.cli(['run', plan, '--env', 'rehearsal', '--unattended']);
  await expect
    .poll(() => home.names().length > 0 && home.run().started(), { timeout: 20_000 })
    .toEqual(['1.2', '1.3']);
  expect(await verified(home)).toMatchObject({
    code: 0,
    report: { outputs: { checked: 1, unrecorded: 0, damaged: [] } },
  });
  await whole;
}, 30_000);

describe('a witness', () => {
  test('that the run itself told with its decision is found again', async () => {
    const { home } = wholeRun();
    const [, step, hash = ''] = /GO à (\S+) .* · journal ([0-9a-f]{12})$/m.exec(told) ?? [];
    const { code, report } = await verified(home, '--witness', hash);
    expect({ code, step, text: report.witness?.text }).toEqual({
      code: 0,
      step: '1.4',
      text: expect.stringContaining('GO at 1.4'),
    });
  });

  test('that is in the journal: which entry, when, what', async () => {
    const { home, run } = wholeRun();
    const { seq, by } = run.entries('gate.passed')[0]!;
    const hash = linesOf(run)[seq]!.slice(-66, -2);
    const { code, report } = await verified(home, '--witness', hash.slice(0, 12).toUpperCase());
    expect({ code, report }).toMatchObject({
      code: 0,
      report: { witness: { seq, line: seq + 1, hash, by } },
    });
    expect(report.witness!.at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const french = await home.cli([
      'verify',
      'petit',
      '--witness',
      hash.slice(0, 8),
      '--lang',
      'fr',
    ]);
    expect(french.stdout).toMatch(
      new RegExp(`Témoin : fait ${seq} \\(ligne ${seq + 1}\\), .*GO à 1\\.4 GO/NO-GO final`),
    );
    expect((await home.cli(['verify', 'petit', '--witness', hash, '--lang', 'en'])).stdout).toMatch(
      new RegExp(`Witness: entry ${seq} .*GO at 1\\.4`),
    );
  });

  test('that is not: an end that was cut, another run', async () => {
    const { home, run } = wholeRun();
    const lines = linesOf(run);
    const last = lines.at(-1)!.slice(-66, -54);
    fs.writeFileSync(join(run.folder, 'journal.jsonl'), `${lines.slice(0, -1).join('\n')}\n`);
    expect(await verified(home)).toMatchObject({ code: 0 });
    expect(await verified(home, '--witness', last)).toMatchObject({
      code: 1,
      report: { witness: null },
    });
    const said = await home.cli(['verify', 'petit', '--witness', last, '--lang', 'fr']);
    expect(said).toMatchObject({ code: 1 });
    expect(said.stderr).toContain(`Témoin ${last} : pas dans ce journal.`);
  });

  test.each(['3f9a1c2', 'not-a-hash', ''])(
    'that could be none (%j) is a mistake of usage',
    async given => {
      const { home } = wholeRun();
      const { code, stderr } = await home.cli([
        'verify',
        'petit',
        '--witness',
        given,
        '--lang',
        'en',
      ]);
      expect({ code, stdout: stderr.includes('at least 8') }).toEqual({ code: 2, stdout: true });
    },
  );

  test('is found where the plan’s copy cannot be read any more, told as the journal has it', async () => {
    const { home, run } = wholeRun();
    const { seq, type } = run.journal()[2]!;
    fs.rmSync(join(run.folder, 'plan.md'));
    const hash = linesOf(run)[seq]!.slice(-66, -54);
    const { report } = await verified(home, '--witness', hash);
    expect(report.witness).toMatchObject({ seq, text: type });
  });
});

/** The journal as a Bascule that did not seal outputs wrote it. */
function unseal(run: RunFolder): void {
  let prev = '0'.repeat(64);
  const lines = run.journal().map(entry => {
    const {
      prev: _,
      hash: __,
      sha256: ___,
      ...bare
    } = entry as typeof entry & Record<string, unknown>;
    const sealed = seal(bare as never, prev);
    prev = sealed.hash;
    return sealed.line;
  });
  fs.writeFileSync(join(run.folder, 'journal.jsonl'), `${lines.join('\n')}\n`);
}
