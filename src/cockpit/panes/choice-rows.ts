/** A small menu: what can be done about a step, or a row of a page, with its key and what follows. */
import type { Choice, ChoiceId, ScreenView } from '../../view/types.ts';
import { choiceKey } from '../keys/choice-key.ts';
import { keyLabel } from '../keys/keymap.ts';
import type { Look } from '../look.tsx';
import { widthOf } from '../text/fit.ts';
import { flow } from '../text/flow.ts';
import { row, type Span } from '../theme.ts';

/** Reached by their keys and the palette: they belong to the run more than to the step. */
const elsewhere: readonly ChoiceId[] = [
  'tickPass',
  'tickFail',
  'check',
  'note',
  'adhoc',
  'hold',
  'resume',
  'pace',
];
/** Worth a row only when something is wrong or to be decided. */
const grave: readonly ChoiceId[] = ['rollback', 'redo', 'accept', 'abandon', 'amend'];

/** The primary first, even disabled, since that is what people look for; then what is possible. */
export function menuOf({ choices, current }: Pick<ScreenView, 'choices' | 'current'>): Choice[] {
  const primary = choices.find(choice => choice.primary);
  const calm =
    current?.status.busy === true ||
    (primary !== undefined && ['start', 'confirm', 'reach', 'notNeeded'].includes(primary.id));
  const others = choices.filter(
    choice =>
      choice.enabled &&
      !choice.primary &&
      (!elsewhere.includes(choice.id) || isWayOut(choice)) &&
      !(calm && grave.includes(choice.id)) &&
      (choice.id !== 'abort' || current?.card !== undefined),
  );
  return primary ? [primary, ...others] : others;
}

/** What keeps the step from starting is a proof: to look again, or to answer for it, is the way out. */
function isWayOut({ id, tone }: Choice): boolean {
  return id === 'check' && tone === 'warning';
}

export interface ChoiceRoom {
  width: number;
  height: number;
  /** Rows, of those, that the choices share which have no row to themselves. */
  shared: number;
}

/** The menu of a step, in at most `height` rows. */
export function choiceRows(
  look: Look,
  view: Pick<ScreenView, 'choices' | 'current'>,
  room: ChoiceRoom,
): string[] {
  const keyFor = (choice: Choice) => keyLabel(choiceKey(view, choice), look.words);
  return menuRows(look, menuOf(view), keyFor, room);
}

/** At most `height` rows: choices that do not fit share the last ones, without what follows from them. */
export function menuRows(
  look: Look,
  menu: readonly Choice[],
  keyFor: (choice: Choice) => string,
  { width, height, shared }: ChoiceRoom,
): string[] {
  const whole = menu.length <= height ? menu : menu.slice(0, height - shared);
  const entries = whole.map(choice => ({ choice, key: keyFor(choice) }));
  const rest = menu.slice(whole.length);
  const columns = {
    key: Math.max(0, ...entries.map(({ key }) => widthOf(key))),
    name: Math.max(0, ...whole.map(({ label }) => Math.min(28, widthOf(label)))),
  };
  return [
    ...entries.map(({ choice, key }) => choiceRow(look, choice, key, width, columns)),
    ...restRows(look, rest, keyFor, { width, height: shared }),
  ];
}

function choiceRow(
  { theme }: Look,
  choice: Choice,
  key: string,
  width: number,
  columns: { key: number; name: number },
): string {
  const { enabled, label, primary } = choice;
  return row(theme, width, [
    {
      text: key + ' '.repeat(columns.key - widthOf(key) + 1),
      tone: enabled ? 'active' : 'muted',
      strong: enabled,
    },
    {
      text: label + ' '.repeat(Math.max(1, columns.name - widthOf(label) + 2)),
      tone: enabled ? choice.tone : 'muted',
      strong: primary,
    },
    { text: enabled ? choice.consequence : choice.why, tone: 'muted' },
  ]);
}

function restRows(
  look: Look,
  rest: readonly Choice[],
  keyFor: (choice: Choice) => string,
  { width, height }: { width: number; height: number },
): string[] {
  const things = rest.map((choice): Span[] => [
    { text: `${keyFor(choice)} `, tone: 'active', strong: true },
    { text: choice.label, tone: choice.tone },
  ]);
  return flow(things, width, height).map(spans => row(look.theme, width, spans));
}
