import { expect, test } from 'vitest';
import { initialUi } from '../../../src/cockpit/model/ui.ts';
import { outputHeading } from '../../../src/cockpit/panes/output-rows.ts';
import type { OutputRemark } from '../../../src/engine/types.ts';
import { view } from '../sample.ts';
import { lookOf, situationOf } from './situation.ts';

function heading(
  outputRemark: OutputRemark | null,
  { width = 76, look = lookOf() }: { width?: number; look?: ReturnType<typeof lookOf> } = {},
): string {
  const shown = view();
  const s = situationOf(shown, { look, output: { job: shown.current!.job!, text: 'one\n' } });
  const looked = { ...s, outputRemark, output: { ...s.output, lines: 1_284, looked: true } };
  return outputHeading(look, initialUi(false), looked, width);
}

test('the heading of an output says nothing more where nothing is left out', () => {
  expect(heading(null)).toMatch(/^── Sortie ── suivi +1 284 lignes$/);
});

test.each<[OutputRemark, string, string]>([
  [{ why: 'withheld', bytes: 512 }, '512 o retenus (secrets)', '512 B withheld (secrets)'],
  [{ why: 'withheld', bytes: 11_001 }, '12 ko retenus (secrets)', '12 kB withheld (secrets)'],
  [{ why: 'unwatched', bytes: 2_100_000 }, '3 Mo venus sans témoin', '3 MB came unwatched'],
  [{ why: 'untimed', bytes: 9 }, 'heures inconnues', 'times unknown'],
  [{ why: 'missing', bytes: 0 }, 'fichier disparu', 'file gone'],
])('FAULTS 42: %j is said, in few words', (remark, french, english) => {
  expect(heading(remark)).toContain(` ${french} `);
  expect(heading(remark, { look: lookOf(false, 'en') })).toContain(` ${english} `);
  expect(heading(remark, { look: lookOf(true) })).toMatch(/^[\x20-\x7e]*$/);
});

test('it fits a narrow pane, and its size stays', () => {
  const row = heading({ why: 'withheld', bytes: 512 }, { width: 60 });
  expect(row).toHaveLength(60);
  expect(row).toMatch(/retenus.* 1 284 lignes$/);
});
