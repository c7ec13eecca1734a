/** An output that can be played: its text whole, and in an attribute how it grew. */
import type { Reading } from '../reading.ts';
import type { OutputFact } from '../types.ts';
import { html, longText, type Markup } from './markup.ts';

/** Without the page's script it is the text alone. @param head keeps its length in the page, so that marks stay true */
export function playerOf(
  { said }: Reading,
  head: string,
  marks: NonNullable<OutputFact['player']>,
): Markup {
  const words = said.page.player;
  const start = marks[0]?.at ?? 0;
  const grown = marks.map(({ at, characters }) => `${at - start} ${characters}`).join(' ');
  return html`<div class="player" data-marks="${grown}" data-play="${words.play}" data-pause="${words.pause}">
<p class="controls" hidden><button type="button" class="play">${words.play}</button>
<input type="range" class="position" min="0" value="0" aria-label="${words.position}">
<output class="elapsed"></output>
<label>${words.speed} <select class="speed"><option value="1">×1</option><option value="10">×10</option><option value="60" selected>×60</option><option value="600">×600</option></select></label></p>
<pre class="screen" tabindex="0">
${longText(head)}</pre></div>`;
}
