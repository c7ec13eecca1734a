/** Text for terminals that only know ASCII. */

const replacements: Record<string, string> = {
  '…': '...',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '→': '->',
  '←': '<-',
  '↔': '<->',
  '↑': '^',
  '↓': 'v',
  '×': 'x',
  '·': '-',
  '−': '-',
  '≤': '<=',
  '≥': '>=',
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  '€': 'EUR',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** The same text in printable ASCII: accents dropped, common signs spelled out, the rest as `?`. */
export function toAscii(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return [...text.normalize('NFD').replace(/\p{M}/gu, '')]
    .map(char => replacements[char] ?? (/[\x20-\x7e\n\t]/.test(char) ? char : '?'))
    .join('');
}
