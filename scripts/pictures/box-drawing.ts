/** Lines and blocks as strokes: as characters they would leave gaps between rows. */

/** Which of its arms a sign has: up, right, down, left; 1 light, 2 heavy, 3 double. */
type Arms = readonly [number, number, number, number];

const light: Record<string, string> = {
  '─': '.1.1',
  '│': '1.1.',
  '┌': '.11.',
  '┐': '..11',
  '└': '11..',
  '┘': '1..1',
  '├': '111.',
  '┤': '1.11',
  '┬': '.111',
  '┴': '11.1',
  '┼': '1111',
};
const heavy = '━┃┏┓┗┛┣┫┳┻╋';
const double = '═║╔╗╚╝╠╣╦╩╬';

const arms = new Map<string, Arms>(
  Object.entries(light).flatMap(([sign, text], at) => [
    [sign, armsOf(text, 1)] as const,
    [heavy[at]!, armsOf(text, 2)] as const,
    [double[at]!, armsOf(text, 3)] as const,
  ]),
);

function armsOf(text: string, weight: number): Arms {
  return [...text].map(arm => (arm === '.' ? 0 : weight)) as unknown as Arms;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** Where a cell is, and how large. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The strokes or the block of a sign; null for one that is text. */
export function drawn(sign: string, place: Place, colour: string): string | null {
  const found = arms.get(sign);
  if (found) return strokes(found, place, colour);
  return block(sign, place, colour);
}

function strokes(found: Arms, { x, y, width, height }: Place, colour: string): string {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const ends = [
    [cx, y],
    [x + width, cy],
    [cx, y + height],
    [x, cy],
  ] as const;
  return found
    .map((weight, at) => {
      if (weight === 0) return '';
      const [ex, ey] = ends[at]!;
      const shifts = weight === 3 ? [-1.5, 1.5] : [0];
      const path = shifts
        .map(shift => {
          const [dx, dy] = at % 2 === 0 ? [shift, 0] : [0, shift];
          return `M${round(cx + dx)} ${round(cy + dy)}L${round(ex + dx)} ${round(ey + dy)}`;
        })
        .join('');
      const stroke = weight === 2 ? 2.4 : 1.2;
      return `<path d="${path}" stroke="${colour}" stroke-width="${stroke}"/>`;
    })
    .join('');
}

const eighths = '▁▂▃▄▅▆▇█';

function block(sign: string, { x, y, width, height }: Place, colour: string): string | null {
  const eighth = eighths.indexOf(sign);
  if (eighth < 0 && sign !== '░') return null;
  const tall = sign === '░' ? height * 0.5 : (height * (eighth + 1)) / 8;
  const faint = sign === '░' ? ' opacity="0.35"' : '';
  const top = sign === '░' ? y + height * 0.25 : y + height - tall;
  const high = sign === '█' ? height * 0.5 : tall;
  const from = sign === '█' ? y + height * 0.25 : top;
  return `<rect x="${round(x)}" y="${round(from)}" width="${round(width + 0.1)}" height="${round(high)}" fill="${colour}"${faint}/>`;
}
