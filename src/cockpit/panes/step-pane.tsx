import type { StepView } from '../../view/types.ts';
import { Frame } from '../components/frame.tsx';
import { useLook } from '../look.tsx';
import { widthOf } from '../text/fit.ts';
import { stepName } from '../text/step-name.ts';
import { EndingPane } from './ending-pane.tsx';
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
    areas.output === 0 || areas.hidden
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
