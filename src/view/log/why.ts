/** Reasons that the program writes in the journal, in the reader's words. */
import type { Scene } from '../scene/scene.ts';

/** Those that are not known are shown as they are. Not yet safe to draw. */
export function whyText({ words }: Scene, why: string): string {
  const { log } = words;
  if (Object.hasOwn(log.whys, why)) return log.whys[why as keyof typeof log.whys];
  const at = /^unattended, at (.+)$/.exec(why)?.[1];
  if (at !== undefined) return log.unattendedAt(at);
  const [, kind, rest] = why.match(/^(expect|refuse|capture) (.*)$/s) ?? [];
  if (kind === 'expect') return log.expected(rest!);
  if (kind === 'refuse') return log.unwanted(rest!);
  return kind === 'capture' ? log.notCaptured(rest!) : why;
}
