/** Text made inert: nothing in it can move the cursor, reorder the line or take an unknown width. */

/** Marks, embeddings, overrides and isolates that reorder what follows them. */
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Joiners, selectors, skin tones: terminals disagree about the width of what they join. */
const joiners = new RegExp(
  [
    '\\u00AD|\\u034F|\\u115F|\\u1160|\\u17B4|\\u17B5|\\u3164|\\uFEFF|\\uFFA0',
    '[\\u180B-\\u180F]|[\\u200B-\\u200D]|[\\u2060-\\u206F]|[\\uFE00-\\uFE0F]|[\\uFFF0-\\uFFFB]',
    '[\\u{1F3FB}-\\u{1F3FF}]|[\\u{E0000}-\\u{E0FFF}]',
  ].join('|'),
  'gu',
);
const regional = /[\u{1F1E6}-\u{1F1FF}]/gu;
/** More combining marks than any script stacks on one letter. */
const stacked = /(\p{M}{4})\p{M}+/gu;
const lines = /[\u2028\u2029]/gu;
const printableAscii = /^[\x20-\x7e]*$/;

/** Drops what makes a character's width or place uncertain; flags become their two letters. */
export function steady(text: string): string {
  if (printableAscii.test(text)) return text;
  return text
    .replace(bidi, '')
    .replace(joiners, '')
    .replace(lines, ' ')
    .replace(stacked, '$1')
    .replace(regional, flag => String.fromCharCode(flag.codePointAt(0)! - 0x1f1e6 + 65));
}

/** One line of plain text: no escape sequence, no control, tabs and line ends as spaces. */
export function inert(text: string): string {
  if (printableAscii.test(text)) return text;
  return steady(
    text
      .toWellFormed()
      .replace(
        /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^X][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|.)?/gsu,
        '',
      )
      .replace(/[\t\n\r]+/g, ' ')
      .replace(/[\x00-\x1f\x7f-\x9f]/g, ''),
  );
}
