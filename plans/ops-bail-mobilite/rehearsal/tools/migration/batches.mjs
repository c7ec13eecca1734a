/** Migrates pairs in batches; a batch and the record of it are committed together. */
import { scalar } from '../target/database.mjs';

/** @typedef {import('node:sqlite').DatabaseSync} Database */

/**
 * Notes what the database held before the first batch; does nothing on a rerun.
 * @param {Database} db @param {number} pairs
 */
export function begin(db, pairs) {
  db.prepare(`INSERT OR IGNORE INTO bm_migration (id, missions_before, checksum_before, pairs, started_at)
    SELECT 1, count(*), sum(id), ?, ? FROM missions`).run(pairs, new Date().toISOString());
}

/** What earlier executions have already committed. @param {Database} db */
export function progressOf(db) {
  return {
    batches: Number(scalar(db, 'SELECT count(*) FROM bm_migration_batches')),
    migrated: Number(scalar(db, 'SELECT coalesce(sum(size), 0) FROM bm_migration_batches')),
  };
}

/**
 * Migrates one batch and records it; the caller holds the transaction.
 * @param {Database} db
 * @param {number} batch from 1
 * @param {import('./pairs.mjs').Pair[]} pairs
 * @param {(index: number) => void} [beforeEach]
 */
export function migrateBatch(db, batch, pairs, beforeEach = () => {}) {
  const now = new Date().toISOString();
  const notifications = pairs.map((pair, index) => {
    beforeEach(index);
    return migratePair(db, pair, now);
  });
  db.prepare('INSERT INTO jobs (queue, payload, created_at) VALUES (?, ?, ?)').run(
    'default',
    JSON.stringify({ notifications }),
    now,
  );
  const record = 'INSERT INTO bm_migration_batches (batch, size, committed_at) VALUES (?, ?, ?)';
  db.prepare(record).run(batch, pairs.length, now);
}

/** @param {Database} db @param {import('./pairs.mjs').Pair} pair @param {string} now @returns {number} id of the notification */
function migratePair(db, pair, now) {
  const ops = scalar(
    db,
    `SELECT id FROM users WHERE role = 'Ops' ORDER BY id LIMIT 1
    OFFSET (SELECT ? % count(*) FROM users WHERE role = 'Ops')`,
    pair.entry,
  );
  const { lastInsertRowid: bail } = db
    .prepare(`INSERT INTO bail_mobilites
    (address, tenant, start_date, end_date, status, entry_mission_id, exit_mission_id, ops_user_id, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      pair.address,
      pair.tenant,
      pair.start,
      pair.end,
      pair.status,
      pair.entry,
      pair.exit,
      ops,
      now,
    );
  db.prepare('UPDATE missions SET bail_mobilite_id = ?, migrated_at = ? WHERE id IN (?, ?)').run(
    bail,
    now,
    pair.entry,
    pair.exit,
  );
  const { lastInsertRowid } = db
    .prepare(`INSERT INTO notifications (user_id, type, subject_id, created_at)
    VALUES (?, 'bail-mobilite.migrated', ?, ?)`)
    .run(ops, bail, now);
  return Number(lastInsertRowid);
}
