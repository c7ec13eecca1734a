import type { Threshold } from '../types.ts';

const operators: Record<string, Threshold['operator']> = {
  '<': '<',
  '>': '>',
  '≤': '<=',
  '<=': '<=',
  '≥': '>=',
  '>=': '>=',
  '=': '=',
};

const words: readonly (readonly [RegExp, string])[] = [
  [/(?:moins de|inférieure? à|less than|below|under)\s+(?=\d)/i, '< '],
  [/(?:plus de|supérieure? à|more than|above|over)\s+(?=\d)/i, '> '],
  [/(?:au moins|au minimum|at least)\s+(?=\d)/i, '≥ '],
  [/(?:au plus|au maximum|at most|up to)\s+(?=\d)/i, '≤ '],
];

/** `10 000` is one figure. */
const figures = /\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?!\d)|\d{1,15}/;
const rate =
  /(?:\s(?:par|per)\s+(?:jour|heure|minute|seconde|semaine|mois|day|hour|second|week|month)(?!\p{L}))?/u;
const compared = new RegExp(
  `(<=|>=|[<>≤≥=])\\s*((?:${figures.source})(?:[.,]\\d{1,9})?)\\s*([%\\p{L}µ°][%\\p{L}/µ°]*${rate.source})?`,
  'u',
);
const share = /^(\d{1,3}(?:[.,]\d{1,9})?)\s*%/;

function figure(text: string): number {
  return Number(text.replace(/\s/g, '').replace(',', '.'));
}

/**
 * The threshold a text states: `> 99.9%`, `Temps de réponse < 2s`, `Support < 10 tickets/jour`,
 * `at least 3 nodes`; a share at its start (`100% des données`) is one to equal.
 */
export function thresholdIn(text: string): Threshold | undefined {
  const symbols = words.reduce((said, [phrase, symbol]) => said.replace(phrase, symbol), text);
  const match = compared.exec(symbols);
  if (match) {
    return { operator: operators[match[1]!]!, value: figure(match[2]!), unit: match[3] ?? '' };
  }
  const exact = share.exec(text.trim());
  return exact ? { operator: '=', value: figure(exact[1]!), unit: '%' } : undefined;
}
