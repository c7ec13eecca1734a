import { hostname } from 'node:os';
import { cliWords } from '../locale/cli.ts';
import { openServer } from '../serve/server.ts';
import type { OpenServer, ServeWords } from '../serve/types.ts';
import { exitCodes, say } from './failure.ts';
import type { CommandInput } from './program.ts';
import { followRecorded } from './recorded/follow-recorded.ts';
import { liveReport } from './recorded/live-report.ts';
import { openRecorded } from './recorded/open-recorded.ts';

export interface ServeOptions {
  host?: string;
  port?: number;
}

/** `bascule serve`: the report of a run, live and read-only, for browsers; until a signal ends it. */
export async function serve(input: CommandInput<ServeOptions>, part?: string): Promise<number> {
  const { options, version } = input;
  const over = endOfServing();
  const run = openRecorded(options.home, part, input.words);
  const language = input.language ?? run.plan.language;
  const words = cliWords(language);
  const source = await followRecorded(run, words);
  try {
    const given = process.env.BASCULE_TOKEN ?? null;
    const server = await openServer({
      ...liveReport(run, source, { language, program: `bascule ${version}` }),
      host: options.host,
      port: options.port ?? 0,
      token: given,
      words: words.serve,
    });
    present(run.id, server, given, words.serve);
    const code = await over;
    await server.close();
    say(words.serve.stopped);
    return code;
  } finally {
    source.close();
  }
}

/** The exit code, once somebody ends it: a signal that comes again does not cut the farewell short. */
function endOfServing(): Promise<number> {
  // A terminal that is gone reads no words.
  process.stderr.on('error', () => {});
  return new Promise(resolve => {
    process.on('SIGINT', () => resolve(exitCodes.interrupted));
    for (const signal of ['SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve(exitCodes.done));
  });
}

/** How to get there, and who can. */
function present(id: string, server: OpenServer, given: string | null, words: ServeWords): void {
  const { url, port, loopback, token } = server;
  say(words.run(id));
  say(words.address(url));
  if (loopback) {
    const { hostname: here } = new URL(url);
    say(words.tunnel(`ssh -L 8000:${here}:${port} ${hostname()}`));
  } else say(words.inClear);
  if (token === null) say(words.openHere);
  else say(given === null ? words.tokenMade(`${url}?token=${token}`) : words.tokenAsked);
  say(words.howToStop);
}
