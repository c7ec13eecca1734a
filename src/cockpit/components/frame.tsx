import { toAscii } from '../../locale/ascii.ts';
import { useLook } from '../look.tsx';
import { cut, widthOf } from '../text/fit.ts';
import { type Borders, bordersOf, moodTone, paint, type Span, type Theme } from '../theme.ts';
import { Rows } from './rows.tsx';

export interface FrameProps {
  title: string;
  /** At the right end of the top border. */
  note?: Span;
  width: number;
  height: number;
  focused: boolean;
  /** Continues the sides of the frame above. */
  hangs: boolean;
  /** Closed below; or else the next frame does it. */
  bottom: boolean;
  /** Each exactly `width - 4` cells. */
  rows: readonly string[];
}

/** A titled box around rows. */
export function Frame(props: FrameProps) {
  const { theme } = useLook();
  const borders = bordersOf(theme);
  const height = props.height - (props.bottom ? 2 : 1);
  const blank = ' '.repeat(Math.max(0, props.width - 4));
  const side = edge(theme, borders.down, props.focused);
  const body = Array.from({ length: Math.max(0, height) }, (_, at) => {
    return `${side} ${props.rows[at] ?? blank} ${side}`;
  });
  const bottom = props.bottom ? [bottomRow(theme, borders, props)] : [];
  return <Rows rows={[topRow(theme, borders, props), ...body, ...bottom]} />;
}

function edge(theme: Theme, text: string, focused: boolean): string {
  const tone = theme.mood === 'plain' && focused ? 'active' : moodTone(theme.mood);
  return paint(theme, { text, tone });
}

/** The focused pane is told by a sign, not by its colour alone. */
function topRow(theme: Theme, borders: Borders, props: FrameProps): string {
  const sign = props.focused ? (theme.ascii ? '>' : '▶') : borders.across;
  const note = theme.ascii ? toAscii(props.note?.text ?? '') : (props.note?.text ?? '');
  const ellipsis = theme.ascii ? '~' : '…';
  const right = note === '' ? '' : ` ${cut(note, Math.floor(props.width * 0.6), ellipsis)} `;
  const room = props.width - 4 - widthOf(right);
  const whole = theme.ascii ? toAscii(props.title) : props.title;
  const title = ` ${cut(whole, room - 4, ellipsis)} `;
  const line = borders.across.repeat(Math.max(0, room - widthOf(title)));
  const [start, end] = props.hangs
    ? [borders.leftTee, borders.rightTee]
    : [borders.topLeft, borders.topRight];
  return [
    edge(theme, start, props.focused),
    paint(theme, {
      text: sign,
      tone: props.focused ? 'active' : moodTone(theme.mood),
      strong: props.focused,
    }),
    paint(theme, { text: title, strong: true, inverse: props.focused }),
    edge(theme, line, props.focused),
    paint(theme, { ...props.note, text: right }),
    edge(theme, borders.across + end, props.focused),
  ].join('');
}

function bottomRow(theme: Theme, borders: Borders, { width, focused }: FrameProps): string {
  return edge(
    theme,
    borders.bottomLeft + borders.across.repeat(Math.max(0, width - 2)) + borders.bottomRight,
    focused,
  );
}
