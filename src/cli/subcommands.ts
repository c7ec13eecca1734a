/** Every subcommand: its argument, its options, examples, and the module that is imported when it runs. */
import { InvalidArgumentError, Option } from 'commander';
import type { CliWords } from '../locale/cli.ts';
import type { Add } from './program.ts';

/** The commands that read a plan, and drive a run of it. */
export function driving(add: Add, words: CliWords): void {
  const { arguments: args, options } = words;
  const env = new Option('--env <name>', options.env);
  const envFile = new Option('--env-file <file>', options.envFile);
  const json = new Option('--json', options.json);

  add(
    'check',
    [`<plan>`, args.plan],
    [env, envFile, json, new Option('--all', options.all)],
    ['bascule check plans/ops-bail-mobilite', 'bascule check plan.md --env production'],
    async () => (await import('./check.ts')).check,
  );
  add(
    'show',
    ['<plan>', args.plan],
    [
      env,
      envFile,
      json,
      new Option('--mermaid', options.mermaid),
      new Option('--open', options.open),
    ],
    [
      'bascule show plan.md',
      'bascule show plan.md --json | jq .plan.stages',
      'bascule show plan.md --mermaid > plan.mmd',
    ],
    async () => (await import('./show.ts')).show,
  );
  add(
    'run',
    ['<plan>', args.plan],
    [env, envFile, ...runOptions(words), ...driveOptions(words)],
    [
      'bascule run plans/ops-bail-mobilite --env rehearsal',
      'bascule run plans/ops-bail-mobilite --env rehearsal --unattended --on-failure rollback',
      'bascule run plan.md --env production --date 2026-12-01',
    ],
    async () => (await import('./run.ts')).run,
  );
  add(
    'resume',
    ['[run]', args.run],
    [
      new Option('--take-over', options.takeOver),
      new Option('--keep-plan', options.keepPlan),
      new Option('--set <name=value>', options.set).argParser(collect).default([]),
      ...driveOptions(words),
    ],
    ['bascule resume', 'bascule resume ops-bail --take-over'],
    async () => (await import('./resume.ts')).resume,
  );
  add(
    'approve',
    ['[run]', args.run],
    [
      new Option('--no-go', options.noGo),
      new Option('--note <text>', options.approvalNote),
      new Option('--confirm <step>', options.confirmStep),
    ],
    ['bascule approve', 'bascule approve 2026-12-01 --note "seen with the DBA"'],
    async () => (await import('./approve.ts')).approve,
  );
  add(
    'runs',
    null,
    [json],
    ['bascule runs', 'bascule runs --json'],
    async () => (await import('./runs.ts')).runs,
  );
}

/** The commands that look at a run and change nothing. */
export function seeing(add: Add, { arguments: args, options }: CliWords): void {
  const json = new Option('--json', options.json);
  add(
    'watch',
    ['[run]', args.run],
    [],
    ['bascule watch', 'bascule watch 2026-12-01 --home /srv/bascule'],
    async () => (await import('./watch.ts')).watch,
  );
  add(
    'replay',
    ['[run]', args.run],
    [new Option('--speed <n>', options.speed).argParser(speedOf)],
    ['bascule replay 2026-12-01', 'bascule replay 2026-12-01 --speed 60'],
    async () => (await import('./replay.ts')).replay,
  );
  add(
    'report',
    ['[run]', args.run],
    [
      new Option('--format <format>', options.format).choices(['html', 'md', 'json']),
      new Option('-o, --output <file>', options.output),
      new Option('--force', options.force),
      new Option('--against <run>', options.against),
      new Option('--patch', options.patch),
    ],
    [
      'bascule report 2026-12-01 -o debrief.html',
      'bascule report 2026-12-01 --against rehearsal -o debrief.html',
      'bascule report 2026-12-01 --patch | git apply',
    ],
    async () => (await import('./report.ts')).report,
  );
  add(
    'serve',
    ['[run]', args.run],
    [
      new Option('--host <address>', options.host),
      new Option('--port <n>', options.port).argParser(portOf),
    ],
    ['bascule serve', 'ssh -t -L 8000:localhost:8000 bastion bascule serve --port 8000'],
    async () => (await import('./serve.ts')).serve,
  );
  add(
    'verify',
    ['[run]', args.run],
    [json, new Option('--witness <hash>', options.witness)],
    ['bascule verify 2026-12-01', 'bascule verify 2026-12-01 --witness 3f9a1c2b4d5e'],
    async () => (await import('./verify.ts')).verify,
  );
}

function speedOf(value: string): number {
  const speed = Number(value.replace(/^[x×]/, ''));
  if (speed >= 1 && speed <= 600) return speed;
  throw new InvalidArgumentError('1 - 600');
}

function portOf(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('0 - 65535');
}

const collect = (value: string, all: string[]): string[] => [...all, value];

function runOptions({ options }: CliWords): Option[] {
  return [
    new Option('--date <day>', options.date),
    new Option('--set <name=value>', options.set).argParser(collect).default([]),
    new Option('--confirm <name>', options.confirm),
    new Option('--waive <reason>', options.waive),
    new Option('--pace <pace>', options.pace).choices(['step', 'phase', 'automatic']),
  ];
}

function driveOptions({ options }: CliWords): Option[] {
  return [
    new Option('--unattended', options.unattended),
    new Option('--on-failure <what>', options.onFailure)
      .choices(['stop', 'rollback'])
      .default('stop'),
  ];
}
