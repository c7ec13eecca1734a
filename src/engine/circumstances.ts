import { Temporal } from 'temporal-polyfill';

/** The date in a zone, `YYYY-MM-DD`; an unknown zone counts as UTC. @param now milliseconds since the epoch */
export function today(now: number, zone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(now);
  try {
    return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch {
    return instant.toZonedDateTimeISO('UTC').toPlainDate().toString();
  }
}
