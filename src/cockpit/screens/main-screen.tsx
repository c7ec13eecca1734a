import { Box } from 'ink';
import { Frame, type FrameProps } from '../components/frame.tsx';
import { hangs, hasBottom, type PaneId } from '../layout.ts';
import { type Look, useLook } from '../look.tsx';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { LogPane } from '../panes/log-pane.tsx';
import { NextPane } from '../panes/next-pane.tsx';
import { type PaneProps, PlanPane } from '../panes/plan-pane.tsx';
import { readinessRows } from '../panes/readiness.ts';
import { StepPane } from '../panes/step-pane.tsx';
import { cell, widthOf } from '../text/fit.ts';

const panes: Record<PaneId, (props: PaneProps) => React.ReactNode> = {
  plan: PlanPane,
  step: StepPane,
  next: NextPane,
  journal: LogPane,
};

/** The four panes: side by side, above each other, or one alone. Under the plan, the way back. */
export function MainScreen({ ui, s }: { ui: Ui; s: Situation }) {
  const { layout } = s;
  const look = useLook();
  const back = readinessBox(look, s);
  const draw = (id: PaneId) => {
    const box = layout.panes[id];
    const Pane = panes[id];
    const room = id === 'plan' ? (layout.readiness?.height ?? 0) - (back?.height ?? 0) : 0;
    return box ? (
      <Pane
        key={id}
        ui={ui}
        s={s}
        width={box.width}
        height={box.height + room}
        focused={ui.focus === id}
        hangs={hangs(layout, id)}
        bottom={hasBottom(layout, id) && !(id === 'plan' && back)}
      />
    ) : null;
  };
  return (
    <Box flexDirection={layout.shape === 'full' ? 'row' : 'column'}>
      <Box flexDirection="column">
        {draw('plan')}
        {back && <Frame {...back} focused={false} hangs bottom />}
      </Box>
      <Box flexDirection="column">
        {draw('step')}
        {draw('next')}
        {draw('journal')}
      </Box>
    </Box>
  );
}

type Drawn = Pick<FrameProps, 'title' | 'note' | 'width' | 'height' | 'rows'>;

/** The readiness of the rollback, in no more rows than it needs; null where there is no room or nothing to say. */
function readinessBox(look: Look, { view, layout }: Situation): Drawn | null {
  const { readiness } = view;
  if (!readiness || !layout.readiness) return null;
  const { width, height } = layout.readiness;
  const rows = readinessRows(look, readiness, width - 4, height - 2);
  const { glyph, word, tone } = readiness.badge;
  const title = look.words.cockpit.panes.rollback;
  const text = cell(`${glyph} ${word}`, width - widthOf(title) - 10, look.theme).trimEnd();
  return {
    title,
    note: { text, tone, strong: tone === 'bad' },
    width,
    height: rows.length + 2,
    rows,
  };
}
