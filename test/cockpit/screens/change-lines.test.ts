import { expect, test } from 'vitest';
import { changeLines } from '../../../src/cockpit/screens/change-lines.ts';
import { lookOf } from '../panes/situation.ts';

/** The rows under the heading. */
function rowsOf(before: string, after: string, height = 20, width = 40): string[] {
  return changeLines(lookOf(), { before, after }, { width, height })
    .slice(2)
    .map(({ left }) => left.map(({ text }) => text).join(''));
}

test('a line longer than the dialog is read to its end, what differs there too', () => {
  const command = `rsync -a --delete /srv/releases/${'long/'.repeat(9)}`;
  const rows = rowsOf(`${command} ops@old`, `${command} ops@new`);
  expect(rows.filter(row => /^[-+]/.test(row))).toHaveLength(2);
  expect(rows.join('').replaceAll(' ', '')).toContain('ops@old');
  expect(rows.join('').replaceAll(' ', '')).toContain('ops@new');
  for (const row of rows) expect(row.length).toBeLessThanOrEqual(40);
});

test('takes as many rows as there is room for, and counts those it leaves out', () => {
  const [before, after] = ['1\n2\n3', 'a\nb\nc'];
  expect(rowsOf(before, after, 8)).toEqual(['- 1', '- 2', '- 3', '+ a', '+ b', '+ c']);
  expect(rowsOf(before, after, 6)).toEqual(['- 1', '- 2', '- 3', '… +3']);
});

test('nothing before the command was edited', () => {
  const change = { before: 'a', after: undefined };
  expect(changeLines(lookOf(), change, { width: 40, height: 9 })).toEqual([]);
});
