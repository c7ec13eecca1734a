/** Durations, delays and counts. Whole numbers in, short text out. */

const pad = (value: number) => String(value).padStart(2, '0');

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
};
