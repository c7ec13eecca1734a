/** Colours and weights of a terminal, folded to the sixteen that every terminal has. */

export interface SgrStyle {
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
  inverse: boolean;
  strike: boolean;
  /** `31`, `94`; '' for the terminal's own. */
  foreground: string;
  background: string;
}

export const plainStyle: SgrStyle = {
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  strike: false,
  foreground: '',
  background: '',
};

/** Simple parameters; blinking and concealed text are left out on purpose. */
const simple: Record<number, Partial<SgrStyle>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { strike: true },
  21: { underline: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { strike: false },
  39: { foreground: '' },
  49: { background: '' },
};

/** The style after an SGR sequence with these parameters (`1;31`, `38;5;208`, `4:3`). */
export function styled(style: SgrStyle, parameters: string): SgrStyle {
  let next = style;
  const codes = parameters.split(/[;:]/).map(Number);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    if (code === 0) next = plainStyle;
    else if (code === 38 || code === 48) {
      const long = codes[at + 1] === 2;
      const color = long
        ? nearest(codes[at + 2], codes[at + 3], codes[at + 4])
        : indexed(codes[at + 2]);
      next = { ...next, ...place(color, code === 48) };
      at += long ? 4 : 2;
    } else next = { ...next, ...(simple[code] ?? named(code)) };
  }
  return next;
}

function named(code: number): Partial<SgrStyle> {
  if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) return { foreground: `${code}` };
  if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) return { background: `${code}` };
  return {};
}

/** `color` from 0 to 15. */
function place(color: number, background: boolean): Partial<SgrStyle> {
  const code = (color < 8 ? 30 : 82) + color + (background ? 10 : 0);
  return background ? { background: `${code}` } : { foreground: `${code}` };
}

function indexed(color = 7): number {
  if (color < 16) return color;
  if (color > 231)
    return nearest((color - 232) * 10 + 8, (color - 232) * 10 + 8, (color - 232) * 10 + 8);
  const cube = color - 16;
  const level = (n: number) => (n === 0 ? 0 : 55 + n * 40);
  return nearest(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

function nearest(red = 0, green = 0, blue = 0): number {
  const most = Math.max(red, green, blue);
  if (most < 48) return 0;
  const bit = (value: number) => (value > most * 0.6 ? 1 : 0);
  return (most > 191 ? 8 : 0) + bit(red) + 2 * bit(green) + 4 * bit(blue);
}

/** Parameters that give this style on a fresh line; '' for the plain one. */
export function sgrOf(style: SgrStyle): string {
  const codes = [
    style.bold && '1',
    style.dim && '2',
    style.italic && '3',
    style.underline && '4',
    style.inverse && '7',
    style.strike && '9',
    style.foreground,
    style.background,
  ];
  return codes.filter(Boolean).join(';');
}
