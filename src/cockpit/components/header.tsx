import { Text } from 'ink';
import Spinner from 'ink-spinner';
import type { HeaderView, ScreenView } from '../../view/types.ts';
import { useLook } from '../look.tsx';
import { wholeParts, widthOf } from '../text/fit.ts';
import { row, type Span, type Theme } from '../theme.ts';
import { Rows } from './rows.tsx';

export interface HeaderProps {
  header: HeaderView;
  columns: number;
  /** A command runs: the only time something moves by itself, slowly, since each frame costs. */
  running: boolean;
  /** Word for someone who only watches; '' for the one who drives. */
  observer: string;
  /** An alert, or what waits, takes the line of deadlines: the last figure, until when one can go back, is kept here. */
  alerted: boolean;
  /** For an observer, whom they watch: a third line. */
  watch?: ScreenView['watch'];
}

/** Where we are, in what state; how far, how late, and whether we can still go back; for an observer, whom they watch. */
export function Header({ header, columns, running, observer, alerted, watch = null }: HeaderProps) {
  const { theme, words } = useLook();
  const left: Span[] = [
    // A plan that is only read has no environment.
    ...(header.environment === ''
      ? []
      : [sign(theme, header.environment, header.protected ? 'warning' : 'active')]),
    ...(header.rollingBack ? [sign(theme, words.cockpit.panes.rollback, 'bad')] : []),
    { text: ` ${header.title}`, strong: true, inverse: theme.mood === 'rollback' },
    {
      text: columns >= 110 && header.operator !== '' && !watch ? `   ${header.operator}` : '',
      tone: 'muted',
    },
  ];
  return (
    <>
      <Text wrap="truncate">
        {row(theme, columns - 4, left, rightOf(header, observer, columns))}{' '}
        {running ? <Spinner type="simpleDots" /> : '   '}
      </Text>
      <Rows
        rows={[
          row(theme, columns, progress(theme, header, columns, alerted)),
          ...(watch ? [watchRow(theme, watch, columns, words.units.separator)] : []),
        ]}
      />
    </>
  );
}

/** Whom an observer watches: as many of its parts as fit, the first one whatever it takes. */
function watchRow(
  theme: Theme,
  { text, tone }: NonNullable<ScreenView['watch']>,
  columns: number,
  between: string,
): string {
  const fits = wholeParts(text.split(between), columns - 2, between);
  return row(theme, columns, [{ text: ' ' }, { text: fits, tone, strong: tone === 'bad' }]);
}

/** Where we are, unmistakable; without colours the protected and the way back still jump to the eye. */
function sign(theme: Theme, text: string, tone: Span['tone']): Span {
  const word = text.toUpperCase();
  const calm = tone === 'active' || theme.color;
  return { text: calm ? ` ${word} ` : ` !! ${word} !! `, tone, strong: true, inverse: true };
}

function rightOf(header: HeaderView, observer: string, columns: number): Span[] {
  const { status } = header;
  const forecast = columns >= 110 && header.forecast !== '' ? `   ${header.forecast}` : '';
  return [
    { text: observer === '' ? '' : `${observer}  `, tone: 'warning', strong: true },
    { text: `${status.glyph} ${status.word}`, tone: status.tone, strong: true },
    { text: forecast, tone: 'muted' },
    { text: `   ${header.clock}` },
  ];
}

/** Cells of the shortest bar: it gives way to the figures. */
const leastBar = 4;

function progress(theme: Theme, header: HeaderView, columns: number, alerted: boolean): Span[] {
  const wide = Math.floor(columns * (columns >= 110 ? 0.3 : 0.15));
  const [done, rest] = theme.ascii ? ['#', '.'] : ['█', '░'];
  const figures = columns >= 110 || header.forecast === '' ? header.figures : withForecast(header);
  const kept = fitting(figures, columns - 2 - leastBar, alerted);
  // The figure that is kept whatever the others may be longer than the row.
  const width = Math.max(0, Math.min(wide, columns - 2 - sizeOf(kept)));
  const full = Math.round(Math.min(1, Math.max(0, header.ratio)) * width);
  return [
    { text: ' ' },
    { text: done.repeat(full), tone: header.rollingBack ? 'bad' : 'good' },
    { text: rest.repeat(width - full), tone: 'muted' },
    ...kept.flatMap(({ text, tone }): Span[] => [{ text: '  ' }, { text, tone }]),
  ];
}

type Figures = HeaderView['figures'];

const sizeOf = (figures: Figures): number =>
  figures.reduce((sum, { text }) => sum + widthOf(text) + 2, 0);

/** The first figures that fit; with the last one whatever the others, where it is to be kept. */
function fitting(figures: Figures, width: number, last: boolean): Figures {
  const kept = last ? figures.slice(-1) : [];
  const others = figures.slice(0, figures.length - kept.length);
  let count = 0;
  while (count < others.length && sizeOf([...others.slice(0, count + 1), ...kept]) <= width)
    count++;
  return [...others.slice(0, count), ...kept];
}

/** On a narrow screen the forecast comes second among the figures. */
function withForecast({ figures, forecast }: HeaderView): HeaderView['figures'] {
  const [first, ...others] = figures;
  const late = { text: forecast, tone: 'normal' as const };
  return first ? [first, late, ...others] : [late];
}
