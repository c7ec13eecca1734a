/** Patterns that tell kinds of time apart without colour. */
import { type Markup, trusted } from './markup.ts';

export const patterns: Markup =
  trusted(`<svg class="sr" width="0" height="0" aria-hidden="true"><defs>
<pattern id="people" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="ground-people" width="6" height="6"/><path class="line" d="M3 0V6"/></pattern>
<pattern id="deciding" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground-deciding" width="6" height="6"/><path class="line" d="M0 3H6"/></pattern>
<pattern id="waiting" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="ground-waiting" width="6" height="6"/><circle class="dot" cx="3" cy="3" r="1"/></pattern>
</defs></svg>`);
