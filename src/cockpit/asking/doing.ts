/** What a press asked of the outside, done; whatever goes wrong comes back as words. */

import type { Lend } from '../../engine/types.ts';
import type { Answers, Choice } from '../../view/types.ts';
import type { CockpitOptions } from '../options.ts';

/** Why it was not done; null when it was. */
export async function done(
  { act, intentOf, refusalText }: Pick<CockpitOptions, 'act' | 'intentOf' | 'refusalText'>,
  choice: Choice,
  answers: Answers,
): Promise<string | null> {
  try {
    const result = await act(intentOf(choice, answers));
    return result.done ? null : refusalText(result.refusal);
  } catch (error) {
    return textOf(error);
  }
}

/** A text as the operator's editor left it (null: without saving), or why it could not be opened. */
export async function edited(
  { edit, lend }: Pick<CockpitOptions, 'edit'> & { lend: Lend },
  text: string,
): Promise<{ text: string | null } | { why: string }> {
  let after: string | null = null;
  try {
    await lend(async () => {
      after = (await edit?.(text)) ?? null;
    });
    return { text: after };
  } catch (error) {
    return { why: textOf(error) };
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
