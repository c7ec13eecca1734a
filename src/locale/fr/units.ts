/** Durations, delays and counts. Whole numbers in, short text out. */

const pad = (value: number) => String(value).padStart(2, '0');
const many = (count: number) => (count > 1 ? 's' : '');

export const units = {
  separator: ' · ',
  seconds: (s: number) => `${s} s`,
  minutes: (m: number) => `${m} min`,
  minutesSeconds: (m: number, s: number) => `${m} min ${pad(s)}`,
  hoursMinutes: (h: number, m: number) => `${h} h ${pad(m)}`,
  hours: (h: number) => `${h} h`,
  days: (d: number) => `${d} j`,
  daysHours: (d: number, h: number) => `${d} j ${h} h`,
  about: (duration: string) => `~${duration}`,
  in: (duration: string) => `dans ${duration}`,
  ago: (duration: string) => `il y a ${duration}`,
  since: (duration: string) => `depuis ${duration}`,
  now: 'maintenant',
  late: (duration: string) => `en retard de ${duration}`,
  lines: (count: number) => `${count} ligne${many(count)}`,
  steps: (count: number) => `${count} action${many(count)}`,
  nextDay: '(+1 j)',
};
