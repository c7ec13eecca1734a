/** The output of the current command, as rows, and the line above it that says where one is in it. */
import type { AsideView } from '../../view/types.ts';
import type { Look } from '../look.tsx';
import { isOwnOutput, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { lastAnchor, pageFrom, type Viewport } from '../output/page.ts';
import { cut, widthOf } from '../text/fit.ts';
import { widthOfSpans } from '../text/flow.ts';
import { row, type Span } from '../theme.ts';
import { asideInView, asideState } from './aside.ts';

/** Rows one line of output may take before it is cut. */
const maxRows = 40;
/** Seconds of silence worth saying. */
const silent = 60;

export function viewportOf(look: Look, width: number, height: number): Viewport {
  const { color, ascii } = look.theme;
  return { width, height, color, ascii, maxRows };
}

/** The only sequences that a sanitised row has. */
const colours = /\x1b\[[\d;]*m/g;

/** Exactly `viewport.height` rows of exactly `viewport.width` cells. */
export function outputRows({ output }: Situation, viewport: Viewport): string[] {
  const anchor = output.anchor ?? lastAnchor(output.window, viewport);
  const rows = pageFrom(output.window, anchor, viewport);
  return Array.from({ length: viewport.height }, (_, at) => {
    const text = rows[at] ?? '';
    return text + ' '.repeat(Math.max(0, viewport.width - widthOf(text.replace(colours, ''))));
  });
}

/** `── Sortie ── suivi ── 1 284 lignes`, or `── ! df -h ── ✓ code 0 · 0,2 s`. */
export function outputHeading(look: Look, ui: Ui, s: Situation, width: number): string {
  const { panes, follow } = look.words.cockpit;
  const dash = look.theme.ascii ? '-' : '─';
  const filter = ui.filters.output ?? '';
  const aside = asideInView(s);
  const title =
    aside?.title ?? `${panes.output}${isOwnOutput(s) || s.outputOf === '' ? '' : ` ${s.outputOf}`}`;
  const paused: Span[] = s.output.anchor
    ? [{ text: `${follow.paused(s.output.missed)} `, tone: 'warning', strong: true }]
    : [];
  const state = aside ? [asideState(look, aside, s.now)] : following(look, s);
  const size = sizeOf(look, s, aside);
  const left = remarkOf(look, s);
  // How it went matters more than the whole of what was typed.
  const taken = widthOf(size) + widthOfSpans([...state, ...left]);
  const shown = cut(title, Math.max(8, width - taken - 10), look.theme.ascii ? '~' : '…');
  return row(
    look.theme,
    width,
    [
      { text: `${dash}${dash} `, tone: 'muted' },
      { text: shown, tone: aside ? 'normal' : 'muted', strong: aside !== null },
      { text: ` ${dash}${dash} `, tone: 'muted' },
      ...(paused.length > 0 && !aside ? paused : [...state, { text: ' ' }, ...paused]),
      ...left,
      { text: filter === '' ? '' : ` /${filter}`, tone: 'active' },
    ],
    [{ text: size, tone: 'muted' }],
  );
}

/** What the rows below leave out, where somebody knows. */
function remarkOf({ words }: Look, { outputRemark }: Situation): Span[] {
  if (!outputRemark) return [];
  const { output, ...units } = words.seen.watching;
  const { why, bytes } = outputRemark;
  const text =
    why === 'withheld' || why === 'unwatched' ? output[why](sizeText(bytes, units)) : output[why];
  const lacking = why === 'withheld' || why === 'missing';
  return [{ text: ` ${text} `, tone: lacking ? 'warning' : 'muted' }];
}

type SizeWords = Pick<Look['words']['seen']['watching'], 'bytes' | 'kilobytes' | 'megabytes'>;

/** `512 o`, `12 ko`, `3 Mo`: rounded up, for what is left out is never nothing. */
function sizeText(bytes: number, { bytes: few, kilobytes, megabytes }: SizeWords): string {
  if (bytes < 1_000) return few(bytes);
  return bytes < 1_000_000
    ? kilobytes(Math.ceil(bytes / 1_000))
    : megabytes(Math.ceil(bytes / 1e6));
}

/** Nothing is said of a file before it was looked at; of an empty one, whether more may come. */
function sizeOf({ words }: Look, s: Situation, aside: AsideView | null): string {
  const { follow } = words.cockpit;
  if (!s.output.looked) return '';
  if (s.output.size > 0) return follow.lines(amount(s));
  const live = aside ? aside.live : isOwnOutput(s) && s.shown?.status.busy === true;
  return live ? follow.noOutput : follow.printedNothing;
}

function following(look: Look, s: Situation): Span[] {
  if (!isOwnOutput(s)) return [];
  return [{ text: quiet(look, s) || look.words.cockpit.follow.following, tone: 'muted' }];
}

/** A number people can read, with a tilde while part of the output is still to be counted. */
function amount({ output }: Situation): string {
  const grouped = `${output.lines}`.replace(/\B(?=(\d{3})+$)/g, ' ');
  return output.exact ? grouped : `~${grouped}`;
}

function quiet(look: Look, s: Situation): string {
  const seconds = Math.floor((s.now - s.output.grewAt) / 1000);
  const running = isOwnOutput(s) && s.shown?.status.busy === true;
  // What plays again has another clock than ours.
  if (!running || s.playback || s.output.grewAt === 0 || seconds < silent) return '';
  const { units, cockpit } = look.words;
  return cockpit.follow.silent(units.minutes(Math.floor(seconds / 60)));
}
