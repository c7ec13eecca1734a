import { Box } from 'ink';
import type { Layout } from '../layout.ts';
import { useLook } from '../look.tsx';
import { row, type Span } from '../theme.ts';
import { Frame } from './frame.tsx';
import { Rows } from './rows.tsx';

export type DialogLine = { left: Span[]; right?: Span[] };

/** A framed box over the middle of the screen, with a margin around it. */
export function Dialog({
  title,
  lines,
  layout,
}: {
  title: string;
  lines: DialogLine[];
  layout: Layout;
}) {
  const { theme } = useLook();
  const width = dialogWidth(layout);
  const height = Math.min(layout.body, lines.length + 2);
  const top = 2 + Math.max(0, Math.floor((layout.body - height) / 3));
  const left = Math.floor((layout.columns - width) / 2);
  const rows = lines.map(line => row(theme, width - 4, line.left, line.right));
  const margin = Array.from({ length: height }, () => ' '.repeat(width + 4));
  return (
    <>
      <Box position="absolute" top={top} left={left - 2} width={width + 4} height={height}>
        <Rows rows={margin} />
      </Box>
      <Box position="absolute" top={top} left={left} width={width} height={height}>
        <Frame
          title={title}
          width={width}
          height={height}
          focused
          hangs={false}
          bottom
          rows={rows}
        />
      </Box>
    </>
  );
}

/** Cells of a dialog, borders included. */
export function dialogWidth(layout: Layout): number {
  return Math.min(layout.columns - 4, 96);
}
