/** The figures of a report in the order they are read, each with its label and its text. */
import { lengthText, type Reading, sizeText } from './reading.ts';
import type { Figures } from './types.ts';

export interface FigureLine {
  name: keyof Figures;
  label: string;
  value: number | null;
  text: string;
}

const lengths = new Set<keyof Figures>(['length', 'worked', 'plannedOutage', 'outage', 'rollback']);

export function figureLines(reading: Reading, figures: Figures): FigureLine[] {
  const { labels } = reading.said.figures;
  return (Object.keys(labels) as (keyof Figures)[]).map(name => ({
    name,
    label: labels[name],
    value: figures[name],
    text: figureText(reading, name, figures[name]),
  }));
}

export function figureText(reading: Reading, name: keyof Figures, value: number | null): string {
  if (value === null) return reading.said.figures.unknown;
  if (lengths.has(name)) return lengthText(reading, value);
  return name === 'output' ? sizeText(reading, value) : String(value);
}
