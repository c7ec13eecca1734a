import { preflightHost } from '../jobs/preflight.ts';
import type { CliWords } from '../locale/cli.ts';
import { CliFailure, say } from './failure.ts';

/** Looks at the machine before the first command: says what may go wrong. @throws {CliFailure} when commands could not be durable. */
export async function preflight(words: CliWords): Promise<void> {
  for (const warning of await preflightHost()) {
    const text = `${words.run.host[warning.code] ?? warning.code}${warning.detail}`;
    if (warning.fatal) throw new CliFailure(text);
    say(text);
  }
}
