/** `migrate:add-migration-columns`: what the missions need to remember of their bail mobilité. */
import { hasColumn, transaction, withDatabase } from '../target/database.mjs';

const COLUMNS = {
  bail_mobilite_id: 'INTEGER REFERENCES bail_mobilites (id)',
  migrated_at: 'TEXT',
};

export function addMigrationColumns() {
  withDatabase(db => transaction(db, () => addAll(db)));
}

/** @param {import('node:sqlite').DatabaseSync} db */
function addAll(db) {
  for (const [name, type] of Object.entries(COLUMNS)) add(db, name, type);
}

/** @param {import('node:sqlite').DatabaseSync} db @param {string} name @param {string} type */
function add(db, name, type) {
  if (hasColumn(db, 'missions', name)) return console.log(`missions.${name} : déjà présente`);
  db.exec(`ALTER TABLE missions ADD COLUMN ${name} ${type}`);
  console.log(`missions.${name} : ajoutée`);
}
