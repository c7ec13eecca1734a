/** Does on SQLite what a statement written for MySQL asks. */
import { hasTable } from '../target/database.mjs';

/** @typedef {import('node:sqlite').DatabaseSync} Database */
/** @typedef {Record<string, unknown>[]} Rows */

/**
 * @param {Database} db
 * @param {string} statement
 * @returns {Rows} rows to show; none for a statement that gives none
 */
export function execute(db, statement) {
  if (/^drop database/i.test(statement)) return dropEverything(db);
  if (/^(create database|use)\b/i.test(statement)) return [];
  const optimized = statement.match(/^optimize table (.+)$/is)?.[1];
  if (optimized)
    return optimize(
      db,
      optimized.split(',').map(name => name.trim().replaceAll('`', '')),
    );
  if (/^(select|with|show|pragma)\b/i.test(statement)) return db.prepare(statement).all();
  db.exec(statement);
  return [];
}

/** @param {Database} db @returns {Rows} */
function dropEverything(db) {
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  for (const { name } of tables) db.exec(`DROP TABLE "${name}"`);
  return [];
}

/** As MySQL, it says `Error` about an unknown table and still ends with 0. @param {Database} db @param {string[]} names @returns {Rows} */
function optimize(db, names) {
  const missing = names.filter(name => !hasTable(db, name));
  if (missing.length < names.length) db.exec('VACUUM');
  return names.flatMap(name => {
    const row = (Msg_type, Msg_text) => ({
      Table: `ops.${name}`,
      Op: 'optimize',
      Msg_type,
      Msg_text,
    });
    if (missing.includes(name))
      return [row('Error', `Table 'ops.${name}' doesn't exist`), row('status', 'Operation failed')];
    db.exec(`ANALYZE "${name}"`);
    return [
      row('note', 'Table does not support optimize, doing recreate + analyze instead'),
      row('status', 'OK'),
    ];
  });
}
