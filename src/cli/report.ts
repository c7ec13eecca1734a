import { cliWords } from '../locale/cli.ts';
import type { Report } from '../report/types.ts';
import { storeHome } from '../store/home.ts';
import { CliFailure, exitCodes, say } from './failure.ts';
import type { CommandInput } from './program.ts';
import { openRecorded, type RecordedRun } from './recorded/open-recorded.ts';
import { createReportReader } from './recorded/report-input.ts';
import { runToCompare } from './recorded/which-run.ts';
import { writeWhole } from './write-file.ts';

type Format = 'html' | 'md' | 'json';

export interface ReportOptions {
  format?: Format;
  output?: string;
  force?: boolean;
  against?: string;
  patch?: boolean;
}

type Input = CommandInput<ReportOptions>;

/** `bascule report`. */
export async function report(input: Input, part?: string): Promise<number> {
  const { options } = input;
  const format = options.format ?? formatOf(options.output);
  const toTerminal = options.output === undefined && process.stdout.isTTY === true;
  if (toTerminal && format === 'html' && !options.patch) {
    throw new CliFailure(input.words.report.toTerminal, input.words.report.toTerminalRemedy);
  }
  const home = storeHome(process.env, options.home);
  const run = openRecorded(options.home, part, input.words);
  const words = cliWords(input.language ?? run.plan.language);
  const made = await reportOn(run, { ...input, words }, home);
  if (!options.patch) {
    deliver(await textOf(made, format), { ...input, words });
    return exitCodes.done;
  }
  const { patch } = made.improvement;
  if (patch === null) {
    say(words.report.noPatch(run.id));
    return exitCodes.failed;
  }
  deliver(patch, { ...input, words });
  return exitCodes.done;
}

/** By the file's name; a page unless it says otherwise. */
function formatOf(file = ''): Format {
  if (/\.(?:md|markdown)$/i.test(file)) return 'md';
  return /\.json$/i.test(file) ? 'json' : 'html';
}

async function reportOn(run: RecordedRun, input: Input, home: string): Promise<Report> {
  const { options, words } = input;
  const here = await madeOf(run, input, true);
  const { damage } = run.reading;
  if (damage) say(words.report.damaged(damage.line, damage.why));
  else if (here.run.endedAt === null) say(words.report.underway(run.id));
  if (options.against === undefined) return here;
  const other = runToCompare(home, run, options.against, words);
  const there = await madeOf(openRecorded(options.home, other, words), input, false);
  const { comparisonOf } = await import('../report/model/comparison.ts');
  return { ...here, against: comparisonOf(here, there) };
}

async function madeOf(run: RecordedRun, input: Input, outputs: boolean): Promise<Report> {
  const language = input.language ?? run.plan.language;
  const reader = createReportReader(run, {
    language,
    program: `bascule ${input.version}`,
    outputs,
  });
  const { reportOf } = await import('../report/report.ts');
  return reportOf(await reader.read(Date.now()));
}

/** The format decides what is loaded. */
async function textOf(made: Report, format: Format): Promise<string> {
  switch (format) {
    case 'html':
      return (await import('../report/html.ts')).htmlOf(made);
    case 'md':
      return (await import('../report/markdown.ts')).markdownOf(made);
    case 'json':
      return `${JSON.stringify(made, null, 2)}\n`;
  }
}

function deliver(text: string, { options, words }: Input): void {
  if (options.output === undefined) {
    process.stdout.write(text);
    return;
  }
  writeWhole(options.output, text, options.force === true, words);
  say(words.report.written(options.output));
}
