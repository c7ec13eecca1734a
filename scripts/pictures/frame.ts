/** A frame of the program as an SVG picture: every cell as the terminal has it, nothing added but a window around it. */
import type { Cell, Colour } from '../../test/terminal/emulator.ts';
import { drawn } from './box-drawing.ts';

/** What is asked of a terminal. */
export interface Screen {
  cell(row: number, column: number): Cell;
}

export interface FrameSize {
  columns: number;
  rows: number;
}

const cellWidth = 8;
const cellHeight = 17;
const margin = 14;
const background = '#11151c';
const foreground = '#d7dde5';
const palette: readonly string[] = [
  '#39424f',
  '#f0717b',
  '#7fd18b',
  '#e8c26a',
  '#6fb3f2',
  '#c792ea',
  '#66d3d6',
  '#d7dde5',
  '#6b7686',
  '#ff8f98',
  '#9ee6a8',
  '#ffd98a',
  '#93c9ff',
  '#dbb3ff',
  '#8eecee',
  '#ffffff',
];

/** @param title said to those who cannot see it */
export function svgOf(screen: Screen, { columns, rows }: FrameSize, title: string): string {
  const width = columns * cellWidth + 2 * margin;
  const height = rows * cellHeight + 2 * margin;
  const lines = Array.from({ length: rows }, (_, row) => lineOf(screen, row, columns));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${background}"/>`,
    '<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" font-size="13" fill="none">',
    ...lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

interface Look {
  fill: string;
  back: string | null;
  bold: boolean;
  italic: boolean;
}

function lookOf(cell: Cell): Look {
  const ink = tinted(cell.foreground, foreground);
  const paper = tinted(cell.background, background);
  const faint = cell.dim && cell.foreground === null ? palette[8]! : ink;
  return {
    fill: cell.inverse ? paper : faint,
    back: cell.inverse ? ink : cell.background === null ? null : paper,
    bold: cell.bold,
    italic: cell.italic,
  };
}

function tinted(colour: Colour, own: string): string {
  if (colour === null) return own;
  if (typeof colour === 'string') return colour;
  return palette[colour] ?? cube(colour);
}

/** The 216 colours and the greys of a palette of 256. */
function cube(index: number): string {
  if (index >= 232) return hex([0, 0, 0].map(() => 8 + (index - 232) * 10));
  const at = index - 16;
  const steps = [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6];
  return hex(steps.map(step => (step === 0 ? 0 : 55 + step * 40)));
}

const hex = (parts: number[]): string =>
  `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;

function lineOf(screen: Screen, row: number, columns: number): string {
  const cells = Array.from({ length: columns }, (_, column) => screen.cell(row, column));
  const y = margin + row * cellHeight;
  const backs = runs(cells, cell => lookOf(cell).back ?? '').map(({ from, text, key }) =>
    key === ''
      ? ''
      : `<rect x="${margin + from * cellWidth}" y="${y}" width="${[...text].length * cellWidth}" height="${cellHeight}" fill="${key}"/>`,
  );
  const signs = cells.map((cell, column) => {
    const place = { x: margin + column * cellWidth, y, width: cellWidth, height: cellHeight };
    return drawn(cell.text, place, lookOf(cell).fill) ?? '';
  });
  const texts = runs(cells, cell => (isText(cell) ? JSON.stringify(lookOf(cell)) : ''));
  return [...backs, ...signs, ...texts.map(run => textOf(run, y))].join('');
}

const isText = (cell: Cell): boolean =>
  cell.text.trim() !== '' && drawn(cell.text, { x: 0, y: 0, width: 1, height: 1 }, '') === null;

interface Run {
  from: number;
  text: string;
  key: string;
}

/** Neighbours that look alike, as one. */
function runs(cells: readonly Cell[], keyOf: (cell: Cell) => string): Run[] {
  const all: Run[] = [];
  for (const [column, cell] of cells.entries()) {
    const last = all.at(-1);
    const key = keyOf(cell);
    if (last && last.key === key) last.text += cell.text;
    else all.push({ from: column, text: cell.text, key });
  }
  return all;
}

function textOf({ from, text, key }: Run, y: number): string {
  if (key === '') return '';
  const { fill, bold, italic } = JSON.parse(key) as Look;
  const style = `${bold ? ' font-weight="bold"' : ''}${italic ? ' font-style="italic"' : ''}`;
  // The length holds the columns whatever font there is.
  const length = [...text].length * cellWidth;
  return `<text x="${margin + from * cellWidth}" y="${y + 13}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${fill}"${style}>${escaped(text)}</text>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
