/** Durations, delays and counts. Whole numbers in, short text out. */
import type { units as french } from '../fr/units.ts';

const pad = (value: number) => String(value).padStart(2, '0');

export const units: typeof french = {
  separator: ' · ',
  seconds: s => `${s} s`,
  minutes: m => `${m} min`,
  minutesSeconds: (m, s) => `${m} min ${pad(s)}`,
  hoursMinutes: (h, m) => `${h} h ${pad(m)}`,
  hours: h => `${h} h`,
  days: d => `${d} d`,
  daysHours: (d, h) => `${d} d ${h} h`,
  about: duration => `~${duration}`,
  in: duration => `in ${duration}`,
};
