/** A plan of the test's own, in a folder with its environments, dated around today. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';

/** A zone where it is about noon: whenever the tests run, none of them meets midnight. */
export const noonZone = zoneWhereItIsNoon(new Date());

/** So many days from today in that zone, `2026-12-01`; negative for days gone by. */
export function dayFromToday(days: number): string {
  return Temporal.Now.plainDateISO(noonZone).add({ days }).toString();
}

/**
 * Writes `plan.md`, whose text begins below its front matter, and its environments, by name.
 * @param others texts by their path in the folder
 * @returns the folder, as `bascule run` takes it
 */
export function writePlanFolder(
  home: string,
  text: string,
  environments: Record<string, string>,
  others: Record<string, string> = {},
): string {
  const folder = join(home, 'plan-du-test');
  const files = { 'plan.md': `---\ntimezone: ${noonZone}\n---\n\n${text}`, ...others };
  for (const [name, yaml] of Object.entries(environments)) {
    Object.assign(files, { [`environments/${name}.yaml`]: yaml });
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Signs of `Etc/GMT` zones are turned round: two hours east of Greenwich is `Etc/GMT-2`. */
function zoneWhereItIsNoon(now: Date): string {
  const west = now.getUTCHours() - 12;
  if (west === 0) return 'UTC';
  return `Etc/GMT${west > 0 ? '+' : '-'}${Math.abs(west)}`;
}
