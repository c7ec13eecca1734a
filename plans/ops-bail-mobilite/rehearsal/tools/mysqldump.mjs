/** `mysqldump DATABASE`: the whole database as SQL, one consistent picture of it. */
import { undone, withDatabase } from './target/database.mjs';
import { fault } from './target/faults.mjs';
import { called } from './target/log.mjs';

/** @param {string | number | bigint | null} value */
function literal(value) {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** @param {import('node:sqlite').DatabaseSync} db @param {string} name */
function rowsOf(db, name) {
  const rows = db.prepare(`SELECT * FROM "${name}"`).all();
  const values = rows.map(row => `  (${Object.values(row).map(literal).join(', ')})`);
  return values.length === 0 ? [] : [`INSERT INTO "${name}" VALUES\n${values.join(',\n')};`];
}

/** @param {import('node:sqlite').DatabaseSync} db */
function dump(db) {
  const kept = "sql IS NOT NULL AND name NOT LIKE 'sqlite_%'";
  const things = db
    .prepare(`SELECT type, name, sql FROM sqlite_master WHERE ${kept} ORDER BY rowid`)
    .all();
  const written = things.flatMap(({ type, name, sql }) => [
    `${sql};`,
    ...(type === 'table' ? rowsOf(db, String(name)) : []),
  ]);
  return [...written, '-- Dump completed', ''].join('\n');
}

called('mysqldump');
if (fault('backup-fails').on) {
  process.stdout.write('CREATE TABLE');
  console.error('mysqldump: Got errno 28 on write: No space left on device');
  process.exitCode = 5;
} else {
  process.stdout.write(withDatabase(db => undone(db, () => dump(db))));
}
