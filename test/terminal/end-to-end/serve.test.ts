/** `bascule serve`: a run seen in browsers while others drive it; nothing can be done from there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../../src/report/types.ts';
import { rawServer } from '../../channels/loopback.ts';
import { ask, goodToken, reader } from '../../serve/serving.ts';
import { operatorAt } from '../operator.ts';
import { Home, openHome } from './support/program.ts';
import { writeSmallPlan } from './support/small-plan.ts';

const patient = { timeout: 20_000 };

interface Serving {
  port: number;
  child: ChildProcess;
  /** What it said on standard error. */
  said(): string;
  page(): Promise<string>;
  /** What its data say of the run. */
  report(): Promise<Report['run']>;
  /** Sends a signal; gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Serves the run of a home, in a process that ends with the test. */
async function served(
  home: Home,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Serving> {
  const [file = '', ...rest] = home.commandLine(['serve', ...args]);
  const child = spawn(file, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: home.folder, LANG: 'fr_FR.UTF-8', ...env },
  });
  const closed = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    said += text;
  });
  await expect.poll(() => said, patient).toMatch(/Ctrl-C/);
  const port = Number(/http:\/\/[^/]+:(\d+)\//.exec(said)?.[1]);
  return {
    port,
    child,
    said: () => said,
    report: async () => JSON.parse((await ask({ port }, '/report.json')).body.toString()).run,
    page: async () => (await ask({ port }, '/')).body.toString(),
    async end(signal) {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

test('a run goes on in another process: its page follows, says how it ended, and is there until a signal', async () => {
  const home = openHome();
  const waiting = 'until [ -e "$BASCULE_RUN_DIR/go" ]; do sleep 0.1; done';
  // Said by the output alone: the script is on the page as well.
  const slow = `echo "avant $((20 + 1))"; ${waiting}; echo "après $((40 + 2))"`;
  const plan = writeSmallPlan(home.folder, { slow });
  const driving = home.cli(['run', plan, '--env', 'rehearsal', '--unattended', '--lang', 'fr']);
  // A folder in the making has another name.
  await expect.poll(() => home.names().join(), patient).toMatch(/^\d[^,]*$/);
  const run = home.run();
  await expect.poll(() => run.entries('job.started').length, patient).toBeGreaterThan(0);

  const server = await served(home);
  expect(server.said()).toContain(`Compte rendu de ${run.id}, en direct et en lecture seule :`);
  expect(server.said()).toMatch(/ssh -L 8000:localhost:\d+ /);
  expect(server.said()).toContain('Tout compte de cette machine peut le lire');
  const stream = await reader(server);
  await stream.hears('data: ');

  // The output of a command that runs, then what becomes of it.
  await expect.poll(server.page, patient).toContain('avant 21');
  expect((await server.report()).endedAt).toBeNull();
  writeFileSync(join(run.folder, 'go'), '');
  await expect.poll(server.page, patient).toContain('après 42');
  await driving;
  const entries = run.journal().length;
  await expect.poll(server.report, patient).toMatchObject({ id: run.id, entries, damage: null });
  expect((await server.report()).endedAt).not.toBeNull();
  for (const said of ['Déploiement terminé', 'en direct'])
    expect(await server.page()).toContain(said);
  const told = () => [...stream.text().matchAll(/^data: (.+)$/gm)].map(([, version]) => version);
  const tag = async () => (await ask(server, '/', { method: 'HEAD' })).headers.etag;
  await expect.poll(async () => (await tag()) === `W/"${told().at(-1)}"`, patient).toBe(true);
  expect(told().length).toBeGreaterThan(1);
  expect(new Set(told()).size).toBe(told().length);

  expect(await server.end('SIGTERM')).toBe(0);
  await stream.ended;
  expect(stream.text()).toMatch(/event: end\ndata: \n\n$/);
  expect(server.said()).toContain('Fini');
  expect(run.journal()).toHaveLength(entries);
}, 90_000);

describe('a run that is over', () => {
  let home: Home;

  beforeAll(async () => {
    home = new Home();
    const plan = writeSmallPlan(home.folder, { slow: 'echo rapide' });
    await home.cli(['run', plan, '--env', 'rehearsal', '--unattended']);
  }, 30_000);

  afterAll(() => home.close());

  const filesOf = (): string[] =>
    readdirSync(home.folder, { recursive: true, encoding: 'utf8' }).sort();

  test('is served all the same; who looks leaves no trace, and Ctrl-C ends it', async () => {
    const before = filesOf();
    const server = await served(home, ['--lang', 'en']);
    expect(server.said()).toContain('live and read-only');
    expect(await server.page()).toContain('<html lang="en">');
    expect(filesOf()).toEqual(before);
    expect(await server.end('SIGINT')).toBe(130);
  });

  test('asks for the token of BASCULE_TOKEN, and never says it', async () => {
    const server = await served(home, [], { BASCULE_TOKEN: goodToken });
    expect(server.said()).not.toContain(goodToken);
    expect(server.said()).not.toContain('Tout compte');
    expect(await ask(server, '/')).toMatchObject({ status: 401 });
    const headers = { Authorization: `Bearer ${goodToken}` };
    expect(await ask(server, '/', { headers })).toMatchObject({ status: 200 });
  });

  test('tells on its page that the journal was damaged meanwhile, and goes on', async () => {
    const copy = openHome();
    cpSync(home.folder, copy.folder, { recursive: true });
    const server = await served(copy);
    const stream = await reader(server);
    await stream.hears('data: ');
    const run = copy.run();
    const line = run.journal().length + 1;
    appendFileSync(join(run.folder, 'journal.jsonl'), '{"seq":"not a number"}\n');
    await expect.poll(() => stream.text().match(/^data: /gm)!.length, patient).toBe(2);
    expect(await server.page()).toMatch(new RegExp(`[Jj]ournal[^<]* ligne ${line}`));
    expect(await server.report()).toMatchObject({ entries: line - 1, damage: { line } });
  });

  test('in a terminal it says where, and ends with it', async () => {
    const terminal = home.open(['serve', '--lang', 'fr'], { cols: 120, rows: 36 });
    const operator = operatorAt(terminal);
    await operator.reads(/http:\/\/localhost:\d+\//);
    await operator.reads('Ctrl-C pour finir.');
    terminal.kill('SIGHUP');
    expect(await terminal.waitForEnd()).toMatchObject({ code: 0 });
  });

  test.each([
    [['--port', '70000'], {}, 2, /0 - 65535/],
    [['--host', '192.0.2.1'], {}, 1, /Impossible d’écouter sur « 192\.0\.2\.1 »/],
    [[], { BASCULE_TOKEN: 'short' }, 1, /BASCULE_TOKEN : 16 caractères au moins/],
    [[], { BASCULE_TOKEN: '' }, 1, /unset BASCULE_TOKEN/],
    [['no-such-run'], {}, 2, /Aucune exécution ne correspond/],
  ])('is not served with %j %j: exit %i, and why', async (args, env, code, why) => {
    const outcome = await home.cli(['serve', '--lang', 'fr', ...args], env);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toMatch(why);
    expect(outcome.stdout).toBe('');
  });

  test('is not served at a port that somebody has', async () => {
    const port = await rawServer(socket => socket.end());
    const { code, stderr } = await home.cli(['serve', '--lang', 'fr', '--port', String(port)]);
    expect([code, stderr]).toEqual([
      1,
      `Erreur : Le port ${port} est déjà pris.\nDonnez-en un autre, au-dessus de 1023, ou aucun : un port libre est choisi.\n`,
    ]);
  });
});

test('help says who can read it', async () => {
  const { stdout } = await openHome().cli(['serve', '--help', '--lang', 'en']);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    'by default this machine, whose every account can read, unless BASCULE_TOKEN demands a token',
  );
});
