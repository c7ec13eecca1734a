import type { Report } from '../diagnostics/reporter.ts';
import { placeWithin, type Source } from '../document/source.ts';

/** Controls, and the marks that reorder text: what a reviewer reads is not what runs. */
const invisible = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\u202A-\u202E\u2066-\u2069]/g;
const most = 20;

/** What the eye cannot see, or the decoder could not read. */
export function checkText({ text }: Source, report: Report): void {
  const start = { line: 1, column: 1 };
  const unread = text.indexOf('\uFFFD');
  if (unread >= 0) report('not-utf8', placeWithin(start, text, unread), {}, { length: 1 });
  let count = 0;
  for (const { 0: found, index } of text.matchAll(invisible)) {
    if (++count > most) return;
    const character = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    report('control-character', placeWithin(start, text, index), { character }, { length: 1 });
  }
}
