import { Dialog, type DialogLine } from '../components/dialog.tsx';
import { fieldSpans } from '../components/field-spans.ts';
import { windowStart } from '../components/window.ts';
import { paletteRows } from '../keys/palette.ts';
import { useLook } from '../look.tsx';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';

/** Every action with its key; what cannot be done now says why. */
export function PaletteDialog({
  palette,
  ui,
  s,
}: {
  palette: NonNullable<Ui['palette']>;
  ui: Ui;
  s: Situation;
}) {
  const { theme, words } = useLook();
  const rows = paletteRows(palette.field.text, ui, s);
  const height = Math.max(3, s.layout.body - 5);
  const start = windowStart(rows.length, height, palette.cursor);
  const prompt: DialogLine = {
    left: [{ text: ': ', tone: 'active', strong: true }, ...fieldSpans(theme, palette.field)],
    right: [{ text: `${rows.length}`, tone: 'muted' }],
  };
  const lines = rows.slice(start, start + height).map((row, at): DialogLine => {
    const selected = start + at === palette.cursor;
    return {
      left: [
        { text: selected ? '> ' : '  ', tone: 'active', strong: true },
        { text: row.label, tone: row.why === '' ? 'normal' : 'muted', inverse: selected },
        { text: row.why === '' ? '' : `  ${row.why}`, tone: 'muted' },
      ],
      right: [{ text: row.key, tone: 'active' }],
    };
  });
  return (
    <Dialog title={words.cockpit.panes.palette} lines={[prompt, ...lines]} layout={s.layout} />
  );
}
