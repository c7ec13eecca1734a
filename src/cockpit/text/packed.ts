/** The same drawing in fewer bytes: two SSH hops away, on a train, they count. */

/** A run of colour changes with nothing drawn between them. */
const changes = /(?:\x1b\[[\d;]*m){2,}/g;
/** Ink says `one line down` as often as there are lines. */
const down = /(?:\x1b\[E){2,}/g;

/** What a code sets: a later one of the same kind makes it useless. '' for those left alone. */
function kindOf(code: number): string {
  if (code === 1 || code === 2 || code === 22) return 'weight';
  if (code === 3 || code === 23) return 'slant';
  if (code === 4 || code === 24) return 'underline';
  if (code === 7 || code === 27) return 'inverse';
  if (code === 9 || code === 29) return 'strike';
  if ((code >= 30 && code <= 37) || code === 39 || (code >= 90 && code <= 97)) return 'foreground';
  if ((code >= 40 && code <= 47) || code === 49 || (code >= 100 && code <= 107))
    return 'background';
  return '';
}

function packedRun(run: string): string {
  const codes = run
    .slice(2, -1)
    .split(/m\x1b\[|;/)
    .map(Number);
  const kinds = codes.map(kindOf);
  if (kinds.includes('')) return run;
  const kept = codes.filter((code, at) => {
    const later = codes.slice(at + 1).filter((_, index) => kinds[at + 1 + index] === kinds[at]);
    // Bold and dim add up; only 22 undoes them.
    return code === 1 || code === 2
      ? !later.includes(22) && !later.includes(code)
      : later.length === 0 || (code === 22 && !later.includes(22));
  });
  return `\x1b[${kept.join(';')}m`;
}

/** The other screen is entered wherever the cursor was; frames are drawn from its corner. */
const other = '\x1b[?1049h';

export function packed(text: string): string {
  return text
    .replace(other, `${other}\x1b[H`)
    .replace(down, run => `\x1b[${run.length / 3}E`)
    .replace(changes, packedRun);
}
