/** The target's SQLite database, shared by the site, the workers and the commands. */
import { DatabaseSync } from 'node:sqlite';
import { target } from './paths.mjs';

/**
 * Opens the database; the caller disposes of it (`using` is not in every supported Node: `close()`).
 * @param {{ foreignKeys?: boolean }} [options]
 */
export function openDatabase({ foreignKeys = true } = {}) {
  const db = new DatabaseSync(target.database, { enableForeignKeyConstraints: foreignKeys });
  db.exec('PRAGMA busy_timeout = 10000');
  return db;
}

/**
 * Opens, works, closes whatever happens.
 * @template T
 * @param {(db: DatabaseSync) => T} work
 * @param {{ foreignKeys?: boolean }} [options]
 * @returns {T}
 */
export function withDatabase(work, options) {
  const db = openDatabase(options);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/**
 * Runs `work` in one transaction: all of it, or nothing.
 * @template T
 * @param {DatabaseSync} db
 * @param {() => T} work
 * @returns {T}
 */
export function transaction(db, work) {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Runs `work` in a transaction and undoes all of it: what a dry run is.
 * @template T
 * @param {DatabaseSync} db
 * @param {() => T} work
 * @returns {T}
 */
export function undone(db, work) {
  db.exec('BEGIN IMMEDIATE');
  try {
    return work();
  } finally {
    db.exec('ROLLBACK');
  }
}

/**
 * First column of the first row.
 * @param {DatabaseSync} db @param {string} sql @param {...import('node:sqlite').SQLInputValue} values
 */
export function scalar(db, sql, ...values) {
  const row = db.prepare(sql).get(...values);
  return row && Object.values(row)[0];
}

/** @param {DatabaseSync} db @param {string} name */
export function hasTable(db, name) {
  return scalar(db, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name) === 1;
}

/** @param {DatabaseSync} db @param {string} table @param {string} name */
export function hasColumn(db, table, name) {
  return scalar(db, 'SELECT 1 FROM pragma_table_info(?) WHERE name = ?', table, name) === 1;
}
