/** GO, NO-GO, milestones and the rollback's decision: a line through the rows, a label above them. */
import type { Gantt } from '../../types.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { clipped, laneHeight, letter, round, width } from './drawing.ts';
import { type Flag, type Placed, placeFlags } from './flags.ts';
import type { Scale } from './scale.ts';

type Sign = Gantt['signs'][number] & Flag;

export interface Signs {
  /** Of labels above the rows. */
  lanes: number;
  /** Under the rows. @param top, bottom of the rows */
  lines(top: number, bottom: number): Markup;
  labels(top: number): Markup;
}

/** A decision is not to be left without its label. */
const weights = { go: 3, 'no-go': 5, rollback: 5, milestone: 1 } as const;
const glyphs = { go: '✓', 'no-go': '✗', milestone: '◇', rollback: '↶' } as const;
/** The others say in their label what they are. */
const words = { go: 'GO', 'no-go': 'NO-GO', milestone: '', rollback: '' } as const;
const mostLanes = 5;

export function signsOf(signs: Gantt['signs'], scale: Scale): Signs {
  const inside = signs.filter(({ at }) => at >= scale.from && at <= scale.to);
  const placed = placeAll(inside, scale);
  return {
    lanes: Math.max(0, ...placed.map(({ lane }) => lane + 1)),
    lines: (top, bottom) => html`${placed.map(each => lineOf(each, top, bottom))}`,
    labels: top => html`${placed.map(each => labelOf(each, top))}`,
  };
}

/** What finds no room with its whole label is cut short, then all are. */
function placeAll(signs: Gantt['signs'], scale: Scale): Placed<Sign>[] {
  const place = (isShort: (at: number) => boolean) =>
    placeFlags(
      signs.map((sign, at) => flagOf(sign, scale, isShort(at))),
      width,
      mostLanes,
    );
  const whole = place(() => false);
  if (whole.every(({ labelled }) => labelled)) return whole;
  const some = place(at => !whole[at]!.labelled);
  return some.every(({ labelled }) => labelled) ? some : place(() => true);
}

/** A decision that is cut short keeps its step's number. */
function flagOf(sign: Gantt['signs'][number], scale: Scale, short: boolean): Sign {
  const word = words[sign.kind];
  const name = short && word ? (sign.step ?? sign.label) : sign.label;
  const label = clipped(`${word} ${name}`.trim(), short ? 18 : 34);
  return {
    ...sign,
    label,
    x: scale.x(sign.at),
    width: (label.length + 3) * letter,
    weight: weights[sign.kind],
  };
}

function laneY(lane: number, top: number): number {
  return top - 8 - lane * laneHeight;
}

function lineOf({ flag, lane, labelled }: Placed<Sign>, top: number, bottom: number): Markup {
  const from = labelled ? laneY(lane, top) - 10 : top;
  const x = round(flag.x);
  return html`<line class="sign ${flag.kind}" x1="${x}" x2="${x}" y1="${from}" y2="${bottom}"><title>${flag.label}</title></line>`;
}

function labelOf({ flag, lane, labelled, leftward }: Placed<Sign>, top: number): Markup {
  if (!labelled) return nothing;
  const anchor = leftward ? html` text-anchor="end"` : nothing;
  const x = round(flag.x + (leftward ? -4 : 4));
  return html`<text class="flag ${flag.kind}" x="${x}" y="${laneY(lane, top)}"${anchor}>${glyphs[flag.kind]} ${flag.label}</text>`;
}
