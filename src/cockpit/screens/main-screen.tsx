import { Box } from 'ink';
import { hangs, hasBottom, type PaneId } from '../layout.ts';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { LogPane } from '../panes/log-pane.tsx';
import { NextPane } from '../panes/next-pane.tsx';
import { type PaneProps, PlanPane } from '../panes/plan-pane.tsx';
import { StepPane } from '../panes/step-pane.tsx';

const panes: Record<PaneId, (props: PaneProps) => React.ReactNode> = {
  plan: PlanPane,
  step: StepPane,
  next: NextPane,
  journal: LogPane,
};

/** The four panes: side by side, above each other, or one alone. */
export function MainScreen({ ui, s }: { ui: Ui; s: Situation }) {
  const { layout } = s;
  const draw = (id: PaneId) => {
    const box = layout.panes[id];
    const Pane = panes[id];
    return box ? (
      <Pane
        key={id}
        ui={ui}
        s={s}
        {...box}
        focused={ui.focus === id}
        hangs={hangs(layout, id)}
        bottom={hasBottom(layout, id)}
      />
    ) : null;
  };
  return (
    <Box flexDirection={layout.shape === 'full' ? 'row' : 'column'}>
      {draw('plan')}
      <Box flexDirection="column">
        {draw('step')}
        {draw('next')}
        {draw('journal')}
      </Box>
    </Box>
  );
}
