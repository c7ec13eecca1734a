import type { Theme } from '../theme.ts';

const turns = { ascii: ['|', '/', '-', '\\'], signs: ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇'] } as const;

/** One cell that turns while something runs, as often as the screen is drawn anyway. `now` in milliseconds. */
export function spinnerAt({ ascii }: Theme, now: number): string {
  const signs = ascii ? turns.ascii : turns.signs;
  return signs[Math.floor(now / 250) % signs.length]!;
}
