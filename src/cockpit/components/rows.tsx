import { Text } from 'ink';

/** Rows already cut to their width: nothing here may wrap. */
export function Rows({ rows }: { rows: readonly string[] }) {
  return rows.length === 0 ? null : <Text wrap="truncate">{rows.join('\n')}</Text>;
}
