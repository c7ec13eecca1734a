/** `mysql [--table] [DATABASE]`: the SQL of its standard input, done on the target's database. */
import { readFileSync } from 'node:fs';
import { execute } from './sql/execute.mjs';
import { statements } from './sql/statements.mjs';
import { table } from './sql/table.mjs';
import { openDatabase, transaction } from './target/database.mjs';
import { faultOnce } from './target/faults.mjs';
import { called } from './target/log.mjs';

const framed = called('mysql').includes('--table');
const script = statements(readFileSync(0, 'utf8'));
const restoring = script.some(statement => /^drop database/i.test(statement));
const db = openDatabase({ foreignKeys: !restoring });

/** @param {Record<string, unknown>[]} rows */
function show(rows) {
  if (rows.length === 0) return;
  const plain = () =>
    [Object.keys(rows[0] ?? {}), ...rows.map(Object.values)]
      .map(cells => cells.join('\t'))
      .join('\n');
  console.log(framed ? table(rows) : plain());
}

/** A restore is whole or not at all: the site never sees half a database. */
function restore() {
  transaction(db, () => {
    const half = Math.floor(script.length / 2);
    const failing = faultOnce('restore-fails');
    script.forEach((statement, index) => {
      if (failing && index === half) throw new Error('Lost connection to server during query');
      execute(db, statement);
    });
  });
}

try {
  if (restoring) restore();
  else for (const statement of script) show(execute(db, statement));
} catch (error) {
  console.error(`ERROR 1064 (42000): ${error.message}`);
  process.exitCode = 1;
} finally {
  db.close();
}
