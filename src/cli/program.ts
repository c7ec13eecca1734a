import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type CliWords, cliWords, languageOf } from '../locale/cli.ts';
import type { Language } from '../plan/types.ts';
import { CliFailure, exitCodes, say } from './failure.ts';
import { driving, seeing } from './subcommands.ts';
import type { GlobalOptions } from './traits.ts';

/** What a subcommand gets besides its own arguments. */
export interface CommandInput<Options> {
  options: Options & GlobalOptions;
  words: CliWords;
  /** Chosen by flag or locale; undefined leaves it to the plan. */
  language: Language | undefined;
  version: string;
}

type Run<Options> = (input: CommandInput<Options>, argument: string | undefined) => Promise<number>;

/** Parses the command line, runs one subcommand, and sets the exit code. */
export async function main(argv: string[], version: string): Promise<void> {
  const language = languageFromArguments(argv);
  const words = cliWords(language ?? 'en');
  const program = createProgram(words, language, version);
  try {
    await withCompletion(program, argv);
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error, words);
  }
}

function languageFromArguments(argv: string[]): Language | undefined {
  const at = argv.indexOf('--lang');
  const flag = at >= 0 ? argv[at + 1] : argv.find(arg => arg.startsWith('--lang='))?.slice(7);
  const marks: Language[] = ['fr', 'en'];
  const found = marks.map(fallback => languageOf(flag, process.env, fallback));
  // Both fallbacks agree only when a flag or a locale decided.
  return found[0] === found[1] ? found[0] : undefined;
}

function report(error: unknown, words: CliWords): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  const failure = error instanceof Error ? error : new Error(String(error));
  say(words.usage.failed(failure.message));
  const remedy = 'remedy' in failure ? String(failure.remedy) : '';
  if (!failure.message.includes(remedy)) say(remedy);
  return failure instanceof CliFailure ? failure.code : exitCodes.failed;
}

/** Completion is wired only when a shell asks: its library is not needed otherwise. */
async function withCompletion(program: Command, argv: string[]): Promise<void> {
  if (argv[2] !== 'complete') return;
  const { default: tab } = await import('@bomb.sh/tab/commander');
  tab(program);
}

function createProgram(words: CliWords, language: Language | undefined, version: string): Command {
  const program = new Command('bascule');
  program
    .description(words.about)
    .version(version, '-V, --version', words.labels.version)
    .helpOption('-h, --help', words.labels.help)
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureHelp({ styleTitle: title => localised(title, words), showGlobalOptions: true });
  const add = adder(program, words, language, version);
  driving(add, words);
  seeing(add, words);
  return program;
}

function globalOptions({ options }: CliWords): Option[] {
  return [
    new Option('--home <dir>', options.home),
    new Option('--lang <code>', options.lang).argParser(languageCode),
    new Option('--no-color', options.noColor),
    new Option('--ascii', options.ascii),
  ];
}

function languageCode(value: string): Language {
  if (value === 'fr' || value === 'en') return value;
  throw new InvalidArgumentError('fr, en');
}

/** Adds one subcommand. */
export type Add = ReturnType<typeof adder>;

/** Gives the function that adds one subcommand; its module is imported only when it runs. */
function adder(program: Command, words: CliWords, language: Language | undefined, version: string) {
  return <Options>(
    name: Exclude<keyof CliWords['commands'], 'complete'>,
    argument: [string, string] | null,
    options: Option[],
    examples: string[],
    load: () => Promise<Run<Options>>,
  ): void => {
    const command = program.command(name).summary(words.commands[name]);
    command.description(words.commands[name]).helpOption('-h, --help', words.labels.help);
    if (argument) command.argument(...argument);
    for (const option of [...options, ...globalOptions(words)]) command.addOption(option);
    const shown = examples.map(example => `  ${example}`).join('\n');
    command.addHelpText('before', `${words.labels.examples}\n${shown}\n`);
    command.action(async () => {
      const run = await load();
      const input = { options: command.opts<Options & GlobalOptions>(), words, language, version };
      process.exitCode = await run(input, command.args[0]);
    });
  };
}

/** Commander's own section titles, in our words. */
function localised(title: string, { labels }: CliWords): string {
  const titles: Record<string, string> = {
    'Usage:': labels.usage,
    'Options:': labels.options,
    'Commands:': labels.commands,
    'Arguments:': labels.arguments,
    'Global Options:': labels.globals,
  };
  return titles[title] ?? title;
}
