/** The small menu of the current step: what can be done, with its key and what follows. */
import type { Choice, ChoiceId, ScreenView } from '../../view/types.ts';
import { keyLabel, keyOf } from '../keys/keymap.ts';
import type { Look } from '../look.tsx';
import { widthOf } from '../text/fit.ts';
import { row } from '../theme.ts';

/** Reached by their keys and the palette: they belong to the run more than to the step. */
const elsewhere: readonly ChoiceId[] = [
  'tickPass',
  'tickFail',
  'note',
  'hold',
  'resume',
  'pace',
  'abort',
];
/** Worth a row only when something is wrong or to be decided. */
const grave: readonly ChoiceId[] = ['rollback', 'redo', 'accept', 'abandon'];

/** The primary first, even disabled, since that is what people look for; then what is possible. */
export function menuOf({ choices, current }: Pick<ScreenView, 'choices' | 'current'>): Choice[] {
  const primary = choices.find(choice => choice.primary);
  const calm =
    current?.status.busy === true ||
    (primary !== undefined && ['start', 'confirm', 'reach'].includes(primary.id));
  const others = choices.filter(
    choice =>
      choice.enabled &&
      !choice.primary &&
      !elsewhere.includes(choice.id) &&
      !(calm && grave.includes(choice.id)),
  );
  return primary ? [primary, ...others] : others;
}

/** At most `height` rows. */
export function choiceRows(
  look: Look,
  view: Pick<ScreenView, 'choices' | 'current'>,
  width: number,
  height: number,
): string[] {
  const menu = menuOf(view).slice(0, height);
  const keys = menu.map(choice =>
    keyLabel(choice.primary ? 'enter' : keyOf(choice.id), look.words),
  );
  const column = Math.max(0, ...keys.map(widthOf));
  const names = Math.max(0, ...menu.map(({ label }) => Math.min(28, widthOf(label))));
  return menu.map((choice, at) => {
    const key = keys[at]!;
    const tone = choice.enabled ? choice.tone : 'muted';
    const why = choice.enabled ? choice.consequence : choice.why;
    return row(look.theme, width, [
      {
        text: key + ' '.repeat(column - widthOf(key) + 1),
        tone: choice.enabled ? 'active' : 'muted',
        strong: choice.enabled,
      },
      {
        text: choice.label + ' '.repeat(Math.max(1, names - widthOf(choice.label) + 2)),
        tone,
        strong: choice.primary,
      },
      { text: why, tone: 'muted' },
    ]);
  });
}
