import type { CliWords } from '../locale/cli.ts';
import type { Environment } from '../plan/types.ts';
import { CliFailure } from './failure.ts';
import { ask } from './hold-helm.ts';
import type { Traits } from './traits.ts';

/** Makes sure that whoever enters a protected environment means it. @throws {CliFailure} otherwise. */
export async function confirmProtected(
  { name, protected: isProtected }: Environment,
  options: { confirm?: string },
  traits: Traits,
  { run: words }: CliWords,
): Promise<void> {
  if (!isProtected) return;
  if (options.confirm === name) return;
  if (options.confirm !== undefined) throw new CliFailure(words.protectedRefused);
  if (!traits.interactive) throw new CliFailure(words.confirmFlag(name));
  const typed = await ask(words.protectedQuestion(name));
  if (typed !== name) throw new CliFailure(words.protectedRefused);
}
