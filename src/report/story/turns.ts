/** Whose turn it was, from when to when. */
import type { Scene } from '../../view/scene/scene.ts';
import type { Stand } from '../course.ts';

/** One step in front, or none, without a break. Milliseconds. */
export interface Turn {
  step: string | null;
  from: number;
  to: number;
  parts: { stand: Stand; to: number }[];
  /** When somebody first did something about the step; null for never. */
  touchedAt: number | null;
  /** It goes on, as far as the entries tell. */
  open: boolean;
}

/** The turns of a run up to `end`; in a list without order, the turn of whatever was done next. */
export function turnsOf(scene: Scene, stands: readonly Stand[], end: number): Turn[] {
  const steps = stepsOf(scene, stands);
  const turns: Turn[] = [];
  stands.forEach((stand, index) => {
    if (stand.at > end) return;
    const step = steps[index]!;
    const next = stands[index + 1];
    const to = Math.max(stand.at, Math.min(end, next?.at ?? end));
    const turn = turnFor(turns, step, stand);
    turn.parts.push({ stand, to });
    turn.to = to;
    turn.open = next === undefined;
    if (stand.touched === step && step !== null) turn.touchedAt ??= stand.at;
    if (next?.touched === step && step !== null) turn.touchedAt ??= to;
  });
  return turns;
}

function turnFor(turns: Turn[], step: string | null, { at }: Stand): Turn {
  const last = turns.at(-1);
  if (last && last.step === step) return last;
  const turn: Turn = { step, from: at, to: at, parts: [], touchedAt: null, open: false };
  turns.push(turn);
  return turn;
}

/** The chart calls the first open step of a list; the work was on the one that was touched next. */
function stepsOf({ plan }: Scene, stands: readonly Stand[]): (string | null)[] {
  const lists = plan.stages.flatMap(stage => stage.phases).filter(phase => phase.anyOrder);
  const listOf = new Map(lists.flatMap(list => list.steps.map(({ id }) => [id, list] as const)));
  const steps: (string | null)[] = [];
  let ahead: string | null = null;
  for (let index = stands.length - 1; index >= 0; index -= 1) {
    const { step, touched } = stands[index]!;
    const list = listOf.get(step ?? '');
    steps[index] = list && list === listOf.get(ahead ?? '') ? ahead : step;
    ahead = touched ?? ahead;
  }
  return steps;
}
