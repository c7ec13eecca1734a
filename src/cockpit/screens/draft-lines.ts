/** The message that is about to leave: its subject, then its body as far as the dialog has room. */

import type { Choice } from '../../view/types.ts';
import type { DialogLine } from '../components/dialog.tsx';
import type { Look } from '../look.tsx';
import { wrap, wrapTo } from '../text/fit.ts';
import { shortened } from './change-lines.ts';

/** Rows that a subject may take, and the least of a body. */
const subjectRows = 2;
const least = 2;

/** In at most `height` rows, unless that is less than anyone could read; the last one says how many are left out. */
export function draftLines(
  { words, theme }: Look,
  draft: Choice['draft'],
  { width, height }: { width: number; height: number },
): DialogLine[] {
  if (!draft) return [];
  const { subject } = words.cockpit.question;
  const ellipsis = theme.ascii ? '~' : '…';
  const head = wrapTo(`${subject} ${draft.subject}`, width, subjectRows, ellipsis);
  const body = draft.body.split('\n').flatMap(text => wrap(text, width));
  return [
    { left: [] },
    ...head.map((text): DialogLine => ({ left: [{ text, strong: true }] })),
    ...shortened(
      body.map((text): DialogLine => ({ left: [{ text }] })),
      Math.max(least, height - 1 - head.length),
    ),
  ];
}
