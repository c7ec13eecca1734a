/** Applies the migrations of the checked-out version that the database has not seen yet. */
import { basename, join } from 'node:path';
import { filesIn, migrationSql } from '../laravel/source.mjs';
import { scalar, transaction, withDatabase } from '../target/database.mjs';

const TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  id INTEGER PRIMARY KEY, migration TEXT NOT NULL UNIQUE, batch INTEGER NOT NULL
)`;

/** @param {import('./commands.mjs').Call} call */
export function migrate({ app }) {
  withDatabase(db => {
    db.exec(TABLE);
    const seen = new Set(
      db
        .prepare('SELECT migration FROM migrations')
        .all()
        .map(row => row.migration),
    );
    const files = filesIn(join(app, 'database/migrations'), '.php');
    const pending = files.filter(file => !seen.has(basename(file, '.php')));
    if (pending.length === 0) return console.log('Nothing to migrate.');
    const batch = Number(scalar(db, 'SELECT coalesce(max(batch), 0) FROM migrations')) + 1;
    for (const file of pending) apply(db, file, batch);
  });
}

/** @param {import('node:sqlite').DatabaseSync} db @param {string} file @param {number} batch */
function apply(db, file, batch) {
  const name = basename(file, '.php');
  console.log(`Migrating: ${name}`);
  transaction(db, () => {
    db.exec(migrationSql(file));
    db.prepare('INSERT INTO migrations (migration, batch) VALUES (?, ?)').run(name, batch);
  });
  console.log(`Migrated:  ${name}`);
}
