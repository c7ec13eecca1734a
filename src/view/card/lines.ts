/** Lines of a command's output, fit to be quoted. */
import type { Excerpt } from '../../../machines/entries.ts';
import type { Scene } from '../scene/scene.ts';
import type { FailureCard } from '../types.ts';

/** Colours, cursor moves, titles: what a terminal would have swallowed. */
const escapes =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\]P_^X][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/gu;

/** One line of output as plain text. */
export function plainLine(scene: Scene, raw: string): string {
  return scene.text(raw.replace(escapes, '')).trim();
}

/** The first line that speaks of an error, unless it is among the last; then the last ones. */
export function excerptLines(scene: Scene, excerpt: Excerpt | undefined): FailureCard['lines'] {
  const last = (excerpt?.last ?? []).map(line => plainLine(scene, line)).filter(Boolean);
  const first = plainLine(scene, excerpt?.first ?? '');
  return [
    ...(first && !last.includes(first) ? [{ text: first, kind: 'first' as const }] : []),
    ...last.map(text => ({ text, kind: 'last' as const })),
  ];
}
