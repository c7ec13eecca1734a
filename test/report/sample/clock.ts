/** The sample's clocks: Paris in winter, one hour ahead of UTC. */

/** ISO 8601 UTC of a time on J, or on another day of that year: `07:02`, `07:02:30`, `2026-11-24 09:00`. */
export function at(text: string): string {
  const [date, time] = text.includes(' ') ? text.split(' ') : ['2026-12-01', text];
  const seconds = time!.split(':').length === 2 ? `${time}:00` : time;
  return new Date(Date.parse(`${date}T${seconds}+01:00`)).toISOString();
}

/** The same in milliseconds since the epoch. */
export function ms(text: string): number {
  return Date.parse(at(text));
}

export const seconds = (count: number) => count * 1000;
export const minutes = (count: number) => count * 60_000;
