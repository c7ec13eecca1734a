import type { ScreenView, StepView } from '../../view/types.ts';
import { Frame } from '../components/frame.tsx';
import { type Look, useLook } from '../look.tsx';
import { widthOf } from '../text/fit.ts';
import { stepName } from '../text/step-name.ts';
import { row, type Span } from '../theme.ts';
import { outputHeading, outputRows, viewportOf } from './output-rows.ts';
import type { PaneProps } from './plan-pane.tsx';
import { stepAreas } from './step-areas.ts';

/** The step whose turn it is: what it says, what it does, what can be done about it. */
export function StepPane({ ui, s, ...frame }: PaneProps) {
  const look = useLook();
  const step = s.shown;
  if (!step) return <EndingPane ui={ui} s={s} {...frame} />;
  const width = frame.width - 4;
  const height = frame.height - (frame.bottom ? 2 : 1);
  const areas = stepAreas(look, ui, s, { width, height, focused: frame.focused });
  const output =
    areas.output === 0
      ? []
      : [
          outputHeading(look, ui, s, width),
          ...outputRows(s, viewportOf(look, width, areas.output)),
        ];
  const title = `2 ${stepName(step)}`;
  const used = areas.sheet.length + output.length + areas.choices.length;
  const gap = Array.from({ length: Math.max(0, height - used) }, () => ' '.repeat(width));
  return (
    <Frame
      {...frame}
      title={title}
      note={{ text: noteOf(step, width - widthOf(title) - 8), tone: step.status.tone }}
      rows={[...areas.sheet, ...output, ...gap, ...areas.choices]}
    />
  );
}

/** Status and time; the word goes first where the title needs the room, since the plan says it too. */
function noteOf({ status, timing }: StepView, room: number): string {
  const short = timing === '' ? `${status.glyph} ${status.word}` : `${status.glyph} ${timing}`;
  const long = `${status.glyph} ${status.word}  ${timing}`.trimEnd();
  return widthOf(long) <= room ? long : short;
}

/** Nothing is current: the run has ended, or not begun. */
function EndingPane({ ui: _, s, ...frame }: PaneProps) {
  const look = useLook();
  const width = frame.width - 4;
  return (
    <Frame
      {...frame}
      title={`2 ${look.words.cockpit.panes[s.view.ending ? 'ending' : 'step']}`}
      rows={endingRows(look, s.view, width)}
    />
  );
}

function endingRows({ theme, words }: Look, view: ScreenView, width: number): string[] {
  const line = (...spans: Span[]) => row(theme, width, spans);
  const { notices } = words.cockpit;
  if (!view.ending) return [line({ text: notices.nothingToDo, tone: 'muted' })];
  const { badge, lines } = view.ending;
  return [
    line({ text: `${badge.glyph} ${badge.word}`, tone: badge.tone, strong: true }),
    line(),
    ...lines.map(text => line({ text })),
    line(),
    line({ text: notices.ended, tone: 'active' }),
  ];
}
