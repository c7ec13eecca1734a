import type { ScreenView } from '../../view/types.ts';
import { Frame } from '../components/frame.tsx';
import { type Look, useLook } from '../look.tsx';
import { wrap } from '../text/fit.ts';
import { row, type Span } from '../theme.ts';
import type { PaneProps } from './plan-pane.tsx';
import { windowed } from './windowed.ts';

/** Nothing is current: the run has ended, or not begun. */
export function EndingPane({ ui, s, ...frame }: PaneProps) {
  const look = useLook();
  const width = frame.width - 4;
  const height = frame.height - (frame.bottom ? 2 : 1);
  const rows = endingRows(look, s.view, width);
  return (
    <Frame
      {...frame}
      title={`2 ${look.words.cockpit.panes[s.view.ending ? 'ending' : 'step']}`}
      rows={windowed(look, { rows, cursor: 0 }, { width, height, zoomed: ui.zoomed })}
    />
  );
}

function endingRows(look: Look, { ending }: ScreenView, width: number): string[] {
  const line = (...spans: Span[]) => row(look.theme, width, spans);
  const { notices } = look.words.cockpit;
  if (!ending) return [line({ text: notices.nothingToDo, tone: 'muted' })];
  const { badge, lines } = ending;
  return [
    line({ text: `${badge.glyph} ${badge.word}`, tone: badge.tone, strong: true }),
    line(),
    ...lines.flatMap(text => wrap(text, width)).map(text => line({ text })),
    line(),
    line({ text: notices.ended, tone: 'active' }),
    ...amendmentRows(look, ending.amendments, width),
  ];
}

type Amendments = NonNullable<ScreenView['ending']>['amendments'];

/** Rows of one command's difference: the patch has the rest. */
const mostRows = 12;

/** What this run changed in its commands, step by step. */
function amendmentRows({ theme, words }: Look, amendments: Amendments, width: number): string[] {
  if (amendments.length === 0) return [];
  const line = (...spans: Span[]) => row(theme, width, spans);
  const changes = amendments.flatMap(({ step, diff }) => {
    const changed = changedLines(diff);
    const more = changed.length > mostRows ? [line({ text: '  …', tone: 'muted' })] : [];
    return [
      line({ text: `  ${step}`, strong: true }),
      ...changed
        .slice(0, mostRows)
        .map(text => line({ text: `  ${text}`, tone: text.startsWith('+') ? 'good' : 'bad' })),
      ...more,
    ];
  });
  return [line(), line({ text: words.cockpit.panes.amendments, strong: true }), ...changes];
}

/** Lines that a unified diff takes away or puts in; not its headers. */
function changedLines(diff: string): string[] {
  return diff.split('\n').filter(text => /^[-+](?![-+]{2} )/.test(text));
}
